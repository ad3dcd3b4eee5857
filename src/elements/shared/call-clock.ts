import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Unsubscribe } from '../../core/ports.js';
import { everySecond } from './every-second.js';

/**
 * Says how long a call has been open, and updates its host each second while one is. The computer's clock is
 * asked once, when the call is first seen; from then on a clock counts that nobody can set.
 */
export class CallClock implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #openedAt: number | null = null;
  #started = 0;
  #stop: Unsubscribe | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds since the call opened, or null without an open call. */
  get elapsed(): number | null {
    return this.#openedAt === null ? null : performance.now() - this.#started;
  }

  /** Says when the call opened (wall clock, milliseconds), or null when there is none to count. */
  follow(openedAt: number | null): void {
    if (openedAt === this.#openedAt) return;
    this.#openedAt = openedAt;
    this.#started = performance.now() - (Date.now() - (openedAt ?? 0));
    this.#tickWhileCounting();
  }

  hostConnected(): void {
    this.#tickWhileCounting();
  }

  hostDisconnected(): void {
    this.#rest();
  }

  #tickWhileCounting(): void {
    if (this.#openedAt === null) this.#rest();
    else this.#stop ??= everySecond(() => this.#host.requestUpdate());
  }

  #rest(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
