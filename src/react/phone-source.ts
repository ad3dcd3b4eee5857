import { visiblePhone, watchPhone } from '../context/watch-phone.js';
import type { CallController } from '../core/call-controller.js';
import type { PhoneError } from '../core/phone-error.js';
import { PhoneHandlers } from '../core/phone-handlers.js';
import { viewOf } from '../core/phone-view.js';
import type { PhoneView } from '../core/phone-view.js';
import type { PhoneState } from '../core/phone-state.js';
import type { Unsubscribe } from '../core/ports.js';

/** The commands, each the same function from render to render. */
export type PhoneHandlersView = Readonly<Pick<PhoneHandlers, keyof PhoneHandlers>>;

/** What hooks see of a phone at one moment. */
export interface PhoneSnapshot extends PhoneView, PhoneHandlersView {
  /** What the last command failed with; null when it did not. */
  readonly error: PhoneError | null;
}

/** One phone, as React's external store: shared by all hooks that ask for it, watched while one of them is mounted. */
export class PhoneSource {
  readonly #id: string | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #handlers: PhoneHandlers;
  readonly #beforeAnyPhone: PhoneSnapshot;
  #controller: CallController | null = null;
  #state: PhoneState | null = null;
  #error: PhoneError | null = null;
  #snapshot: PhoneSnapshot;
  #stopWatching: Unsubscribe | null = null;
  #stopListening: Unsubscribe | null = null;

  constructor(id: string | undefined) {
    this.#id = id;
    this.#handlers = new PhoneHandlers(
      () => this.#currentController(),
      (error) => this.#noteError(error),
    );
    this.#beforeAnyPhone = this.#snapshot = this.#createSnapshot();
  }

  readonly subscribe = (listener: () => void): Unsubscribe => {
    this.#listeners.add(listener);
    this.#stopWatching ??= watchPhone(this.#id, this.#attach);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  };

  /** The same object until something changes. While nobody listens it is looked up, for a first render. */
  readonly getSnapshot = (): PhoneSnapshot => {
    if (!this.#stopWatching) this.#look();
    return this.#snapshot;
  };

  /** A server has no phone; nor has the page, as long as it takes over what the server rendered. */
  readonly getServerSnapshot = (): PhoneSnapshot => this.#beforeAnyPhone;

  readonly #attach = (controller: CallController | null): void => {
    this.#stopListening?.();
    this.#stopListening = null;
    this.#controller = controller;
    this.#noteError(null);
    if (!controller) this.#take(null);
    else this.#stopListening = controller.subscribe((state) => this.#take(state));
  };

  #rest(): void {
    this.#stopWatching?.();
    this.#stopListening?.();
    this.#stopWatching = this.#stopListening = this.#controller = null;
    this.#noteError(null);
  }

  #look(): void {
    const state = this.#currentController()?.getState() ?? null;
    if (state === this.#state) return;
    this.#state = state;
    this.#snapshot = this.#createSnapshot();
  }

  #currentController(): CallController | null {
    return this.#stopWatching ? this.#controller : visiblePhone(this.#id);
  }

  #take(state: PhoneState | null): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tellListeners();
  }

  #noteError(error: PhoneError | null): void {
    if (error === this.#error) return;
    this.#error = error;
    this.#tellListeners();
  }

  #tellListeners(): void {
    this.#snapshot = this.#createSnapshot();
    for (const listener of [...this.#listeners]) listener();
  }

  #createSnapshot(): PhoneSnapshot {
    return Object.freeze({ ...viewOf(this.#state), ...this.#handlers, error: this.#error });
  }
}

const sources = new Map<string | undefined, PhoneSource>();

/** The store of the phone with this id, or of the page's only one. */
export function phoneSource(id: string | undefined): PhoneSource {
  const source = sources.get(id) ?? new PhoneSource(id);
  sources.set(id, source);
  return source;
}
