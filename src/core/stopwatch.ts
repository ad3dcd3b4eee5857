/** Adds up how long something was so. It is told the time, and has no clock. */
export class Stopwatch {
  #total = 0;
  #startedAt: number | null = null;

  /** It is so from this moment on, or is not. Saying it again changes nothing. */
  turn(isRunning: boolean, at: number): void {
    if (isRunning) {
      this.#startedAt ??= at;
    } else if (this.#startedAt !== null) {
      this.#total += at - this.#startedAt;
      this.#startedAt = null;
    }
  }

  /** Milliseconds in all, once it is stopped. */
  get total(): number {
    return this.#total;
  }
}
