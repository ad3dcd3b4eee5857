import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallController } from '../core/call-controller.js';
import type { PhoneState } from '../core/phone-state.js';
import type { Unsubscribe } from '../core/ports.js';
import { callControllerContext } from './call-controller-context.js';
import { elementById, isPageParsed, onlyPhone, pageIsParsed, phoneById, phonesOfPage } from './find-phone.js';
import { controllerOf, registeredPhones, subscribeToPhones } from './phone-registry.js';

/** An element that wants a phone, and may have been told which. */
export interface PhoneSeeker extends ReactiveControllerHost, HTMLElement {
  /** The phone itself, given by the page. */
  readonly controller?: CallController | null;
  /** The id of a `<twilio-phone>`. */
  readonly phone?: string | null;
}

/**
 * Finds the phone of an element and updates the element with each new state. In this order: the host's
 * `controller`; its `phone="id"`; the nearest phone above; the page's only phone. What is attached stays
 * attached when another phone appears; it looks again when its phone goes, when it is moved, and when it is
 * told another phone. While there is none, it waits for one.
 */
export class CallControllerConsumer implements ReactiveController {
  readonly #host: PhoneSeeker;
  #controller: CallController | null = null;
  #state: PhoneState | null = null;
  #asked: Pick<PhoneSeeker, 'controller' | 'phone'> = { controller: null, phone: null };
  #stopWatchingState: Unsubscribe | null = null;
  #stopWatchingPhones: Unsubscribe | null = null;
  #hasComplained = false;

  constructor(host: PhoneSeeker) {
    this.#host = host;
    host.addController(this);
  }

  /** The phone that the host is attached to, or null. */
  get controller(): CallController | null {
    return this.#controller;
  }

  /** The phone's state, or null while the host is unattached. */
  get state(): PhoneState | null {
    return this.#state;
  }

  hostConnected(): void {
    this.#stopWatchingPhones = subscribeToPhones(this.#handlePhonesChange);
    this.#lookAgain();
    if (!isPageParsed()) void pageIsParsed().then(this.#handlePhonesChange);
  }

  hostDisconnected(): void {
    this.#stopWatchingPhones?.();
    this.#stopWatchingPhones = null;
    this.#attach(null);
  }

  hostUpdate(): void {
    const { controller, phone } = this.#host;
    if (controller === this.#asked.controller && phone === this.#asked.phone) return;
    if (this.#host.isConnected) this.#lookAgain();
  }

  #handlePhonesChange = (): void => {
    if (!this.#host.isConnected || this.#isStillThere()) return;
    this.#lookAgain();
  };

  /** A controller that no phone of the page has came from the host's property, which says itself when it goes. */
  #isStillThere(): boolean {
    if (!this.#controller) return false;
    return (
      this.#controller === this.#host.controller ||
      registeredPhones().some((phone) => controllerOf(phone) === this.#controller)
    );
  }

  #lookAgain(): void {
    const { controller, phone } = this.#host;
    this.#asked = { controller, phone };
    this.#attach(this.#find());
  }

  #find(): CallController | null {
    const { controller, phone } = this.#host;
    if (controller) return controller;
    if (phone) return this.#findById(phone);
    const above = this.#findAbove();
    if (above !== undefined) return above;
    if (!isPageParsed()) return null;
    return onlyPhone() ?? this.#complainOfMany();
  }

  #findById(id: string): CallController | null {
    const root = this.#host.getRootNode();
    if (isPageParsed() && !elementById(id, root))
      this.#complain(`there is no phone with the id "${id}" yet.`);
    return phoneById(id, root);
  }

  /**
   * Undefined when no phone is above. The request asks once and does not subscribe: a Lit provider hands its
   * subscribers over to any provider that wakes up later, and that would change the phone during a call.
   */
  #findAbove(): CallController | null | undefined {
    let found: CallController | null | undefined;
    const take = (controller: CallController | null): void => {
      found = controller;
    };
    this.#host.dispatchEvent(new ContextEvent(callControllerContext, this.#host, take));
    return found === undefined && isInsideSleepingPhone(this.#host) ? null : found;
  }

  #attach(controller: CallController | null): void {
    if (controller === this.#controller) return;
    this.#stopWatchingState?.();
    this.#controller = controller;
    this.#state = null;
    this.#stopWatchingState =
      controller?.subscribe((state) => {
        this.#state = state;
        this.#host.requestUpdate();
      }) ?? null;
    this.#host.requestUpdate();
  }

  #complainOfMany(): null {
    const count = phonesOfPage().length;
    if (count > 1) this.#complain(`this page has ${count} phones. Say which one with phone="its id".`);
    return null;
  }

  #complain(message: string): void {
    if (this.#hasComplained) return;
    this.#hasComplained = true;
    console.warn(`<${this.#host.localName}> is not attached: ${message}`);
  }
}

/** True inside a `<twilio-phone>` whose class is not loaded yet: that one is meant, and it will wake up. */
function isInsideSleepingPhone(element: Element): boolean {
  for (let above: Node | null = element; above; above = parentAcrossRoots(above)) {
    if (above instanceof Element && above.matches('twilio-phone:not(:defined)')) return true;
  }
  return false;
}

function parentAcrossRoots(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
