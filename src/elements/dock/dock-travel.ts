import { adoptStyles, css } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { rootsAround } from '../shared/roots-around.js';
import { isAround, openModalDialog } from '../shared/toast-place.js';
import { wearTheme } from '../shared/wear-theme.js';
import { wornThemeStyles } from '../shared/wear-theme.styles.js';
import { forwardRequests } from './forward-requests.js';

/** The dialog's page may say anything of the dialog's children. */
const surfaceStyles = css`
  :host {
    all: initial !important;
    display: contents !important;
    color-scheme: inherit !important;
  }
`;

/** What may open or close a dialog. `showModal()` moves the focus, too, in shadow roots as well. */
const atHome: MutationObserverInit = { subtree: true, attributes: true, attributeFilter: ['open'] };
/** A dialog may also be thrown away, and the dock with it. */
const away: MutationObserverInit = { ...atHome, childList: true };

/**
 * While a modal dialog of the page is open nothing outside of it can be used, so the dock moves into it, and comes
 * home afterwards. The phone's element stays: it may belong to a framework that would miss it.
 */
export class DockTravel implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer = new MutationObserver(() => this.#settle());
  readonly #surface = document.createElement('div');
  readonly #root = this.#surface.attachShadow({ mode: 'open' });
  /** What travels, and what it stands before at home. */
  #luggage: { readonly content: Element; readonly before: Node | null } | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    const { adoptedStyleSheets } = host.renderRoot as ShadowRoot;
    adoptStyles(this.#root, [...adoptedStyleSheets, surfaceStyles, wornThemeStyles]);
    forwardRequests(this.#root, host);
    host.addController(this);
  }

  /** The dock, at home or away. */
  get dock(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.dock') ?? this.#host.renderRoot.querySelector('.dock');
  }

  hostConnected(): void {
    this.#observer.observe(document, atHome);
    document.addEventListener('focusin', this.#settle);
    this.#settle();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('focusin', this.#settle);
    this.comeHome();
  }

  hostUpdated(): void {
    this.#settle();
  }

  /** Back to where the phone's element renders it. */
  comeHome(): void {
    if (!this.#luggage) return;
    const { content, before } = this.#luggage;
    this.#luggage = null;
    this.#host.renderRoot.insertBefore(content, before);
    this.#surface.remove();
    this.#watch(atHome);
    this.#raise();
  }

  #settle = (): void => {
    const dialog = this.#findDialog();
    if (!dialog) return this.comeHome();
    if (this.#luggage && this.#surface.parentNode === dialog && this.#surface.isConnected) return;
    if (!this.#luggage && !this.#pack()) return;
    wearTheme(this.#surface, this.#host);
    dialog.append(this.#surface);
    this.#watch(away);
    this.#raise();
  };

  #pack(): boolean {
    const content = this.dock?.parentElement;
    if (!content) return false;
    this.#luggage = { content, before: content.nextSibling };
    this.#root.append(content);
    return true;
  }

  /** The dialog that the dock cannot be used outside of; null as well where the page hides the phone. */
  #findDialog(): Element | null {
    if (!this.#host.isConnected || !this.#host.checkVisibility()) return null;
    if (!this.dock?.popover) return null;
    const dialog = openModalDialog();
    return dialog && !isAround(dialog, this.#host) ? dialog : null;
  }

  #watch(what: MutationObserverInit): void {
    this.#observer.disconnect();
    if (!this.#host.isConnected) return;
    // The document hears nothing of what changes in shadow roots, where the dialog may stand.
    const roots = what === away ? rootsAround(this.#surface) : [];
    for (const root of [document, ...roots]) this.#observer.observe(root, what);
  }

  /** What was moved in the page has left the layer above it. */
  #raise(): void {
    const { dock } = this;
    if (dock?.isConnected && dock.popover && !dock.matches(':popover-open')) dock.showPopover();
  }
}
