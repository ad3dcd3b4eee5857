/**
 * The phones of this page, wherever they stand: shadow roots and other copies of this library included, which
 * is why they are kept at a registered symbol. Its version changes when what is kept there changes.
 */
import type { CallController } from '../core/call-controller.js';
import type { Unsubscribe } from '../core/ports.js';

interface PhoneRegistry {
  readonly phones: Map<Element, CallController>;
  readonly listeners: Set<() => void>;
}

/** Adds a phone, or gives it another controller. */
export function registerPhone(element: Element, controller: CallController): void {
  const { phones } = registry();
  if (phones.get(element) === controller) return;
  phones.set(element, controller);
  tellListeners();
}

/** Takes a phone out. What was attached to it looks for another. */
export function unregisterPhone(element: Element): void {
  if (registry().phones.delete(element)) tellListeners();
}

/** The controller of a phone, or null when the element is none, or has none yet. */
export function controllerOf(element: Element): CallController | null {
  return registry().phones.get(element) ?? null;
}

/** Every phone of the page, in the order in which they came. */
export function registeredPhones(): readonly Element[] {
  return [...registry().phones.keys()];
}

/** Calls the listener whenever a phone came, went or changed its controller. */
export function subscribeToPhones(listener: () => void): Unsubscribe {
  const { listeners } = registry();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const key = Symbol.for('twilio-phone/registry/1');

function registry(): PhoneRegistry {
  const page = globalThis as { [key]?: PhoneRegistry };
  page[key] ??= { phones: new Map(), listeners: new Set() };
  return page[key];
}

function tellListeners(): void {
  for (const listener of [...registry().listeners]) listener();
}
