/** How the phone of the page is painted. */
import { everyElement } from './accessible.js';
import { element } from './phone-page.js';

const seen = [
  'color',
  'background-color',
  'border-top-color',
  'font-family',
  'border-top-left-radius',
  'stroke',
] as const;
const boxes = ['padding-top', 'block-size', 'row-gap', 'margin-top'] as const;

/** What each element of the phone paints, by its tag. */
export function portrait(): Map<string, string> {
  const painted = new Map<string, string>();
  for (const one of [element, ...everyElement(element.shadowRoot as ShadowRoot)]) {
    const root = one.getRootNode();
    if (!(root instanceof ShadowRoot)) continue;
    const tag = root.host.localName === 'div' ? 'incoming-call-toast' : root.host.localName;
    const said = ['', '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(one, pseudo);
      return [...seen, ...boxes].map((name) => style.getPropertyValue(name));
    });
    painted.set(tag, `${painted.get(tag) ?? ''}\n${said.join(' ')}`);
  }
  return painted;
}
