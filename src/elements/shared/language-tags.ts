import { controllerOf, registeredPhones } from '../../context/phone-registry.js';
import type { CallController } from '../../core/call-controller.js';

/**
 * What languages to speak, the best first: that of the element itself, of the phone that it belongs to, of what
 * stands around it in the page, and those of the browser.
 */
export function* languageTags(element: Element, controller: CallController | null): Generator<string> {
  if (element.hasAttribute('lang')) yield* langOf(element);
  const phone = registeredPhones().find((one) => controller !== null && controllerOf(one) === controller);
  if (phone) yield* langOf(phone);
  for (let node: Node | null = element; node; node = parentAcrossRoots(node)) {
    if (!(node instanceof Element) || !node.hasAttribute('lang')) continue;
    yield* langOf(node);
    break;
  }
  yield* navigator.languages;
}

/** An empty `lang` says that nobody knows. */
function langOf(element: Element): string[] {
  return [element.getAttribute('lang') ?? ''].filter(Boolean);
}

function parentAcrossRoots(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
