import type { ReactiveElement } from 'lit';
import { CallControllerProvider } from '../../context/call-controller-provider.js';
import type { CallController } from '../../core/call-controller.js';
import type { Unsubscribe } from '../../core/ports.js';
import { createFactEvent } from '../../events/create-fact-event.js';
import { reflectState } from './reflect-state.js';

/** What a phone's element does with its controller: hands it to others, and shows and tells what happens. */
export class ServedPhone {
  readonly #element: ReactiveElement;
  readonly #provider: CallControllerProvider;
  readonly #attend: (controller: CallController) => Unsubscribe;
  #controller: CallController | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  /** `attend` is called for each controller; its answer, when that is not served any more. */
  constructor(element: ReactiveElement, attend: (controller: CallController) => Unsubscribe) {
    this.#element = element;
    this.#attend = attend;
    this.#provider = new CallControllerProvider(element);
  }

  /** Serves this controller from now on, and no other; null while there is none yet. */
  serve(controller: CallController | null): void {
    if (controller !== this.#controller) this.end();
    if (!controller) this.#provider.announce();
    else if (!this.#controller) this.#begin(controller);
  }

  /** The phone is gone for good. */
  end(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    this.#controller = null;
    this.#provider.withdraw();
  }

  #begin(controller: CallController): void {
    this.#controller = controller;
    this.#provider.provide(controller);
    this.#unsubscribes = [
      controller.subscribe((state) => {
        reflectState(this.#element, state);
        this.#element.requestUpdate();
      }),
      controller.subscribeToFacts((fact) => this.#element.dispatchEvent(createFactEvent(fact))),
      this.#attend(controller),
    ];
  }
}
