/** What the buttons are in. */
export interface ButtonHost {
  readonly renderRoot: ParentNode;
}

/** One stop of the Tab key for all buttons of a toolbar; arrow keys, Home and End move among them (ARIA APG). */
export class RovingFocus {
  readonly #host: ButtonHost;
  #current = 0;

  constructor(host: ButtonHost) {
    this.#host = host;
  }

  /** Makes the current button the one that Tab reaches. Called after each render. */
  apply(): void {
    this.#buttons.forEach((button, index) => (button.tabIndex = index === this.#current ? 0 : -1));
  }

  /** Moves the focus to the current button. */
  focus(options?: FocusOptions): void {
    this.#buttons[this.#current]?.focus(options);
  }

  handleFocusIn = (event: FocusEvent): void => {
    this.#moveTo(this.#buttons.findIndex((button) => button === event.target));
  };

  handleKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const index = this.#indexFor(event);
    if (index === null) return;
    event.preventDefault();
    this.#moveTo(index);
    this.#buttons[index]?.focus();
  };

  #indexFor({ key, target }: KeyboardEvent): number | null {
    const count = this.#buttons.length;
    const isRightToLeft = target instanceof Element && getComputedStyle(target).direction === 'rtl';
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    if (key === (isRightToLeft ? 'ArrowLeft' : 'ArrowRight')) return (this.#current + 1) % count;
    if (key === (isRightToLeft ? 'ArrowRight' : 'ArrowLeft')) return (this.#current - 1 + count) % count;
    return null;
  }

  #moveTo(index: number): void {
    if (index < 0) return;
    this.#current = index;
    this.apply();
  }

  get #buttons(): HTMLButtonElement[] {
    // A page may hide some of them by their parts.
    return [...this.#host.renderRoot.querySelectorAll('button')].filter((button) => button.checkVisibility());
  }
}
