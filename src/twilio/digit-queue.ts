import type { ClockPort, Unsubscribe } from '../core/ports.js';

/** A tone and its gap, measured in Chromium: 303 ms, though the SDK asks for 160 and 70 (`twilio/call.js`). */
const DIGIT_IN_MILLISECONDS = 320;
/** How far a browser that has much to do may be behind at the end of the tones that it was given. */
const RESERVE_IN_MILLISECONDS = 200;
/** The SDK's own length of a `w`. */
const PAUSE_IN_MILLISECONDS = 500;

/**
 * Lets the digits of a call out one after the other. A browser forgets the tones that still wait when it is
 * given more (W3C WebRTC, `insertDTMF`), the SDK hands it each wish at once, and counts a pause from the
 * beginning of the tones before it: keyed quickly, or around a pause, digits would be lost.
 */
export class DigitQueue {
  readonly #clock: ClockPort;
  readonly #send: (digits: string) => void;
  #waiting = '';
  #cancel: Unsubscribe | null = null;

  /** @param send sends a run of digits without pauses in it. */
  constructor(clock: ClockPort, send: (digits: string) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Sends these digits, `w` for a pause, after all that were asked for before. */
  add(digits: string): void {
    this.#waiting += digits;
    if (!this.#cancel) this.#sendNext();
  }

  /** What still waits is not sent any more. */
  clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting = '';
  }

  #sendNext(): void {
    this.#cancel = null;
    const run = /^(?:w|[^w]+)/.exec(this.#waiting)?.[0];
    if (run === undefined) return;
    this.#waiting = this.#waiting.slice(run.length);
    this.#cancel = this.#clock.schedule(durationOf(run), () => this.#sendNext());
    if (run !== 'w') this.#send(run);
  }
}

function durationOf(run: string): number {
  if (run === 'w') return PAUSE_IN_MILLISECONDS;
  return run.length * DIGIT_IN_MILLISECONDS + RESERVE_IN_MILLISECONDS;
}
