import { property } from 'lit/decorators.js';
import { CallControllerConsumer } from '../../context/call-controller-consumer.js';
import type { CallController } from '../../core/call-controller.js';
import type { PhoneState } from '../../core/phone-state.js';
import { LocalizedElement } from './localized-element.js';

/**
 * An element that belongs to a phone. It finds the phone by its `controller`, its `phone="id"`, the nearest
 * `<twilio-phone>` above it, or the page's only one, in this order.
 */
export abstract class PhoneElement extends LocalizedElement {
  /** The phone itself, for pages that hold one. It wins over every other way to a phone. */
  @property({ attribute: false }) controller: CallController | null = null;

  /** The id of the `<twilio-phone>` that this element belongs to: in its own root, else in the document. */
  @property() phone: string | null = null;

  readonly #consumer = new CallControllerConsumer(this);

  /** The phone that this element is attached to, or null while there is none. */
  protected override get attachedController(): CallController | null {
    return this.#consumer.controller;
  }

  /** That phone's state, or null while there is none. */
  protected get phoneState(): PhoneState | null {
    return this.#consumer.state;
  }
}
