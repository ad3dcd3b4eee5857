/** How long a click is taken for one that was meant for what stood there before. */
export const FIRST_MOMENTS_IN_MILLISECONDS = 300;

/**
 * Tells a click from an accident: somebody clicks or presses Enter just as buttons appear, or move, under
 * the hand. A click made by a script is no accident, and the page could call the phone's methods as well.
 */
export class FirstMoments {
  #began = -Infinity;

  /** Buttons have appeared or moved. */
  begin(): void {
    this.#began = performance.now();
  }

  isAccident(event: Event): boolean {
    return event.isTrusted && event.timeStamp - this.#began < FIRST_MOMENTS_IN_MILLISECONDS;
  }
}
