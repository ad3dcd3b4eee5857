/** Registers an element, unless another copy of this library has done so: a page may load two. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
