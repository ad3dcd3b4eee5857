import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { PATIENCE_IN_MILLISECONDS } from './with-patience.js';

/** A device that is replaced begins to connect in haste again: where that fails each time, it is left alone longer. */
const LONGEST_PATIENCE_IN_MILLISECONDS = 120_000;

interface StuckWatchParts {
  readonly clock: ClockPort;
  readonly onStuck: () => void;
}

/** The SDK may wait for ever for a registration, or for a connection that its server closed for good. */
export class StuckWatch {
  readonly #parts: StuckWatchParts;
  #patience = PATIENCE_IN_MILLISECONDS;
  #isRefused = false;
  #stop: Unsubscribe | null = null;

  constructor(parts: StuckWatchParts) {
    this.#parts = parts;
  }

  /** Called whenever it may have changed whether a registration is on its way. */
  watch(isOnTheWay: boolean): void {
    if (isOnTheWay) {
      this.#stop ??= this.#parts.clock.schedule(this.#patience, () => this.#hearStuck());
    } else {
      this.#stop?.();
      this.#stop = null;
    }
  }

  /** The SDK is not stuck: it tries, and fails, and waits longer each time. */
  hearRefusal(): void {
    this.#isRefused = true;
  }

  /** All is well. */
  forget(): void {
    this.#patience = PATIENCE_IN_MILLISECONDS;
    this.#isRefused = false;
  }

  #hearStuck(): void {
    this.#stop = null;
    const longer = Math.min(2 * this.#patience, LONGEST_PATIENCE_IN_MILLISECONDS);
    this.#patience = this.#isRefused ? longer : PATIENCE_IN_MILLISECONDS;
    this.#isRefused = false;
    this.#parts.onStuck();
  }
}
