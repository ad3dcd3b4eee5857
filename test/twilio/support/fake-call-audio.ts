import { Listeners } from '../../../src/core/listeners.js';
import type { Unsubscribe } from '../../../src/core/ports.js';
import type { CallAudio, CallAudioEvent } from '../../../src/media/call-audio.js';

/** Audio that only writes down what it is told, and says what the test says. */
export class FakeCallAudio implements CallAudio {
  readonly processor = {
    createProcessedStream: (stream: MediaStream) => Promise.resolve(stream),
    destroyProcessedStream: () => Promise.resolve(),
  };
  /** In order, as `mute(true)`, `hold(true)` or `prepareHold`. */
  readonly wishes: string[] = [];
  isMuted = false;
  isOnHold = false;
  isHoldAvailable = true;
  /** Called after each wish. */
  onWish: () => void = () => undefined;
  readonly #listeners = new Listeners<CallAudioEvent>();

  get isSentTrackOff(): boolean {
    return this.isOnHold ? !this.isHoldAvailable : this.isMuted;
  }

  setMuted(isMuted: boolean): void {
    this.isMuted = isMuted;
    this.#note(`mute(${isMuted})`);
  }

  setOnHold(isOnHold: boolean): void {
    this.isOnHold = isOnHold;
    this.#note(`hold(${isOnHold})`);
  }

  prepareHold(): void {
    this.#note('prepareHold');
  }

  subscribe(listener: (event: CallAudioEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  tell(event: CallAudioEvent): void {
    this.#listeners.emit(event);
  }

  close(): void {
    this.#note('close');
  }

  #note(wish: string): void {
    this.wishes.push(wish);
    this.onWish();
  }
}
