import type { Unsubscribe } from '../../../src/core/ports.js';

interface Port<Event> {
  subscribe(listener: (event: Event) => void): Unsubscribe;
}

/** Writes down what a port tells, and waits for what it has yet to tell. */
export class Recorder<Event extends { readonly type: string }> {
  readonly events: Event[] = [];
  #isTold: () => void = () => undefined;

  constructor(port: Port<Event>) {
    port.subscribe((event) => {
      this.events.push(event);
      this.#isTold();
    });
  }

  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  /** The first event of this type from that position on, when it has come. */
  async until<Type extends Event['type']>(type: Type, from = 0): Promise<Extract<Event, { type: Type }>> {
    for (;;) {
      const event = this.events.slice(from).find((other) => other.type === type);
      if (event) return event as Extract<Event, { type: Type }>;
      await new Promise<void>((resolve) => (this.#isTold = resolve));
    }
  }
}
