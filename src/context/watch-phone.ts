import type { CallController } from '../core/call-controller.js';
import type { Unsubscribe } from '../core/ports.js';
import { isPageParsed, onlyPhone, pageIsParsed, phoneById, phonesOfPage } from './find-phone.js';
import { controllerOf, registeredPhones, subscribeToPhones } from './phone-registry.js';

/**
 * Tells which phone is meant, at once and whenever that changes: the one with this id, else the page's only
 * one; null while there is none. What was found stays meant when another phone appears.
 */
export function watchPhone(
  id: string | undefined,
  listener: (controller: CallController | null) => void,
): Unsubscribe {
  let found: CallController | null = null;
  let hasComplained = false;
  const look = (): void => {
    if (found && isInPage(found)) return;
    const next = visiblePhone(id);
    if (!next && !hasComplained) hasComplained = complainOfMany(id);
    if (next === found) return;
    found = next;
    listener(found);
  };
  const unsubscribe = subscribeToPhones(look);
  look();
  let isOver = false;
  if (!isPageParsed()) void pageIsParsed().then(() => isOver || look());
  return () => {
    isOver = true;
    unsubscribe();
  };
}

/** The phone that is meant now, or null. */
export function visiblePhone(id: string | undefined): CallController | null {
  if (id !== undefined) return phoneById(id);
  return isPageParsed() ? onlyPhone() : null;
}

function isInPage(controller: CallController): boolean {
  return registeredPhones().some((phone) => controllerOf(phone) === controller);
}

/** True when it had to be said. */
function complainOfMany(id: string | undefined): boolean {
  const count = phonesOfPage().length;
  if (id !== undefined || count < 2 || !isPageParsed()) return false;
  console.warn(`twilio-phone: this page has ${count} phones. Say which one is meant by its id.`);
  return true;
}
