import { FRAME_DURATION_IN_MILLISECONDS } from './audio.js';

/** The time that a ticker goes by. */
export interface TickerClock {
  /** Milliseconds that never jump. */
  monotonicNow(): number;
  /** Calls back once after so many milliseconds; the answer cancels it. */
  schedule(delayInMilliseconds: number, callback: () => void): () => void;
}

/** After a longer standstill than this (a machine asleep) the missed ticks are left out, not made up for. */
const LONGEST_CATCH_UP_IN_TICKS = 25;

/**
 * Calls its listeners 50 times a second for as long as it has any.
 *
 * A late timer is made up for: after n seconds there have been 50 n ticks, so that a call neither runs slow
 * nor drifts from the browser's clock.
 */
export class Ticker {
  readonly #clock: TickerClock;
  readonly #listeners = new Set<() => void>();
  #startedAt = 0;
  #ticksDone = 0;
  #cancelNextTick: () => void = () => {};

  constructor(clock: TickerClock) {
    this.#clock = clock;
  }

  /** Calls the listener at each tick until the answer is called. The last one to leave stops the timer. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (!this.#listeners.delete(listener)) return;
      if (this.#listeners.size === 0) this.#cancelNextTick();
    };
  }

  #start(): void {
    this.#startedAt = this.#clock.monotonicNow();
    this.#ticksDone = 0;
    this.#scheduleNextTick();
  }

  #scheduleNextTick(): void {
    this.#leaveOutWhatWasSleptThrough();
    const delay = this.#timeOfTick(this.#ticksDone + 1) - this.#clock.monotonicNow();
    this.#cancelNextTick = this.#clock.schedule(Math.max(0, delay), () => this.#tick());
  }

  #tick(): void {
    this.#ticksDone += 1;
    // Scheduled first: a listener that throws must not stop everybody's sound.
    this.#scheduleNextTick();
    for (const listener of [...this.#listeners]) listener();
  }

  #leaveOutWhatWasSleptThrough(): void {
    const elapsed = this.#clock.monotonicNow() - this.#startedAt;
    const ticksDue = Math.floor(elapsed / FRAME_DURATION_IN_MILLISECONDS);
    if (ticksDue - this.#ticksDone > LONGEST_CATCH_UP_IN_TICKS) this.#ticksDone = ticksDue;
  }

  #timeOfTick(count: number): number {
    return this.#startedAt + count * FRAME_DURATION_IN_MILLISECONDS;
  }
}

const systemClock: TickerClock = {
  monotonicNow: () => performance.now(),
  schedule: (delayInMilliseconds, callback) => {
    let immediate: NodeJS.Immediate | undefined;
    const timeout = setTimeout(() => {
      // After a stall Node runs timers before it reads its sockets: wait for the packets that came meanwhile.
      immediate = setImmediate(callback);
    }, delayInMilliseconds);
    return () => {
      clearTimeout(timeout);
      clearImmediate(immediate);
    };
  },
};

/** The one ticker that all sound of this process goes by. */
export const ticker = new Ticker(systemClock);
