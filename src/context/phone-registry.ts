/**
 * The phones of this page, wherever they stand: shadow roots and other copies of this library included, which
 * is why they are kept at a registered symbol. Its version changes when what is kept there changes.
 */
import type { CallController } from '../core/call-controller.js';
import type { Unsubscribe } from '../core/ports.js';

interface PhoneRegistry {
  /** A phone is here before it has its controller, so that two are never taken for one. */
  readonly phones: Map<Element, CallController | null>;
  /** Toasts that a page has put up itself, and whose calls they show. */
  readonly toasts: Map<Element, CallController>;
  readonly listeners: Set<() => void>;
}

/** Adds a phone, or gives it another controller; null while it has none yet. */
export function registerPhone(element: Element, controller: CallController | null): void {
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

/** Says that the page shows this phone's callers by an element of its own; null when it no longer does. */
export function registerToast(element: Element, controller: CallController | null): void {
  const { toasts } = registry();
  if ((toasts.get(element) ?? null) === controller) return;
  if (controller) toasts.set(element, controller);
  else toasts.delete(element);
  tellListeners();
}

/** True when the page has a toast of its own for this phone. */
export function hasToast(controller: CallController): boolean {
  return [...registry().toasts.values()].includes(controller);
}

/** Calls the listener whenever a phone or a toast came, went or changed its controller. */
export function subscribeToPhones(listener: () => void): Unsubscribe {
  const { listeners } = registry();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const key = Symbol.for('twilio-phone/registry/1');

function registry(): PhoneRegistry {
  const page = globalThis as { [key]?: PhoneRegistry };
  page[key] ??= { phones: new Map(), toasts: new Map(), listeners: new Set() };
  return page[key];
}

function tellListeners(): void {
  for (const listener of [...registry().listeners]) listener();
}
