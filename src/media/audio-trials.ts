import type { AudioState, MicrophoneTest } from '../core/audio-devices.js';
import { Listeners } from '../core/listeners.js';
import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { toMicrophoneError } from './microphone-error.js';
import { MicrophoneMeter } from './microphone-meter.js';
import { startMicrophoneTest } from './microphone-test.js';
import { createChime, playSound } from './sound-test.js';
import type { SoundPlace } from './sound-test.js';

export interface AudioTrialsOptions {
  readonly clock: ClockPort;
  readonly borrowMicrophone?: () => MediaStream | null;
  /** Opens the microphone as it is chosen now. Rejects as `getUserMedia` does. */
  readonly open: () => Promise<MediaStream>;
  readonly getState: () => AudioState;
}

/** How a person finds out whether the chosen devices work: a meter, a test sound, a recording. */
export class AudioTrials {
  readonly #options: AudioTrialsOptions;
  readonly #levelListeners = new Listeners<number>();
  readonly #meter: MicrophoneMeter;
  /** What the meter listens to: another text for another device, or other settings. */
  #metered = '';

  constructor(options: AudioTrialsOptions) {
    this.#options = options;
    this.#meter = new MicrophoneMeter({
      clock: options.clock,
      open: () => this.#openMeter(),
      onLevel: (level) => this.#levelListeners.emit(level),
    });
  }

  watchMicrophoneLevel(listener: (level: number) => void): Unsubscribe {
    const unsubscribe = this.#levelListeners.subscribe(listener);
    this.#meter.start();
    return () => {
      unsubscribe();
      if (this.#levelListeners.count === 0) this.#meter.stop();
    };
  }

  async playTestSound(role: 'speaker' | 'ringer'): Promise<void> {
    await playSound(createChime(), this.#placeOf(role));
  }

  async testMicrophone(): Promise<MicrophoneTest> {
    const microphone = await this.#open();
    const { clock } = this.#options;
    return startMicrophoneTest({ clock, microphone, place: () => this.#placeOf('speaker') });
  }

  /** Devices or settings may have changed: the meter listens to what is in use now. */
  noticeDevices(): void {
    if (!this.#meter.isListening || this.#metered !== this.#describeMicrophone()) this.#meter.restart();
  }

  stop(): void {
    this.#meter.stop();
  }

  #openMeter(): Promise<MediaStream> {
    this.#metered = this.#describeMicrophone();
    return this.#open();
  }

  #describeMicrophone(): string {
    const { microphone, settings } = this.#options.getState();
    return JSON.stringify([microphone.used, { ...settings, ringVolume: null }]);
  }

  #placeOf(role: 'speaker' | 'ringer'): SoundPlace {
    const { [role]: choice, settings } = this.#options.getState();
    const volume = role === 'ringer' ? settings.ringVolume : 1;
    return { clock: this.#options.clock, deviceId: choice.used?.id ?? null, volume };
  }

  /** A stream of one's own, to be stopped by whoever asked. */
  async #open(): Promise<MediaStream> {
    const { borrowMicrophone, open } = this.#options;
    const borrowed = borrowMicrophone?.();
    if (borrowed) return cloneEnabled(borrowed);
    try {
      return await open();
    } catch (cause) {
      throw toMicrophoneError(cause);
    }
  }
}

/** Muted is what is sent, not what is measured. */
function cloneEnabled(stream: MediaStream): MediaStream {
  const clone = stream.clone();
  for (const track of clone.getTracks()) track.enabled = true;
  return clone;
}
