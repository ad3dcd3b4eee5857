import type { ClockPort, DevicePort, Unsubscribe } from './ports.js';

/** The SDK gives a line up after 15 s without a word; what is silent for longer is dead, whatever it calls itself. */
export const LONGEST_SILENCE_IN_MILLISECONDS = 15_500;
/** Words that came while the page stood still wait in its queue: they are heard first. */
export const HEARING_TIME_IN_MILLISECONDS = 250;

interface LineWatchParts {
  readonly clock: ClockPort;
  readonly device: DevicePort;
  readonly onSilence: () => void;
}

/**
 * Watches over the line of a phone that is registered: readiness is what Twilio said last, not what a timer of the
 * SDK has not yet denied. Nothing is done at a heartbeat; the last one is looked up when it should be followed.
 */
export class LineWatch {
  readonly #parts: LineWatchParts;
  #cancel: Unsubscribe = () => undefined;

  constructor(parts: LineWatchParts) {
    this.#parts = parts;
  }

  /** How long nothing was heard; null where nothing can be. */
  get silenceInMilliseconds(): number | null {
    const { clock, device } = this.#parts;
    return device.lastWordAt === null ? null : Math.max(0, clock.monotonicNow() - device.lastWordAt);
  }

  start(): void {
    this.stop();
    const silence = this.silenceInMilliseconds;
    if (silence !== null) this.#lookIn(Math.max(0, LONGEST_SILENCE_IN_MILLISECONDS - silence));
  }

  stop(): void {
    this.#cancel();
  }

  /** Looks at once: a timer that was due while the page slept may be late. */
  look(): void {
    if (!this.#isSilent) return this.start();
    this.stop();
    this.#cancel = this.#parts.clock.schedule(HEARING_TIME_IN_MILLISECONDS, () => {
      if (this.#isSilent) this.#parts.onSilence();
      else this.start();
    });
  }

  #lookIn(delay: number): void {
    this.#cancel = this.#parts.clock.schedule(delay, () => this.look());
  }

  get #isSilent(): boolean {
    return (this.silenceInMilliseconds ?? 0) >= LONGEST_SILENCE_IN_MILLISECONDS;
  }
}
