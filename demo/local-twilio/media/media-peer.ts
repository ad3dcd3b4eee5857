import type { AudioSource, MediaPeer } from './audio.js';
import { SAMPLES_PER_FRAME } from './audio.js';
import { BrowserConnection } from './browser-connection.js';
import { DigitDecoder } from './digit-decoder.js';
import { MediaPath } from './media-path.js';
import { decodeMuLaw, encodeMuLaw } from './mu-law.js';
import { ReceivedSound } from './received-sound.js';
import { ticker } from './ticker.js';

const SILENCE = encodeMuLaw(new Int16Array(SAMPLES_PER_FRAME));

/** One leg of a call in this process, for a browser to connect to over a path that loses nothing by default. */
export function createMediaPeer(path = new MediaPath()): MediaPeer {
  return new BrowserLeg(path);
}

/** What outlives a connection is here: the sound in both directions, and who listens. */
class BrowserLeg implements MediaPeer {
  readonly connected: Promise<void>;

  readonly #path: MediaPath;
  readonly #received = new ReceivedSound();
  readonly #digitListeners = new Set<(digit: string) => void>();
  readonly #stopSending: () => void;
  #digits = new DigitDecoder();
  #connection: BrowserConnection;
  #source: AudioSource | null = null;

  constructor(path: MediaPath) {
    this.#path = path;
    this.#connection = this.#createConnection();
    this.connected = this.#connection.connected;
    this.#stopSending = ticker.subscribe(() => this.#sendFrame());
  }

  createOffer(): Promise<string> {
    return this.#connection.createOffer();
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#connection.acceptAnswer(sdp);
  }

  async answerOffer(sdp: string): Promise<string> {
    if (!this.#connection.isFromSamePage(sdp)) await this.#replaceConnection();
    return this.#connection.answerOffer(sdp);
  }

  play(source: AudioSource | null): void {
    this.#source = source;
  }

  listen(): AudioSource {
    return this.#received.listen();
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.#digitListeners.add(listener);
    return () => this.#digitListeners.delete(listener);
  }

  interrupt(): Promise<void> {
    return this.#connection.interrupt();
  }

  async close(): Promise<void> {
    this.#stopSending();
    this.#source = null;
    this.#received.end();
    await this.#connection.close();
  }

  #createConnection(): BrowserConnection {
    const received = {
      onSound: (timestamp: number, payload: Uint8Array) => {
        this.#received.write(timestamp, decodeMuLaw(payload));
      },
      onTelephoneEvent: (timestamp: number, payload: Uint8Array) => this.#hearKey(timestamp, payload),
    };
    return new BrowserConnection(received, this.#path);
  }

  /** Another page takes the call over: what is played and who listens stays. */
  async #replaceConnection(): Promise<void> {
    const former = this.#connection;
    // Its clock begins anywhere: by the former one's, its keys might seem to come too late.
    this.#digits = new DigitDecoder();
    this.#connection = this.#createConnection();
    await former.close();
  }

  #sendFrame(): void {
    const frame = this.#source?.read();
    this.#connection.send(frame ? encodeMuLaw(frame) : SILENCE);
  }

  #hearKey(timestamp: number, payload: Uint8Array): void {
    const digit = this.#digits.decode(timestamp, payload);
    if (digit === null) return;
    for (const listener of [...this.#digitListeners]) listener(digit);
  }
}
