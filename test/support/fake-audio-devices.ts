/** The person's devices, as a test sets them. What is chosen is used at once; what was asked is written down. */
import type {
  AudioDeviceRole,
  AudioDevicesPort,
  AudioSettings,
  AudioState,
  MicrophoneTest,
} from '../../src/core/audio-devices.js';
import type { Unsubscribe } from '../../src/core/ports.js';

const noChoice = { devices: [], systemDefault: null, wanted: null, used: null, isChoicePossible: true };

export class FakeAudioDevices implements AudioDevicesPort {
  /** Every command, in order, as `name` or `name(argument)`. */
  readonly commands: string[] = [];
  /** What the next command rejects with. */
  failure: Error | null = null;
  #state: AudioState = {
    microphone: noChoice,
    speaker: noChoice,
    ringer: noChoice,
    settings: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ringVolume: 1 },
    areLabelsKnown: true,
  };
  readonly #listeners = new Set<(state: AudioState) => void>();
  readonly #levelListeners = new Set<(level: number) => void>();

  getState(): AudioState {
    return this.#state;
  }

  subscribe(listener: (state: AudioState) => void): Unsubscribe {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  /** Devices come and go. */
  set(change: Partial<AudioState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    for (const listener of [...this.#listeners]) listener(this.#state);
  }

  /** The microphone hears something. */
  hear(level: number): void {
    for (const listener of [...this.#levelListeners]) listener(level);
  }

  /** How many look at the meter. */
  get meters(): number {
    return this.#levelListeners.size;
  }

  async choose(role: AudioDeviceRole, deviceId: string | null): Promise<void> {
    await this.#obey(`choose(${role}, ${deviceId ?? 'default'})`);
    const choice = this.#state[role];
    const wanted = choice.devices.find(({ id }) => id === deviceId) ?? null;
    this.set({ [role]: { ...choice, wanted, used: wanted } });
  }

  async changeSettings(change: Partial<AudioSettings>): Promise<void> {
    await this.#obey(`changeSettings(${JSON.stringify(change)})`);
    this.set({ settings: { ...this.#state.settings, ...change } });
  }

  async askForPermission(): Promise<void> {
    await this.#obey('askForPermission');
    this.set({ areLabelsKnown: true });
  }

  watchMicrophoneLevel(listener: (level: number) => void): Unsubscribe {
    this.#levelListeners.add(listener);
    return () => this.#levelListeners.delete(listener);
  }

  async playTestSound(role: 'speaker' | 'ringer'): Promise<void> {
    await this.#obey(`playTestSound(${role})`);
  }

  async testMicrophone(): Promise<MicrophoneTest> {
    await this.#obey('testMicrophone');
    return {
      finish: () => this.#obey('finish'),
      cancel: () => void this.commands.push('cancel'),
    };
  }

  async #obey(command: string): Promise<void> {
    this.commands.push(command);
    const { failure } = this;
    this.failure = null;
    return failure ? Promise.reject(failure) : Promise.resolve();
  }
}
