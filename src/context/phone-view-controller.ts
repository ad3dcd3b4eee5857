import type { PhoneError } from '../core/phone-error.js';
import { PhoneHandlers } from '../core/phone-handlers.js';
import { viewOf } from '../core/phone-view.js';
import type { PhoneView } from '../core/phone-view.js';
import { CallControllerConsumer } from './call-controller-consumer.js';
import type { PhoneSeeker } from './call-controller-consumer.js';

/**
 * What the reactive controllers for Lit have in common: they find the phone of their host, update the host
 * with each new state, and hand out commands for its template.
 */
export abstract class PhoneViewController {
  readonly #consumer: CallControllerConsumer;
  #error: PhoneError | null = null;

  /** The commands, as functions that a template's `@click` takes as they are. */
  protected readonly handlers: PhoneHandlers;

  constructor(host: PhoneSeeker) {
    this.#consumer = new CallControllerConsumer(host);
    this.handlers = new PhoneHandlers(
      () => this.#consumer.controller,
      (error) => {
        this.#error = error;
        host.requestUpdate();
      },
    );
  }

  /** What the last command of this controller failed with; null when it did not. */
  get error(): PhoneError | null {
    return this.#error;
  }

  /** The phone as the integration guide asks of it. */
  protected get view(): PhoneView {
    return viewOf(this.#consumer.state);
  }
}
