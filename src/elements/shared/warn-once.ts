const warned = new WeakMap<Element, Set<string>>();

/** Says something about an element to the developer, on the console, and never the same thing twice. */
export function warnOnce(element: Element, message: string): void {
  const messages = warned.get(element) ?? new Set();
  warned.set(element, messages);
  if (messages.has(message)) return;
  messages.add(message);
  console.warn(`<${element.localName}>: ${message}`);
}
