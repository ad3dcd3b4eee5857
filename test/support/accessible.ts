/** Finds what a person with a screen reader finds: by role and name, through every shadow root. */
import 'axe-core/axe.min.js';

interface Axe {
  setup(node: Node): void;
  teardown(): void;
  readonly utils: { getNodeFromTree(element: Element): unknown };
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null };
    readonly text: { accessibleText(element: Element): string };
    readonly dom: { isVisibleToScreenReaders(element: Element): boolean };
  };
}

const { axe } = globalThis as unknown as { axe: Axe };

/** Every element of the page that screen readers find under this role and, where one is given, this name. */
export function allByRole(role: string, name?: string | RegExp): HTMLElement[] {
  axe.setup(document.documentElement);
  try {
    const { aria, text, dom } = axe.commons;
    return [...everyElement(document.body)].filter((element): element is HTMLElement => {
      // What no slot takes up is in no tree that anybody sees.
      if (!axe.utils.getNodeFromTree(element)) return false;
      if (!(element instanceof HTMLElement) || aria.getRole(element) !== role) return false;
      if (!dom.isVisibleToScreenReaders(element)) return false;
      return name === undefined || matches(text.accessibleText(element), name);
    });
  } finally {
    axe.teardown();
  }
}

/** The only such element. Throws when there is none, or more than one. */
export function byRole(role: string, name?: string | RegExp): HTMLElement {
  const found = allByRole(role, name);
  const [element] = found;
  if (!element || found.length > 1) {
    throw new Error(`${found.length} elements are a ${role} named ${String(name ?? 'anything')}.`);
  }
  return element;
}

/** What has the focus, through every shadow root. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Every element below, shadow roots included. */
export function* everyElement(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
    yield* everyElement(element);
  }
}

function matches(text: string, name: string | RegExp): boolean {
  const line = text.replace(/\s+/g, ' ').trim();
  return typeof name === 'string' ? line === name : name.test(line);
}
