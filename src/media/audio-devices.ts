import type {
  AudioDeviceRole,
  AudioDevicesPort,
  AudioSettings,
  AudioState,
  MicrophoneTest,
} from '../core/audio-devices.js';
import { Listeners } from '../core/listeners.js';
import { PhoneError } from '../core/phone-error.js';
import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { AppliedDevices } from './applied-devices.js';
import type { ApplyDevice, DeviceWish } from './applied-devices.js';
import { changeSettings, readPreferences } from './audio-preferences.js';
import type { AudioPreferences, PreferencesMemory } from './audio-preferences.js';
import { describeAudio } from './audio-state.js';
import type { AudioTrials } from './audio-trials.js';
import { findDevice, noDevices, rememberDevice } from './device-choice.js';
import type { DeviceList, WantedDevice } from './device-choice.js';
import { DeviceWatch, findMediaDevices } from './device-watch.js';
import type { DeviceLists, WatchedDevices } from './device-watch.js';
import { loadAudioTrials } from './load-audio-trials.js';
import { toMicrophoneError } from './microphone-error.js';
import { openMicrophone } from './open-microphone.js';
import { isLoudspeakerChoicePossible } from './sound-outlet.js';

/** The contract with the page, and what the phone's other parts need beside it. */
export interface AudioDevices extends AudioDevicesPort {
  /**
   * Opens the microphone as it is chosen and set; the default where the chosen one is gone. Rejects as
   * `getUserMedia` does. When it ends by itself, another one is applied as soon as devices have settled.
   */
  openMicrophone(): Promise<MediaStream>;
  /**
   * How a choice takes effect: called with the id of the device to use, null for the default, whenever that
   * changes. For the microphone also when its settings change, or when it has to be opened anew.
   */
  onApply(role: AudioDeviceRole, apply: ApplyDevice): void;
  /** Lets go of everything. */
  destroy(): void;
}

type BrowserDevices = WatchedDevices & Pick<MediaDevices, 'getUserMedia'>;

export interface AudioDevicesOptions {
  readonly clock: ClockPort;
  readonly memory: PreferencesMemory;
  /** The microphone of the call that is open, so that a meter does not open it again. */
  readonly borrowMicrophone?: () => MediaStream | null;
  /** Told when a device could not be put to use that nobody had just chosen. */
  readonly reportFailure?: (role: AudioDeviceRole, error: unknown) => void;
  /** Default: the browser's; null where the page is not secure. */
  readonly mediaDevices?: BrowserDevices | null;
}

/** The microphones and loudspeakers of this computer, and the choice among them. */
export function createAudioDevices(options: AudioDevicesOptions): AudioDevices {
  return new BrowserAudioDevices(options);
}

const roles = ['microphone', 'speaker', 'ringer'] as const;

class BrowserAudioDevices implements AudioDevices {
  readonly #options: AudioDevicesOptions;
  readonly #mediaDevices: BrowserDevices | null;
  readonly #watch: DeviceWatch | null;
  readonly #listeners = new Listeners<AudioState>();
  readonly #applied = new AppliedDevices();
  #trials: AudioTrials | null = null;
  #lists: DeviceLists = { microphones: noDevices, loudspeakers: noDevices };
  #preferences: AudioPreferences;
  #state: AudioState;
  #hasMicrophoneEnded = false;
  /** It did not open again when it was last tried: another program may have it. */
  #isMicrophoneAway = false;
  #isDestroyed = false;

