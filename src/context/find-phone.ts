/** Ways to a phone that do not need Lit: by id, the page's only one, and waiting for either. */
import type { CallController } from '../core/call-controller.js';
import { controllerOf, registeredPhones, subscribeToPhones } from './phone-registry.js';

/** Which phone is meant. Without an id: the page's only one. */
export interface PhoneQuery {
  /** The id of a `<twilio-phone>`. */
  readonly id?: string | undefined;
  /** Where the id is looked up first: the root of who asks. Then the document. */
  readonly root?: Node | undefined;
  /** Gives up waiting; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Waits until the phone is there, however late it comes, and answers its controller. */
export async function findPhone({ id, root, signal }: PhoneQuery = {}): Promise<CallController> {
  await pageIsParsed();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      unsubscribe();
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      stop();
      reject(signal?.reason as Error);
    };
    const look = (): void => {
      const controller = id === undefined ? onlyPhone() : phoneById(id, root);
      if (!controller) return;
      stop();
      resolve(controller);
    };
    const unsubscribe = subscribeToPhones(look);
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
    else look();
  });
}

/** The controller of the phone with this id, in the given root or else in the document. */
export function phoneById(id: string, root?: Node): CallController | null {
  const element = elementById(id, root);
  return element && controllerOf(element);
}

/** The controller of the page's only phone; null when there is none, or more than one. */
export function onlyPhone(): CallController | null {
  const [phone, another] = phonesOfPage();
  return phone && !another ? controllerOf(phone) : null;
}

/** Phones in the page; when there is none, those that have left it and may yet be replaced or come back. */
export function phonesOfPage(): readonly Element[] {
  const phones = registeredPhones();
  const inPage = phones.filter((phone) => phone.isConnected);
  return inPage.length > 0 ? inPage : phones;
}

/** Before this, "the page's only phone" may be the first of two. */
export function isPageParsed(): boolean {
  return document.readyState !== 'loading';
}

/** Resolves at once when the page is parsed, else when it is. */
export async function pageIsParsed(): Promise<void> {
  if (isPageParsed()) return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

/** The element with this id, in the given root or else in the document. */
export function elementById(id: string, root?: Node): Element | null {
  const inRoot = root instanceof DocumentFragment ? root.getElementById(id) : null;
  return inRoot ?? document.getElementById(id);
}
