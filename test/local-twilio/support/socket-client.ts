import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A frame as it came. */
export type AnyFrame = Readonly<Record<string, unknown>> & { readonly type: string };

/** A client that speaks JSON by hand: what the SDK or a booth would say, and what they never would. */
export class SocketClient {
  readonly #socket: WebSocket;
  readonly frames: AnyFrame[] = [];
  readonly #taken = new Set<AnyFrame>();
  readonly #waiting = new Set<() => void>();
  heartbeats = 0;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => this.#receive(data.toString()));
  }

  /** Rejects when the server will not have it. */
  static async open(address: string, path: string, origin?: string): Promise<SocketClient> {
    const socket = new WebSocket(
      address.replace(/^http/, 'ws') + path,
      origin === undefined ? {} : { origin },
    );
    const client = new SocketClient(socket);
    await once(socket, 'open');
    return client;
  }

  send(frame: object | string): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** A signalling frame. */
  say(type: string, payload: object = {}): void {
    this.send({ type, payload, version: '1.6' });
  }

  /** The first frame of this type that was not asked for before; waits for it. */
  async next(type: string): Promise<AnyFrame> {
    for (;;) {
      const frame = this.frames.find((one) => one.type === type && !this.#taken.has(one));
      if (frame) {
        this.#taken.add(frame);
        return frame;
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** The payload of the next signalling frame of this type. */
  async hear(type: string): Promise<Readonly<Record<string, unknown>>> {
    return (await this.next(type))['payload'] as Record<string, unknown>;
  }

  /** Whether the server is done with all that was said before: it answers in order. */
  async settle(): Promise<void> {
    this.#socket.ping();
    await once(this.#socket, 'pong');
  }

  has(type: string): boolean {
    return this.frames.some((frame) => frame.type === type);
  }

  close(): void {
    this.#socket.close();
  }

  /** Gone without a word. */
  vanish(): void {
    this.#socket.terminate();
  }

  #receive(text: string): void {
    if (text === '\n') this.heartbeats += 1;
    else this.frames.push(JSON.parse(text) as AnyFrame);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
