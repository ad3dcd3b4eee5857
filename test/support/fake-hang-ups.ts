/** The world of hang-ups, scripted: a line that comes and goes, a backend that answers as told, a memory. */
import type { HangUpPort, HangUpPortEvent, RememberedHangUp } from '../../src/core/hang-ups.js';
import type { CallActionsPort, MemoryPort, Unsubscribe } from '../../src/core/ports.js';

/** The signalling connection. */
export class FakeHangUpLine implements HangUpPort {
  isConnected = true;
  /** What was said again, in order. */
  readonly repeated: string[] = [];
  readonly #listeners = new Set<(event: HangUpPortEvent) => void>();

  get listenerCount(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (event: HangUpPortEvent) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  repeat(callSid: string): void {
    this.repeated.push(callSid);
  }

  connect(): void {
    this.isConnected = true;
    this.#tell({ type: 'connected' });
  }

  disconnect(): void {
    this.isConnected = false;
    this.#tell({ type: 'disconnected' });
  }

  /** A call is hung up here. */
  hangUp(callSid: string, wasSent = this.isConnected): void {
    this.#tell({ type: 'hang-up', hangUp: { callSid, wasSent } });
  }

  #tell(event: HangUpPortEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/** A backend that offers nothing until it is told to. */
export class FakeCallActions implements CallActionsPort {
  offersEnd = false;
  answer = true;
  /** Which calls it was asked to end, in order. */
  readonly asked: string[] = [];

  isOffered(): boolean {
    return this.offersEnd;
  }

  end(callSid: string): Promise<boolean> {
    this.asked.push(callSid);
    return Promise.resolve(this.answer);
  }
}

/** What outlives the page. */
export class FakeMemory implements MemoryPort<readonly RememberedHangUp[]> {
  content: unknown = undefined;

  load(): unknown {
    return this.content;
  }

  save(value: readonly RememberedHangUp[]): void {
    this.content = value;
  }
}
