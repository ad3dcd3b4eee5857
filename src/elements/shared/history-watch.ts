import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallHistoryPort, CallHistoryState } from '../../core/call-history.js';
import type { Unsubscribe } from '../../core/ports.js';

/** Follows the history of the phone that its host is attached to, while the host is in the page. */
export class HistoryWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #history: CallHistoryPort | null = null;
  #state: CallHistoryState | null = null;
  #unsubscribe: Unsubscribe = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Null while there is no phone. */
  get state(): CallHistoryState | null {
    return this.#state;
  }

  /** Called before each render, with null when there is no phone any more. */
  follow(history: CallHistoryPort | null): void {
    if (history === this.#history) return;
    this.#unsubscribe();
    this.#history = history;
    this.#state = null;
    this.#unsubscribe = history?.subscribe(this.#handleChange) ?? (() => undefined);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.follow(null);
  }

  #handleChange = (state: CallHistoryState): void => {
    this.#state = state;
    this.#host.requestUpdate();
  };
}
