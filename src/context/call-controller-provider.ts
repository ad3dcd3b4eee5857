import { ContextProvider } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { CallController } from '../core/call-controller.js';
import { callControllerContext } from './call-controller-context.js';
import { registerPhone, unregisterPhone } from './phone-registry.js';

/** Makes an element a phone for others: to those inside it by context, to the whole page by the registry. */
export class CallControllerProvider {
  readonly #host: ReactiveElement;
  readonly #context: ContextProvider<typeof callControllerContext>;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#context = new ContextProvider(host, { context: callControllerContext, initialValue: null });
  }

  /** Says that a phone stands here, which has no controller yet. */
  announce(): void {
    registerPhone(this.#host, null);
  }

  /** Gives this controller to everybody who is, or will be, attached to the host. */
  provide(controller: CallController): void {
    this.#context.setValue(controller);
    registerPhone(this.#host, controller);
  }

  /** Takes it back: the phone is gone for good. */
  withdraw(): void {
    unregisterPhone(this.#host);
    this.#context.setValue(null);
  }
}
