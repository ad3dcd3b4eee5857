import type { Leg, LegEnding, Line } from './leg.js';
import type { LegMedia } from './leg-media.js';
import type { AudioSource } from './media/audio.js';
import { SAMPLES_PER_FRAME } from './media/audio.js';
import { ReceivedSound } from './media/received-sound.js';
import { ticker } from './media/ticker.js';

const silentFrame = new Int16Array(SAMPLES_PER_FRAME);

/**
 * A telephone in this process: an outside caller, or a made-up number, that no page stands for. Its sound is
 * as real as that of a browser, only that it never leaves Node.
 */
export class Telephone implements Line {
  readonly media = new TelephoneMedia();
  /** Asked when it is rung; who picks it up calls `answer`. */
  readonly #onRing: (telephone: Telephone) => void;
  #leg: Leg | null = null;

  constructor(onRing: (telephone: Telephone) => void = () => undefined) {
    this.#onRing = onRing;
  }

  /** Picks up a telephone that rings. */
  answer(): void {
    this.#leg?.farEndAnswered();
  }

  hangUp(status: LegEnding = 'completed'): void {
    this.#leg?.farEndEnded(status);
  }

  /** What is said into it from now on; null for silence. */
  say(source: AudioSource | null): void {
    this.media.said.source = source;
  }

  /** What is heard in it, from now on. */
  hear(): AudioSource {
    return this.media.heard.listen();
  }

  /** Presses keys, as if quickly one after the other. */
  press(digits: string): void {
    for (const digit of digits) this.media.pressKey(digit);
  }

  /** Which call this telephone is in: set by whoever makes a leg for it. */
  connect(leg: Leg): void {
    this.#leg = leg;
  }

  ring(): Promise<void> {
    this.#onRing(this);
    return Promise.resolve();
  }

  // Who holds this telephone sees the leg itself: nothing has to be told.
  sendRinging(): Promise<void> {
    return Promise.resolve();
  }

  sendAnswer(): Promise<void> {
    return Promise.resolve();
  }

  sendEnd(): void {}
}

class TelephoneMedia implements LegMedia {
  readonly said = new Sound();
  readonly heard = new Sound();
  readonly #digitListeners = new Set<(digit: string) => void>();

  play(source: AudioSource | null): void {
    this.heard.source = source;
  }

  listen(): AudioSource {
    return this.said.listen();
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.#digitListeners.add(listener);
    return () => this.#digitListeners.delete(listener);
  }

  pressKey(digit: string): void {
    for (const listener of [...this.#digitListeners]) listener(digit);
  }

  close(): Promise<void> {
    this.said.end();
    this.heard.end();
    return Promise.resolve();
  }
}

/** Sound in one direction, for any number of listeners; it goes on in real time though nobody listens. */
class Sound {
  source: AudioSource | null = null;
  readonly #received = new ReceivedSound();
  readonly #stop: () => void;
  #timestamp = 0;

  constructor() {
    this.#stop = ticker.subscribe(() => this.#tick());
  }

  listen(): AudioSource {
    return this.#received.listen();
  }

  end(): void {
    this.#stop();
    this.#received.end();
  }

  #tick(): void {
    this.#received.write(this.#timestamp, this.source?.read() ?? silentFrame);
    this.#timestamp += SAMPLES_PER_FRAME;
  }
}
