import { placeAt, snap } from './dock-geometry.js';
import type { DockedBox, Place } from './dock-geometry.js';

/** What a drag moves. */
export interface DragTarget {
  /** True where a press may become a drag; elsewhere it is a click or marks text. */
  isGrip(event: PointerEvent): boolean;
  /** A press became a drag. */
  take(): void;
  /** The hand is there. */
  move(place: Place): void;
  /** The hand let go, or lost it: null to go back to where it was. */
  drop(place: Place | null): void;
}

/** A hand's tremble is no drag. */
const THRESHOLD_IN_PIXELS = 5;

interface Press {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

/** Moves the dock by mouse, finger or pen. */
export class DockDrag {
  readonly #dock: HTMLElement;
  readonly #target: DragTarget;
  #press: Press | null = null;
  /** True from where a press became a drag until the next press. */
  #isMoving = false;

  constructor(dock: HTMLElement, target: DragTarget) {
    this.#dock = dock;
    this.#target = target;
    dock.addEventListener('pointerdown', this.#handleDown);
    dock.addEventListener('click', this.#handleClick, true);
  }

  #handleDown = (event: PointerEvent): void => {
    this.#isMoving = false;
    if (event.button !== 0 || !event.isPrimary || !this.#target.isGrip(event)) return;
    const { left, top } = this.#dock.getBoundingClientRect();
    this.#press = { pointerId: event.pointerId, x: event.clientX, y: event.clientY, left, top };
    // A quick hand has left the dock by its first move.
    window.addEventListener('pointermove', this.#handleMove);
    window.addEventListener('pointerup', this.#handleUp);
    window.addEventListener('pointercancel', this.#handleCancel);
  };

  #handleMove = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointerId !== event.pointerId) return;
    if (!this.#isMoving) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < THRESHOLD_IN_PIXELS) return;
      this.#isMoving = true;
      // Only now: a captured press would not click what lies under it.
      this.#dock.setPointerCapture(event.pointerId);
      this.#dock.toggleAttribute('data-moving', true);
      this.#target.take();
    }
    this.#target.move(this.#placeOf(event, press));
  };

  #handleUp = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointerId !== event.pointerId) return;
    this.#end(this.#isMoving ? snap(this.#placeOf(event, press), boxOf(this.#dock)) : undefined);
  };

  #handleCancel = (): void => {
    if (this.#press) this.#end(this.#isMoving ? null : undefined);
  };

  /** What ends a drag is no click; what a key clicks has no such number. */
  #handleClick = (event: MouseEvent): void => {
    if (!this.#isMoving || event.detail === 0) return;
    this.#isMoving = false;
    event.stopPropagation();
    event.preventDefault();
  };

  #end(place: Place | null | undefined): void {
    this.#press = null;
    window.removeEventListener('pointermove', this.#handleMove);
    window.removeEventListener('pointerup', this.#handleUp);
    window.removeEventListener('pointercancel', this.#handleCancel);
    this.#dock.toggleAttribute('data-moving', false);
    if (place !== undefined) this.#target.drop(place);
  }

  #placeOf(event: PointerEvent, { x, y, left, top }: Press): Place {
    return placeAt(left + event.clientX - x, top + event.clientY - y, boxOf(this.#dock));
  }
}

/** The dock in its window, without the window's scroll bars. */
export function boxOf(dock: HTMLElement): DockedBox {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { dock: dock.getBoundingClientRect(), window: { width, height: isQuirks() ? innerHeight : height } };
}

/** There the document is as high as its content. */
function isQuirks(): boolean {
  return document.compatMode === 'BackCompat';
}
