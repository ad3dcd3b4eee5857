import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { CallQuality } from '../../core/call-quality.js';
import type { Unsubscribe } from '../../core/ports.js';

/** Follows how one call sounds, second by second, while its host is in the page and asks for it. */
export class QualityWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #controller: CallController | null = null;
  #callId: string | null = null;
  #samples: readonly CallQuality[] = [];
  #unsubscribe: Unsubscribe = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The last two minutes, the oldest second first. */
  get samples(): readonly CallQuality[] {
    return this.#samples;
  }

  /** Called before each render, with null when there is nothing to follow. What was seen last stays until then. */
  follow(controller: CallController | null, callId: string | null): void {
    if (controller === this.#controller && callId === this.#callId) return;
    this.#unsubscribe();
    if (callId === null || callId !== this.#callId) this.#samples = [];
    this.#controller = controller;
    this.#callId = callId;
    this.#unsubscribe =
      controller && callId !== null
        ? controller.watchQuality(callId, (samples) => this.#take(samples))
        : () => undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.follow(null, null);
  }

  #take(samples: readonly CallQuality[]): void {
    this.#samples = samples;
    this.#host.requestUpdate();
  }
}
