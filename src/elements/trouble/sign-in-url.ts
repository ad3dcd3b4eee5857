import { controllerOf, registeredPhones } from '../../context/phone-registry.js';
import type { CallController } from '../../core/call-controller.js';
import { warnOnce } from '../shared/warn-once.js';

/** An element that may be told where the person signs in. */
interface SignInAttribute extends Element {
  readonly signInUrl: string | null;
}

/** Where the person signs in, by the element or else by its phone; null where nobody says, or says no address. */
export function findSignInUrl(element: SignInAttribute, controller: CallController | null): string | null {
  const phone = registeredPhones().find((one) => controller !== null && controllerOf(one) === controller);
  for (const said of [element, phone].filter(isSignInAttribute)) {
    if (said.signInUrl !== null) return readUrl(said, said.signInUrl);
  }
  return null;
}

function readUrl(element: Element, text: string): string | null {
  const url = URL.canParse(text, document.baseURI) ? new URL(text, document.baseURI) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  warnOnce(element, `sign-in-url="${text}" is left out: it is no http or https address.`);
  return null;
}

function isSignInAttribute(element: Element | undefined): element is SignInAttribute {
  return element !== undefined && 'signInUrl' in element;
}
