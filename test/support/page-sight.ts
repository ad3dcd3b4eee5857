/** Whether the person looks at the page, said by the test instead of the window. */
export class PageSight {
  #isVisible = true;
  #hasFocus = true;

  constructor() {
    Object.defineProperty(document, 'visibilityState', {
      get: () => (this.#isVisible ? 'visible' : 'hidden'),
      configurable: true,
    });
    Object.defineProperty(document, 'hasFocus', { value: () => this.#hasFocus, configurable: true });
  }

  /** The tab goes behind another. */
  hide(): void {
    this.#isVisible = this.#hasFocus = false;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** The tab is in front again, and its window as well. */
  show(): void {
    this.#isVisible = this.#hasFocus = true;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  /** Another window comes to the front; this one can still be seen, at least in parts. */
  loseFocus(): void {
    this.#hasFocus = false;
    window.dispatchEvent(new Event('blur'));
  }

  gainFocus(): void {
    this.#hasFocus = true;
    window.dispatchEvent(new Event('focus'));
  }

  restore(): void {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hasFocus');
  }
}
