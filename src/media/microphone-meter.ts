import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { watchLevel } from './level-meter.js';

export interface MicrophoneMeterOptions {
  readonly clock: ClockPort;
  /** Opens the microphone; the meter stops the stream when it is done. */
  readonly open: () => Promise<MediaStream>;
  readonly onLevel: (level: number) => void;
}

/** Listens to the microphone for as long as somebody looks: one opening, however many look. */
export class MicrophoneMeter {
  readonly #options: MicrophoneMeterOptions;
  #isWanted = false;
  #stream: MediaStream | null = null;
  #unwatch: Unsubscribe = () => undefined;
  /** Counts openings, so that one which comes late is closed at once. */
  #latestOpening = 0;

  constructor(options: MicrophoneMeterOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    void this.#open();
  }

  /** Another microphone is in use, or the one in use has ended. */
  restart(): void {
    if (this.#isWanted) void this.#open();
  }

  stop(): void {
    this.#isWanted = false;
    this.#close();
  }

  get isListening(): boolean {
    return this.#stream?.getTracks().some((track) => track.readyState === 'live') ?? false;
  }

  async #open(): Promise<void> {
    this.#close();
    this.#latestOpening += 1;
    const opening = this.#latestOpening;
    const stream = await this.#options.open().catch(() => null);
    // A microphone that does not open is not heard; why, whoever opens it for a call will say.
    if (!stream) return this.#options.onLevel(0);
    if (!this.#isWanted || opening !== this.#latestOpening) return stopTracks(stream);
    this.#stream = stream;
    this.#unwatch = watchLevel(stream, this.#options.clock, this.#options.onLevel);
  }

  #close(): void {
    this.#unwatch();
    this.#unwatch = () => undefined;
    if (this.#stream) stopTracks(this.#stream);
    this.#stream = null;
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
