/**
 * Where a toast can be seen and clicked. A popover is above every z-index, but measured in Chromium it can
 * neither be seen in what is not displayed, nor clicked in what is inert, nor clicked outside a modal dialog.
 */

/** The toast's own home when it can be reached there, else the open modal dialog, else the end of the page. */
export function placeFor(home: ShadowRoot): Node {
  const dialog = openModalDialog();
  if (isReachable(home.host, dialog)) return home;
  return dialog ?? (isCutOff(document.body) ? document.documentElement : document.body);
}

function isReachable(element: Element, dialog: Element | null): boolean {
  if (!element.checkVisibility()) return false;
  let isInDialog = dialog === null;
  for (const above of ancestorsOf(element)) {
    if (isCutOff(above)) return false;
    isInDialog ||= above === dialog;
  }
  return isInDialog;
}

function isCutOff(element: Element): boolean {
  return element.matches('[inert], [aria-hidden="true"]');
}

/** The modal dialog on top. `showModal()` moves the focus into it, which finds it in shadow roots too. */
export function openModalDialog(): Element | null {
  const focused = focusedElement();
  const around = focused && [...ancestorsOf(focused)].find((element) => element.matches('dialog:modal'));
  return around ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}

/** What has the focus, through all shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** True when one of them stands in the other, through shadow roots. */
export function isAround(outer: Element, inner: Element): boolean {
  return [...ancestorsOf(inner)].includes(outer);
}

/** The element itself and everything around it, shadow hosts included. */
function* ancestorsOf(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = aroundOf(node)) {
    if (node instanceof Element) yield node;
  }
}

function aroundOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
