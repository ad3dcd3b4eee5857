import { adoptStyles } from 'lit';
import type { CSSResultOrNative } from 'lit';
import type { FocusTarget } from './focus-key.js';
import { rootsAround } from './roots-around.js';
import { focusedElement, placeFor } from './toast-place.js';
import { wearTheme } from './wear-theme.js';
import { wornThemeStyles } from './wear-theme.styles.js';

/** Changes in the page after which the toast may have to move. */
const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['open', 'inert', 'aria-hidden', 'hidden', 'class', 'style'],
};

/**
 * What a toast is painted on: a popover that stands above the page wherever that is possible. The toast's
 * element itself never moves, because it may belong to a framework that would miss it; only its surface does.
 */
export class ToastSurface implements FocusTarget {
  /** What the toast renders into. It travels with its styles. */
  readonly root: ShadowRoot;
  readonly #home: ShadowRoot;
  readonly #element = document.createElement('div');
  readonly #observer = new MutationObserver(() => this.#settle());
  #isShown = false;

  constructor(home: ShadowRoot, styles: CSSResultOrNative[], parts: readonly string[]) {
    this.#home = home;
    this.#element.popover = 'manual';
    this.#element.setAttribute('exportparts', parts.join(', '));
    this.root = this.#element.attachShadow({ mode: 'open' });
    adoptStyles(this.root, [...styles, wornThemeStyles]);
    home.append(this.#element);
  }

  /** True while the focus is on the surface. */
  get hasFocus(): boolean {
    return this.root.activeElement !== null;
  }

  /** Moves the focus to the first thing that one would press. */
  focus(): void {
    this.root.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  /** Puts the surface above the page, and keeps it there. */
  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    this.#element.removeAttribute('data-settled');
    wearTheme(this.#element, this.#home.host);
    this.#move();
    document.addEventListener('focusin', this.#settle);
    document.addEventListener('toggle', this.#handleToggle, true);
  }

  /** Takes the surface away, back to where it is at home. */
  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#observer.disconnect();
    document.removeEventListener('focusin', this.#settle);
    document.removeEventListener('toggle', this.#handleToggle, true);
    this.#element.removeAttribute('data-shown');
    if (this.#element.isConnected) this.#element.hidePopover();
    if (this.#element.parentNode !== this.#home) this.#home.append(this.#element);
  }

  /** Moves when it must, and only then. */
  #settle = (): void => {
    if (this.#element.parentNode !== placeFor(this.#home) || !this.#element.isConnected) this.#move();
  };

  /** Something else came up above the page. Who came last is on top, so the toast comes again. */
  #handleToggle = (event: Event): void => {
    if (event.target !== this.#element && this.#isCovered()) this.#raise();
  };

  #move(): void {
    const place = placeFor(this.#home);
    if (this.#element.parentNode !== place) place.appendChild(this.#element);
    this.#watch();
    this.#raise();
  }

  /** The document hears nothing of what changes in shadow roots, where the dialog may stand that the toast is in. */
  #watch(): void {
    this.#observer.disconnect();
    for (const root of [document, ...rootsAround(this.#element)]) this.#observer.observe(root, watched);
  }

  /** The top layer's order is the order of coming: taken out and put in again, the surface is the topmost. */
  #raise(): void {
    const focused = this.hasFocus ? focusedElement() : null;
    if (this.#element.hasAttribute('data-shown')) this.#element.toggleAttribute('data-settled', true);
    this.#element.toggleAttribute('data-shown', true);
    this.#element.hidePopover();
    this.#element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  #isCovered(): boolean {
    const card = this.root.querySelector('.card')?.getBoundingClientRect();
    const root = this.#element.getRootNode();
    if (!card || !(root instanceof Document || root instanceof ShadowRoot)) return false;
    return root.elementFromPoint(card.x + card.width / 2, card.y + card.height / 2) !== this.#element;
  }
}
