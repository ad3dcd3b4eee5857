import { focusedElement } from './toast-place.js';

/**
 * The key that leads to the toast from anywhere in the page, and back again. F8 is free in browsers and
 * screen readers when pressed alone, it types nothing, and Radix UI's toasts have made it known.
 */
export const FOCUS_KEY = 'F8';

/** What the key leads to. */
export interface FocusTarget {
  /** True while the focus is there. */
  readonly hasFocus: boolean;
  /** Moves the focus there. */
  focus(): void;
}

/** Moves the focus to a toast and back to where it came from. It never moves by itself. */
export class FocusKey {
  readonly #target: FocusTarget;
  #cameFrom: Element | null = null;

  constructor(target: FocusTarget) {
    this.#target = target;
  }

  listen(): void {
    window.addEventListener('keydown', this.#handleKeyDown);
  }

  /** The target goes away. A focus that would be lost with it goes back; one that is elsewhere stays. */
  stop(): void {
    window.removeEventListener('keydown', this.#handleKeyDown);
    const focused = focusedElement();
    if (this.#target.hasFocus || focused === null || focused === document.body) this.leave();
    this.#cameFrom = null;
  }

  /** Gives the focus back to what had it before the key was pressed. */
  leave(): void {
    if (this.#cameFrom instanceof HTMLElement) this.#cameFrom.focus({ preventScroll: true });
    this.#cameFrom = null;
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== FOCUS_KEY || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.#target.hasFocus) {
      this.leave();
      return;
    }
    this.#cameFrom = focusedElement();
    this.#target.focus();
  };
}
