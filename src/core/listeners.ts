import type { Unsubscribe } from './ports.js';

/** Those who listen to one kind of event. Whoever subscribes or leaves while it is told changes nothing. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  subscribe(listener: (event: Event) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  get count(): number {
    return this.#listeners.size;
  }
}
