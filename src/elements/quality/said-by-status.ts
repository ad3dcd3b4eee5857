import { registeredPhones } from '../../context/phone-registry.js';

/**
 * Whether a `<phone-status>` of the same phone says the same already: it does so at the head of the phone, and in a
 * dock that is minimised too. Nobody has to hear it twice; where it is not known whose the status is, they may.
 */
export function isSaidByStatus(warning: string, element: Element): boolean {
  if (warning !== 'microphone-lost') return false;
  const root = element.getRootNode() as Document | ShadowRoot;
  const isOnlyPhone = registeredPhones().length < 2;
  const places = isOnlyPhone ? [root, document] : [root].filter((place) => place !== document);
  return places.some((place) => place.querySelector('phone-status') !== null);
}
