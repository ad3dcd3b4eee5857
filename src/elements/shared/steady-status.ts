import type { Unsubscribe } from '../../core/ports.js';
import type { StatusDescription } from './describe-status.js';

/** A connection that is back within this time was lost to nobody. */
export const PATIENCE_WITH_LOSS_IN_MILLISECONDS = 1_000;

interface SteadyStatusParts {
  /** Calls back once after so many milliseconds; the answer cancels it. */
  readonly schedule: (delayInMilliseconds: number, callback: () => void) => Unsubscribe;
  /** Called when other words are to be shown, though nothing has changed. */
  readonly onChange: () => void;
}

/**
 * Keeps the words still while a connection that was good goes and comes: "Ready for calls" stays until it is clear
 * that they are not true any more. All else is said at once: a call, and what somebody has to do something about.
 */
export class SteadyStatus {
  readonly #parts: SteadyStatusParts;
  #shown: StatusDescription | null = null;
  #cancel: Unsubscribe | null = null;
  #isPatient = true;

  constructor(parts: SteadyStatusParts) {
    this.#parts = parts;
  }

  /** What to show of what is true now. */
  steady(current: StatusDescription, isInCall: boolean): StatusDescription {
    const isLoss = this.#shown?.tone === 'ready' && current.tone === 'waiting' && !isInCall;
    if (isLoss && this.#isPatient) {
      this.#cancel ??= this.#parts.schedule(PATIENCE_WITH_LOSS_IN_MILLISECONDS, this.#loseWithPatience);
      return this.#shown ?? current;
    }
    this.stop();
    this.#shown = current;
    return current;
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#isPatient = true;
  }

  #loseWithPatience = (): void => {
    this.#isPatient = false;
    this.#parts.onChange();
  };
}
