/** How long a click is taken for one that was meant for what stood there before. */
export const FIRST_MOMENTS_IN_MILLISECONDS = 300;

/** Grey, then their colors come in. Nothing moves, and words can be read all the while: paleness would hide them. */
const greyAtFirst: Keyframe[] = [
  { filter: 'grayscale(1)', offset: 0 },
  { filter: 'grayscale(1)', offset: 0.5 },
];

/**
 * Tells a click from an accident: somebody clicks or presses Enter just as buttons appear, or move, under
 * the hand. A click made by a script is no accident, and the page could call the phone's methods as well.
 */
export class FirstMoments {
  #began = -Infinity;

  /** Buttons have appeared or moved. Those that are handed in look as if they could not be pressed yet. */
  begin(buttons: Iterable<Element> = []): void {
    this.#began = performance.now();
    for (const button of buttons) button.animate(greyAtFirst, FIRST_MOMENTS_IN_MILLISECONDS);
  }

  isAccident(event: Event): boolean {
    return event.isTrusted && event.timeStamp - this.#began < FIRST_MOMENTS_IN_MILLISECONDS;
  }
}
