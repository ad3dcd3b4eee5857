import type { LitElement, ReactiveController } from 'lit';

/** Knows whether a person can see its host now: scrolled into view, and its page in front. */
export class OnScreen implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer = new IntersectionObserver((entries) => this.#handleIntersection(entries));
  #isInView = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isVisible(): boolean {
    return this.#isInView && document.visibilityState === 'visible';
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#update);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#update);
    this.#isInView = false;
    this.#update();
  }

  #handleIntersection(entries: readonly IntersectionObserverEntry[]): void {
    this.#isInView = entries.at(-1)?.isIntersecting ?? false;
    this.#update();
  }

  #update = (): void => this.#host.requestUpdate();
}
