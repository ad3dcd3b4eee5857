import type { AudioSource, MediaPeer } from '../../../demo/local-twilio/media/audio.js';
import { MediaPath } from '../../../demo/local-twilio/media/media-path.js';

let count = 0;

/** A media leg without sound, for tests of who says what to whom. Its descriptions only carry names. */
export class FakePeer implements MediaPeer {
  readonly connected = Promise.resolve();
  readonly name: string;
  /** The way that its packets would take. */
  readonly path: MediaPath;
  /** What it was told, the oldest first. */
  readonly told: string[] = [];
  readonly said: AudioSource = silentSource();
  playing: AudioSource | null = null;
  isInterrupted = false;
  isClosed = false;
  readonly #digitListeners = new Set<(digit: string) => void>();

  constructor(path = new MediaPath()) {
    this.path = path;
    count += 1;
    this.name = `peer-${count}`;
  }

  createOffer(): Promise<string> {
    return Promise.resolve(fakeDescription(`offer-of-${this.name}`));
  }

  acceptAnswer(sdp: string): Promise<void> {
    if (sdp === 'broken') return Promise.reject(new Error('The answer cannot be read.'));
    this.told.push(sdp);
    return Promise.resolve();
  }

  answerOffer(sdp: string): Promise<string> {
    if (sdp === 'broken') return Promise.reject(new Error('The offer cannot be read.'));
    this.told.push(sdp);
    return Promise.resolve(fakeDescription(`answer-of-${this.name}`));
  }

  play(source: AudioSource | null): void {
    this.playing = source;
  }

  listen(): AudioSource {
    return { read: () => this.said.read(), ended: this.said.ended };
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.#digitListeners.add(listener);
    return () => this.#digitListeners.delete(listener);
  }

  /** The far end presses a key. */
  press(digit: string): void {
    for (const listener of this.#digitListeners) listener(digit);
  }

  interrupt(): Promise<void> {
    this.isInterrupted = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}

/** A description by which one ICE session is told from another. */
export function fakeDescription(name: string): string {
  return `v=0\r\na=ice-ufrag:${name}\r\n`;
}

/** A source without an end, and without a sound. */
export function silentSource(): AudioSource {
  return { read: () => null, ended: new Promise(() => undefined) };
}
