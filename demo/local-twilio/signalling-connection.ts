import type { WebSocket } from 'ws';
import { textOf } from './web-socket-text.js';
import type { AccessToken } from './access-token.js';
import type { Misbehaviour } from './misbehaviour.js';
import type { Wire } from './wire.js';

/** A frame of the SDK's signalling protocol, "PStream 1.6" (pstream.js:8, 240-245). */
export interface Frame {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A text of a payload; empty when it is missing or is no text. */
export function readText(payload: Frame['payload'], name: string): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}

/** The SDK gives a socket up after 15 s without a word (wstransport.js:9). */
export const HEARTBEAT_INTERVAL_IN_MILLISECONDS = 10_000;

/** One socket of a Voice SDK. */
export class SignallingConnection {
  readonly id: number;
  /** What the last good `listen` brought; null before. */
  session: { readonly token: AccessToken; readonly rawToken: string } | null = null;
  /** How long the SDK says it will try to come back to a call. */
  reconnectTimeoutInMilliseconds = 0;
  readonly #socket: WebSocket;
  readonly #wire: Wire;
  readonly #misbehaviour: Misbehaviour;
  readonly #heartbeat: NodeJS.Timeout;
  #isSilent = false;

  constructor(id: number, socket: WebSocket, wire: Wire, misbehaviour: Misbehaviour) {
    this.id = id;
    this.#socket = socket;
    this.#wire = wire;
    this.#misbehaviour = misbehaviour;
    this.#heartbeat = setInterval(() => this.beat(), HEARTBEAT_INTERVAL_IN_MILLISECONDS);
    socket.on('close', () => clearInterval(this.#heartbeat));
    // A broken socket also closes; that is where it is dealt with.
    socket.on('error', () => undefined);
  }

  get identity(): string | null {
    return this.session?.token.identity ?? null;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onFrame(listener: (frame: Frame) => void): void {
    this.#socket.on('message', (data) => {
      const frame = parseFrame(textOf(data));
      if (!frame || this.#isSilent) return;
      this.#wire.record({ connection: this.id, direction: 'in', ...frame });
      listener(frame);
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  send(frame: string, payload: Readonly<Record<string, unknown>>): void {
    const type = this.#misbehaviour.nameOf(frame);
    if (this.#misbehaviour.isStalled(type)) return;
    const delay = this.#misbehaviour.delayOf(type);
    if (delay > 0) setTimeout(() => this.#sendNow(type, payload), delay);
    else this.#sendNow(type, payload);
  }

  /** `clean` is what a server does that goes down in order; `abrupt` looks like a lost network. */
  drop(how: 'clean' | 'abrupt'): void {
    if (how === 'clean') this.#socket.close(1001);
    else this.#socket.terminate();
  }

  /** Nothing passes here any more, in either direction, as where a router has forgotten the connection. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  beat(): void {
    const isHeld = this.#isSilent || this.#misbehaviour.isStalled('heartbeat');
    if (this.isOpen && !isHeld) this.#socket.send('\n');
  }

  #sendNow(type: string, payload: Readonly<Record<string, unknown>>): void {
    if (!this.isOpen || this.#isSilent) return;
    this.#wire.record({ connection: this.id, direction: 'out', type, payload });
    this.#socket.send(JSON.stringify({ type, payload, version: '1.6' }));
  }
}

/** Null for a heartbeat's echo and for what is no frame. */
function parseFrame(text: string): Frame | null {
  if (text.trim() === '') return null;
  try {
    const { type, payload = {} } = JSON.parse(text) as { type?: unknown; payload?: Frame['payload'] | null };
    return typeof type === 'string' ? { type, payload: payload ?? {} } : null;
  } catch {
    return null;
  }
}
