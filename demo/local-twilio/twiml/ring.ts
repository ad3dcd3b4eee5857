import type { Leg, LegEnding } from '../leg.js';
import { TwilioError } from '../twilio-error.js';

/** Twilio's DialCallStatus. */
export type DialStatus = LegEnding;

/** What became of ringing. */
export interface RingResult {
  readonly answered: Leg | null;
  readonly status: DialStatus;
}

/** Rings all legs at once until one answers, the caller gives up, all have declined, or the time is over. */
export async function ringUntilAnswered(
  legs: readonly Leg[],
  caller: Leg,
  timeoutInMilliseconds: number,
): Promise<RingResult> {
  for (const leg of legs) void startRinging(leg);
  const result = await firstResult(legs, caller, timeoutInMilliseconds);
  const ending = result.status === 'no-answer' ? 'no-answer' : 'canceled';
  for (const leg of legs) if (leg !== result.answered) leg.hangUp(ending);
  return result;
}

async function startRinging(leg: Leg): Promise<void> {
  try {
    await leg.ring();
  } catch (error) {
    leg.hangUp('failed', error instanceof TwilioError ? error : new TwilioError(53405, String(error)));
  }
}

function firstResult(legs: readonly Leg[], caller: Leg, timeoutInMilliseconds: number): Promise<RingResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(null, 'no-answer'), timeoutInMilliseconds);
    const finish = (answered: Leg | null, status: DialStatus) => {
      clearTimeout(timer);
      resolve({ answered, status });
    };
    for (const leg of legs) void leg.answered.then(() => finish(leg, 'completed'));
    void caller.ended.then(() => finish(null, 'canceled'));
    void Promise.all(legs.map((leg) => leg.ended)).then((ends) => finish(null, combine(ends)));
  });
}

/** Nobody to ring is nobody who answers; one who declined makes the dial busy. Assumed for mixed endings. */
function combine(ends: readonly { readonly status: LegEnding }[]): DialStatus {
  const statuses = ends.map((end) => end.status);
  if (statuses.includes('busy')) return 'busy';
  const hasOnlyFailed = statuses.length > 0 && statuses.every((status) => status === 'failed');
  return hasOnlyFailed ? 'failed' : 'no-answer';
}
