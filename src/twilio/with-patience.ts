import type { Listeners } from '../core/listeners.js';
import { PhoneError } from '../core/phone-error.js';
import type { ClockPort } from '../core/ports.js';

/** A registration, or the beginning of a call, that takes longer is given up; the former is begun anew. */
export const PATIENCE_IN_MILLISECONDS = 13_000;

/** How a wish that the SDK may leave pending for ever can end all the same. */
export interface Patience {
  readonly clock: ClockPort;
  readonly troubles: Listeners<PhoneError>;
}

/** Settles with the wish, or rejects with the first trouble or when patience ends, whichever comes first. */
export async function withPatience<Result>(wish: Promise<Result>, patience: Patience): Promise<Result> {
  let stop = (): void => undefined;
  const trouble = new Promise<never>((_resolve, reject) => {
    const cancel = patience.clock.schedule(PATIENCE_IN_MILLISECONDS, () =>
      reject(noAnswer('connection-failed')),
    );
    const unsubscribe = patience.troubles.subscribe(reject);
    stop = () => {
      cancel();
      unsubscribe();
    };
  });
  return Promise.race([wish, trouble]).finally(() => stop());
}

/** Nothing was refused, and nothing came. */
export function noAnswer(code: 'connection-failed' | 'registration-failed'): PhoneError {
  return new PhoneError(code, 'Twilio did not answer in time.', { recoverable: true });
}

/** What becomes of everything that was still wished for. */
export function phoneDestroyed(): PhoneError {
  return new PhoneError('invalid-state', 'The phone has been destroyed.');
}
