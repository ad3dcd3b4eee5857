import type { ClockPort, Unsubscribe } from '../../src/core/ports.js';

/** A clock that stands still until it is told to go on. */
export class FakeClock implements ClockPort {
  #wallOffset: number;
  #elapsed = 0;
  /** Timers fire at multiples of this only. */
  #step = 1;
  #timers: { readonly due: number; readonly callback: () => void }[] = [];

  constructor(startsAt = Date.UTC(2026, 0, 1)) {
    this.#wallOffset = startsAt;
  }

  now(): number {
    return this.#wallOffset + this.#elapsed;
  }

  monotonicNow(): number {
    return this.#elapsed;
  }

  schedule(delayInMilliseconds: number, callback: () => void): Unsubscribe {
    const timer = { due: this.#elapsed + delayInMilliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass; timers fire in their order, and see the time for which they were set. */
  tick(milliseconds: number): void {
    const end = this.#elapsed + milliseconds;
    for (let next = this.#nextDue(end); next; next = this.#nextDue(end)) {
      const { due, callback } = next;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#elapsed = Math.max(this.#elapsed, this.#heldBack(due));
      callback();
    }
    this.#elapsed = end;
  }

  /** The computer sleeps: time passes, and no timer fires before the next `tick()`. */
  sleep(milliseconds: number): void {
    this.#elapsed += milliseconds;
  }

  /** Somebody sets the computer's clock; no time passes. */
  jump(milliseconds: number): void {
    this.#wallOffset += milliseconds;
  }

  /** Timers fire once a minute at most, as Chromium's do in a page that has been hidden for a while; or not so. */
  holdBack(isHidden: boolean): void {
    this.#step = isHidden ? 60_000 : 1;
  }

  /** How many timers wait: zero after everything is torn down. */
  get pendingTimers(): number {
    return this.#timers.length;
  }

  /** Milliseconds until the next timer fires, or null when none waits. */
  get nextTimerIn(): number | null {
    const dues = this.#timers.map((timer) => timer.due);
    return dues.length === 0 ? null : Math.min(...dues) - this.#elapsed;
  }

  #nextDue(end: number) {
    return this.#timers
      .filter((timer) => this.#heldBack(timer.due) <= end)
      .sort((one, other) => one.due - other.due)[0];
  }

  #heldBack(due: number): number {
    return Math.ceil(due / this.#step) * this.#step;
  }
}