  constructor(options: AudioDevicesOptions) {
    const { clock, memory, mediaDevices = findMediaDevices() } = options;
    this.#options = options;
    this.#mediaDevices = mediaDevices;
    this.#preferences = readPreferences(memory.load());
    this.#state = this.#describe(null);
    this.#watch =
      mediaDevices && new DeviceWatch({ clock, mediaDevices, onSettle: (lists) => this.#settle(lists) });
    void this.#watch?.lookNow();
  }

  getState(): AudioState {
    return this.#state;
  }

  subscribe(listener: (state: AudioState) => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    listener(this.#state);
    return unsubscribe;
  }

  async choose(role: AudioDeviceRole, deviceId: string | null): Promise<void> {
    const { wanted } = this.#preferences;
    const device = deviceId === null ? null : this.#requireDevice(role, deviceId);
    await this.#change({ ...this.#preferences, wanted: { ...wanted, [role]: device } });
  }

  async changeSettings(change: Partial<AudioSettings>): Promise<void> {
    const { ringVolume = 0 } = change;
    if (!(ringVolume >= 0 && ringVolume <= 1)) {
      throw new PhoneError('invalid-argument', 'The ring volume is a number from 0 to 1.');
    }
    const settings = changeSettings(this.#preferences.settings, change);
    await this.#change({ ...this.#preferences, settings });
  }

  async askForPermission(): Promise<void> {
    try {
      for (const track of (await this.openMicrophone()).getTracks()) track.stop();
    } catch (cause) {
      throw toMicrophoneError(cause);
    }
    await this.#watch?.lookNow();
  }

  watchMicrophoneLevel(listener: (level: number) => void): Unsubscribe {
    let isWanted = true;
    let unwatch: Unsubscribe = () => undefined;
    const watch = async () => {
      const trials = await this.#loadTrials();
      if (isWanted) unwatch = trials.watchMicrophoneLevel(listener);
    };
    // A meter that does not load shows nothing: it is no more than an ornament.
    watch().catch(() => undefined);
    return () => {
      isWanted = false;
      unwatch();
    };
  }

  async playTestSound(role: 'speaker' | 'ringer'): Promise<void> {
    await (await this.#loadTrials()).playTestSound(role);
  }

  async testMicrophone(): Promise<MicrophoneTest> {
    return (await this.#loadTrials()).testMicrophone();
  }

  async openMicrophone(): Promise<MediaStream> {
    const mediaDevices = this.#mediaDevices;
    if (!mediaDevices) throw new TypeError('This page has no navigator.mediaDevices.');
    const stream = await openMicrophone((wanted) => mediaDevices.getUserMedia(wanted), this.#constraints());
    for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#hearEnd());
    // Now devices have names.
    if (!this.#state.areLabelsKnown) void this.#watch?.lookNow();
    return stream;
  }

  onApply(role: AudioDeviceRole, apply: ApplyDevice): void {
    this.#reportFailure(role, this.#applied.connect(role, apply, this.#wishFor(role)));
  }

  destroy(): void {
    this.#watch?.stop();
    this.#trials?.stop();
    this.#isDestroyed = true;
    this.#applied.clear();
  }

  #constraints(): MediaTrackConstraints {
    const { microphone, settings, areLabelsKnown } = this.#state;
    const { echoCancellation, noiseSuppression, autoGainControl } = settings;
    const treatment = { echoCancellation, noiseSuppression, autoGainControl };
    if (microphone.used) return { ...treatment, deviceId: { exact: microphone.used.id } };
    // Whether it is there is not known before the first permission.
    const isUncertain = microphone.wanted !== null && !areLabelsKnown;
    return isUncertain ? { ...treatment, deviceId: { ideal: microphone.wanted.id } } : treatment;
  }

  /** Nobody needs them before there is a call. */
  async #loadTrials(): Promise<AudioTrials> {
    const AudioTrials = await loadAudioTrials();
    if (this.#isDestroyed) throw new PhoneError('invalid-state', 'The phone has been destroyed.');
    this.#trials ??= new AudioTrials({
      ...this.#options,
      open: () => this.openMicrophone(),
      getState: () => this.#state,
    });
    return this.#trials;
  }

  #hearEnd(): void {
    this.#hasMicrophoneEnded = true;
    this.#watch?.look();
  }

  async #change(preferences: AudioPreferences): Promise<void> {
    const before = this.#preferences;
    this.#preferences = preferences;
    this.#update();
    try {
      await Promise.all(roles.map((role) => this.#applied.follow(role, this.#wishFor(role))));
    } catch (error) {
      if (this.#preferences === preferences) this.#goBack(before);
      throw error;
    }
    this.#options.memory.save(this.#preferences);
  }

  /** What was in use before still is. */
  #goBack(preferences: AudioPreferences): void {
    this.#preferences = preferences;
    this.#update();
    for (const role of roles) this.#applied.assume(role, this.#wishFor(role));
  }

  #settle(lists: DeviceLists): void {
    const wereLabelsKnown = this.#state.areLabelsKnown;
    const askedFor = this.#preferences.wanted.microphone?.id;
    const mustReopen = this.#hasMicrophoneEnded;
    this.#hasMicrophoneEnded = false;
    this.#lists = lists;
    this.#rememberFoundDevices();
    this.#update();
    const { used } = this.#state.microphone;
    // The first permission only gives names to what is open already.
    const isOnlyNamed = !wereLabelsKnown && !mustReopen && (!used || used.id === askedFor);
    if (isOnlyNamed) this.#applied.assume('microphone', this.#wishFor('microphone'));
    for (const role of roles) {
      const isForced = role === 'microphone' && mustReopen;
      const applying = this.#applied.follow(role, this.#wishFor(role), isForced);
      if (isForced) this.#bringBackMicrophone(applying);
      else this.#reportFailure(role, applying);
    }
    this.#trials?.noticeDevices();
  }

  /** Nobody says when another program lets go of it: it is tried again and again, and the failure told once. */
  #bringBackMicrophone(applying: Promise<void>): void {
    if (!this.#isMicrophoneAway) this.#reportFailure('microphone', applying);
    const look = (isAway: boolean) => {
      this.#isMicrophoneAway = this.#hasMicrophoneEnded = isAway;
      if (isAway) this.#watch?.lookLater();
    };
    applying.then(() => look(false)).catch(() => look(true));
  }

  /** A device that has another id or name by now is remembered under those. */
  #rememberFoundDevices(): void {
    const refind = (role: AudioDeviceRole) => {
      const wanted = this.#preferences.wanted[role];
      const list = this.#listFor(role);
      const found = wanted && findDevice(wanted, list);
      return found ? rememberDevice(found, list, wanted) : wanted;
    };
    const wanted = { microphone: refind('microphone'), speaker: refind('speaker'), ringer: refind('ringer') };
    if (JSON.stringify(wanted) === JSON.stringify(this.#preferences.wanted)) return;
    this.#preferences = { ...this.#preferences, wanted };
    this.#options.memory.save(this.#preferences);
  }

  #update(): void {
    const before = this.#state;
    this.#state = this.#describe(before);
    if (this.#state === before) return;
    this.#trials?.noticeDevices();
    this.#listeners.emit(this.#state);
  }

  #describe(before: AudioState | null): AudioState {
    const preferences = this.#preferences;
    const isMicrophoneChoicePossible = this.#mediaDevices !== null;
    return describeAudio(
      { ...this.#lists, preferences, isMicrophoneChoicePossible, isLoudspeakerChoicePossible },
      before,
    );
  }

  #wishFor(role: AudioDeviceRole): DeviceWish {
    const deviceId = this.#state[role].used?.id ?? null;
    if (role !== 'microphone') return { deviceId, key: deviceId ?? '' };
    // Where the default moves on to another device, an open microphone does not follow by itself.
    const device = deviceId ?? this.#lists.microphones.defaultKey;
    return { deviceId, key: JSON.stringify([device, this.#constraints()]) };
  }

  #requireDevice(role: AudioDeviceRole, deviceId: string): WantedDevice {
    const list = this.#listFor(role);
    const device = list.devices.find(({ id }) => id === deviceId);
    if (device && this.#state[role].isChoicePossible) return rememberDevice(device, list);
    throw new PhoneError('invalid-argument', `There is no such ${role} to choose.`);
  }

  #listFor(role: AudioDeviceRole): DeviceList {
    return role === 'microphone' ? this.#lists.microphones : this.#lists.loudspeakers;
  }

  #reportFailure(role: AudioDeviceRole, applying: Promise<void>): void {
    applying.catch((error: unknown) => this.#options.reportFailure?.(role, error));
  }
}
