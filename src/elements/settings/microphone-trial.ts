import type { ReactiveControllerHost } from 'lit';
import type { AudioDevicesPort } from '../../core/audio-devices.js';
import type { Unsubscribe } from '../../core/ports.js';
import { everySecond } from '../shared/every-second.js';

/** A sentence or two; then the person hears it without having to ask. */
export const LONGEST_RECORDING_IN_MILLISECONDS = 10_000;

export type TrialStage = 'idle' | 'opening' | 'recording' | 'playing';

/** A person tries the microphone: speaks, and hears how that sounds. */
export class MicrophoneTrial {
  readonly #host: ReactiveControllerHost;
  #stage: TrialStage = 'idle';
  #cancelling = new AbortController();
  #finish: () => void = () => undefined;
  #began = 0;
  #stopTicking: Unsubscribe = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get stage(): TrialStage {
    return this.#stage;
  }

  /** How long it has been recording, in milliseconds. */
  get elapsed(): number {
    return performance.now() - this.#began;
  }

  /** Opens the microphone, records and plays. Settles at the end; rejects with what went wrong. */
  async run(audio: AudioDevicesPort): Promise<void> {
    if (this.#stage !== 'idle') return;
    const cancelling = new AbortController();
    this.#cancelling = cancelling;
    this.#enter('opening');
    try {
      await this.#recordAndPlay(audio, cancelling.signal);
    } finally {
      if (this.#cancelling === cancelling) this.#enter('idle');
    }
  }

  /** Ends the recording and plays it. */
  finish(): void {
    this.#finish();
  }

  /** Ends it all, at whatever stage it is. */
  cancel(): void {
    if (this.#stage === 'idle') return;
    this.#cancelling.abort();
    this.#finish();
    this.#enter('idle');
  }

  async #recordAndPlay(audio: AudioDevicesPort, signal: AbortSignal): Promise<void> {
    const test = await audio.testMicrophone();
    // A microphone that comes late is not recorded.
    if (signal.aborted) return test.cancel();
    signal.addEventListener('abort', () => test.cancel());
    await this.#record();
    if (signal.aborted) return;
    this.#enter('playing');
    await test.finish();
  }

  #record(): Promise<void> {
    this.#began = performance.now();
    this.#enter('recording');
    this.#stopTicking = everySecond(() => this.#tick());
    return new Promise((resolve) => (this.#finish = resolve));
  }

  #tick(): void {
    if (this.elapsed >= LONGEST_RECORDING_IN_MILLISECONDS) this.finish();
    else this.#host.requestUpdate();
  }

  #enter(stage: TrialStage): void {
    this.#stopTicking();
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}
