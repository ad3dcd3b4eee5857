import type { CallAction, CallActionsPort, TokenAnswer } from '../core/ports.js';

/** Nothing better comes of asking again: the call is over, or is none of ours. */
const REQUEST_REFUSED = [400, 403, 404, 405, 409, 410, 422];

/**
 * The backend's actions, as the newest token answer offers them. A request goes out even while the page goes
 * away, and shows who asks by the access token itself, which is never logged.
 */
export function createCallActions(currentAnswer: () => TokenAnswer | null): CallActionsPort {
  return {
    isOffered: (action) => currentAnswer()?.actions?.methods.includes(action) ?? false,
    end: async (callSid) => {
      const answer = currentAnswer();
      return answer?.actions ? request(answer.actions.url, answer.token, 'end', callSid) : false;
    },
  };
}

/** Whether it has been dealt with. */
async function request(url: string, token: string, action: CallAction, callSid: string): Promise<boolean> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ action, callSid }),
      keepalive: true,
      cache: 'no-store',
      // Not followed: the token is for this address only.
      redirect: 'manual',
    });
    return ok || REQUEST_REFUSED.includes(status);
  } catch {
    return false;
  }
}
