import { focusedElement } from './toast-place.js';

/**
 * The key that leads to the toast from anywhere in the page, and back again. F8 is free in browsers and
 * screen readers when pressed alone, it types nothing, and Radix UI's toasts have made it known.
 */
export const FOCUS_KEY = 'F8';

/** Moves the focus to a toast and back to where it came from. It never moves by itself. */
export class FocusKey {
  readonly #target: () => HTMLElement | null;
  #cameFrom: Element | null = null;

  constructor(target: () => HTMLElement | null) {
    this.#target = target;
  }

  listen(): void {
    window.addEventListener('keydown', this.#handleKeyDown);
  }

  stop(): void {
    window.removeEventListener('keydown', this.#handleKeyDown);
    this.#cameFrom = null;
  }

  /** Gives the focus back to what had it before the key was pressed. */
  leave(): void {
    const cameFrom = this.#cameFrom;
    this.#cameFrom = null;
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  }

  #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== FOCUS_KEY || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = this.#target();
    if (!target) return;
    event.preventDefault();
    if (this.#cameFrom) {
      this.leave();
      return;
    }
    this.#cameFrom = focusedElement();
    target.focus();
  };
}
