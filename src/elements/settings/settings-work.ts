import type { ReactiveControllerHost } from 'lit';
import type { AudioDeviceRole, AudioDevicesPort, AudioSettings } from '../../core/audio-devices.js';
import { isPhoneError } from '../../core/phone-error.js';
import type { PhoneError } from '../../core/phone-error.js';
import { explain } from '../shared/explain.js';

/** Where something is going on, or went wrong. */
export type Section =
  AudioDeviceRole | 'speaker-test' | 'ringer-test' | 'voice' | 'permission' | 'notifications';

/** Does what a person asks for in the settings, and knows what is going on and what went wrong, by section. */
export class SettingsWork {
  readonly #host: ReactiveControllerHost;
  readonly #findAudio: () => AudioDevicesPort | null;
  readonly #problems = new Map<Section, PhoneError>();
  readonly #underWay = new Set<Section>();

  constructor(host: ReactiveControllerHost, findAudio: () => AudioDevicesPort | null) {
    this.#host = host;
    this.#findAudio = findAudio;
  }

  /** What went wrong last in a section and what to do about it; null when nothing did. */
  problemOf(section: Section): string | null {
    const problem = this.#problems.get(section);
    return problem ? explain(problem) : null;
  }

  isUnderWay(section: Section): boolean {
    return this.#underWay.has(section);
  }

  choose(role: AudioDeviceRole, deviceId: string | null): void {
    void this.attempt(role, (audio) => audio.choose(role, deviceId));
  }

  change(section: Section, change: Partial<AudioSettings>): void {
    void this.attempt(section, (audio) => audio.changeSettings(change));
  }

  /** What goes wrong is said in its section, until the next attempt there. */
  async attempt(section: Section, work: (audio: AudioDevicesPort) => Promise<unknown>): Promise<void> {
    const audio = this.#findAudio();
    if (!audio) return;
    this.#problems.delete(section);
    this.#underWay.add(section);
    this.#host.requestUpdate();
    try {
      await work(audio);
    } catch (error) {
      this.#note(section, error);
    } finally {
      this.#underWay.delete(section);
      this.#host.requestUpdate();
    }
  }

  #note(section: Section, error: unknown): void {
    if (isPhoneError(error)) this.#problems.set(section, error);
    else reportError(error);
  }
}
