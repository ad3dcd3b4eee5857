/** The page's own `tel:` links, dialled here. */
import type { CallController } from '../../core/call-controller.js';
import type { Unsubscribe } from '../../core/ports.js';
import { isPhoneError } from '../../core/phone-error.js';
import { defaultCountryOf } from './default-country.js';
import { readDialTarget, readPlainNumber } from './dial-target.js';
import { loadPhoneNumbers } from './load-phone-numbers.js';
import { placeCall } from './place-call.js';

/** The phone that dials, and asks the page before it does. */
export interface LinkedPhone extends HTMLElement {
  readonly defaultCountry: string | null;
}

export interface LinkedDialer {
  call(text: string, requester: HTMLElement): Promise<void>;
}

/** What a phone dials with. */
export interface DialsWith {
  readonly controller: CallController;
  /** Where the person sees what is dialled, if anywhere. */
  readonly findDialer: () => LinkedDialer | null;
}

const followed = new WeakMap<LinkedPhone, Unsubscribe>();

/** Dials the links that a person clicks from now on, by one listener; with null, no more. */
export function followCallLinks(phone: LinkedPhone, means: DialsWith | null): void {
  followed.get(phone)?.();
  followed.delete(phone);
  if (!means) return;
  const handleClick = (event: MouseEvent): void => {
    const href = isPlainClick(event) ? callLinkOf(event) : null;
    if (href === null) return;
    event.preventDefault();
    void dial(phone, href, means);
  };
  document.addEventListener('click', handleClick);
  followed.set(phone, () => document.removeEventListener('click', handleClick));
}

/** Made by a person, not taken by the page, and without a key that means "open elsewhere". */
function isPlainClick(event: MouseEvent): boolean {
  const { isTrusted, defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  return isTrusted && !defaultPrevented && button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

/** The address as it is written: the browser's own would take a `#` in it for a fragment. */
function callLinkOf(event: Event): string | null {
  for (const target of event.composedPath()) {
    if (target instanceof Element && target.matches('a[href], area[href]')) {
      const href = target.getAttribute('href')?.trim() ?? '';
      return /^tel:/i.test(href) ? href : null;
    }
  }
  return null;
}

/** What goes wrong stands in the dialer, or else in the phone's state. */
async function dial(phone: LinkedPhone, href: string, { controller, findDialer }: DialsWith): Promise<void> {
  try {
    const dialer = findDialer();
    if (dialer) await dialer.call(href, phone);
    else await dialUnseen(phone, href, controller);
  } catch (error) {
    if (!isPhoneError(error)) reportError(error);
  }
}

async function dialUnseen(phone: LinkedPhone, href: string, controller: CallController): Promise<void> {
  const numbers = await loadPhoneNumbers().catch(() => null);
  const country = numbers && defaultCountryOf(phone, controller, numbers.isCountry);
  const read = (text: string) => numbers?.readPhoneNumber(text, country) ?? readPlainNumber(text);
  const target = readDialTarget(href, read);
  if (typeof target === 'string') console.warn(`<${phone.localName}>: ${href} cannot be dialled: ${target}.`);
  else if (controller.can('makeCall')) await placeCall({ requester: phone, controller, target });
}
