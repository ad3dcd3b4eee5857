/**
 * The microphones and loudspeakers of this computer, as a person chooses among them. A device chosen by hand
 * is kept; gone, the system's default takes its place and the person is told; back, it is used again.
 */
import type { Unsubscribe } from './ports.js';

/** What a device is used for. The ring may sound elsewhere than the call. */
export type AudioDeviceRole = 'microphone' | 'speaker' | 'ringer';

export interface AudioDevice {
  /** The browser's `deviceId`: stable for a while only, hence the label. */
  readonly id: string;
  /** The browser's name for it; empty until the microphone has been permitted once. */
  readonly label: string;
}

/** One role's devices and the choice among them. */
export interface AudioDeviceChoice {
  readonly devices: readonly AudioDevice[];
  /** The device that the system's default is now; null where the browser does not tell. */
  readonly systemDefault: AudioDevice | null;
  /** Chosen by hand, or null for the system's default. */
  readonly wanted: AudioDevice | null;
  /** In use: the wanted one while it is there, else null for the system's default. */
  readonly used: AudioDevice | null;
  /** False where the browser cannot send sound to a device of one's choice. */
  readonly isChoicePossible: boolean;
}

/** How the microphone's sound is treated, by the W3C's names, and how loud it rings. */
export interface AudioSettings {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
  /** From 0 (silent) to 1. */
  readonly ringVolume: number;
}

/** Everything about sound that can be set, frozen. */
export interface AudioState {
  readonly microphone: AudioDeviceChoice;
  readonly speaker: AudioDeviceChoice;
  readonly ringer: AudioDeviceChoice;
  readonly settings: AudioSettings;
  /** False until the microphone has been permitted once: until then devices have no names. */
  readonly areLabelsKnown: boolean;
}

/** A microphone test: records, then plays what it heard. */
export interface MicrophoneTest {
  /** Ends the recording and plays it; resolves when it has been heard. */
  finish(): Promise<void>;
  /** Ends it all at once, without a sound. */
  cancel(): void;
}

/** Devices and their settings. What is chosen is remembered. Commands reject with a `PhoneError`. */
export interface AudioDevicesPort {
  getState(): AudioState;
  /** The listener is called at once, and again at each change. */
  subscribe(listener: (state: AudioState) => void): Unsubscribe;
  /** Null chooses the system's default. Works in a call too. */
  choose(role: AudioDeviceRole, deviceId: string | null): Promise<void>;
  changeSettings(change: Partial<AudioSettings>): Promise<void>;
  /** Opens the microphone, which makes the browser ask, and lets go of it: then devices have names. */
  askForPermission(): Promise<void>;
  /** How loud the microphone hears, 0 to 1, some 20 times a second, until unsubscribed. */
  watchMicrophoneLevel(listener: (level: number) => void): Unsubscribe;
  /** Plays a short sound on the device of that role; resolves when it has been played. */
  playTestSound(role: 'speaker' | 'ringer'): Promise<void>;
  testMicrophone(): Promise<MicrophoneTest>;
}
