/** One frame that went over a client's socket. */
export interface WireFrame {
  /** Which socket, counted from 1 in the order in which they came. */
  readonly connection: number;
  /** `in` is from the client. */
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Milliseconds since local Twilio started. */
  readonly at: number;
}

const keptFrames = 5000;

/** The record of all frames, for tests to read. Heartbeats are not written down. */
export class Wire {
  readonly #frames: WireFrame[] = [];
  readonly #startedAt = performance.now();

  get frames(): readonly WireFrame[] {
    return this.#frames;
  }

  record(frame: Omit<WireFrame, 'at'>): void {
    this.#frames.push(Object.freeze({ ...frame, at: Math.round(performance.now() - this.#startedAt) }));
    if (this.#frames.length > keptFrames) this.#frames.shift();
  }
}
