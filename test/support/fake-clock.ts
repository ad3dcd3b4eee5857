import type { ClockPort, Unsubscribe } from '../../src/core/ports.js';

/** A clock that stands still until it is told to go on. */
export class FakeClock implements ClockPort {
  #wallOffset: number;
  #elapsed = 0;
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
      this.#elapsed = Math.max(this.#elapsed, due);
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
    return this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
