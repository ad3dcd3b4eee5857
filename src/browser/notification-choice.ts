import type { Unsubscribe } from '../core/ports.js';

/** What was chosen in a call's notification. `open` is a click beside the buttons. */
export interface NotificationChoice {
  readonly callId: string;
  readonly choice: 'answer' | 'decline' | 'open';
}

/**
 * Hears what was chosen in notifications. The worker offers each choice to all pages of the origin: `take`
 * answers true in the page where that call rings, and the worker then brings that page to the front.
 */
export function listenForChoices(take: (choice: NotificationChoice) => boolean): Unsubscribe {
  const watch = new AbortController();
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  container?.addEventListener(
    'message',
    ({ data, origin, ports }) => {
      const choice = origin === location.origin ? readChoice(data) : null;
      if (choice && take(choice)) ports[0]?.postMessage({ type: 'twilio-phone/call-choice-taken' });
    },
    { signal: watch.signal },
  );
  return () => watch.abort();
}

/** Other workers of the page say other things. */
function readChoice(data: unknown): NotificationChoice | null {
  const { type, callId, choice } = (typeof data === 'object' && data !== null ? data : {}) as Partial<
    Record<string, unknown>
  >;
  if (type !== 'twilio-phone/call-choice' || typeof callId !== 'string') return null;
  return choice === 'answer' || choice === 'decline' || choice === 'open' ? { callId, choice } : null;
}
