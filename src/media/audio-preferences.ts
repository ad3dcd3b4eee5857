/** What a person has set about sound, as it is remembered from one visit to the next. */
import type { AudioDeviceRole, AudioSettings } from '../core/audio-devices.js';
import type { WantedDevice } from './device-choice.js';

export interface AudioPreferences {
  /** Null is the system's default. */
  readonly wanted: Readonly<Record<AudioDeviceRole, WantedDevice | null>>;
  readonly settings: AudioSettings;
}

/** Where they are kept. Neither ever throws; what is loaded may be anything. */
export interface PreferencesMemory {
  load(): unknown;
  save(preferences: AudioPreferences): void;
}

/** What a call sounds best with; the same that browsers do unasked. */
const defaultSettings: AudioSettings = Object.freeze({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ringVolume: 1,
});

/** Reads what was remembered; whatever makes no sense is as if it had never been set. */
export function readPreferences(remembered: unknown): AudioPreferences {
  const { wanted, settings } = fieldsOf(remembered);
  const { microphone, speaker, ringer } = fieldsOf(wanted);
  return {
    wanted: {
      microphone: readWanted(microphone),
      speaker: readWanted(speaker),
      ringer: readWanted(ringer),
    },
    settings: changeSettings(defaultSettings, fieldsOf(settings)),
  };
}

/** The settings with a change; whatever of it makes no sense is left out. */
export function changeSettings(
  settings: AudioSettings,
  change: Readonly<Partial<Record<keyof AudioSettings, unknown>>>,
): AudioSettings {
  return Object.freeze({
    echoCancellation: booleanOr(settings.echoCancellation, change.echoCancellation),
    noiseSuppression: booleanOr(settings.noiseSuppression, change.noiseSuppression),
    autoGainControl: booleanOr(settings.autoGainControl, change.autoGainControl),
    ringVolume: isVolume(change.ringVolume) ? change.ringVolume : settings.ringVolume,
  });
}

function readWanted(remembered: unknown): WantedDevice | null {
  const { id, label, groupId, twinIds } = fieldsOf(remembered);
  if (typeof id !== 'string' || typeof label !== 'string' || (id === '' && label === '')) return null;
  return {
    id,
    label,
    groupId: typeof groupId === 'string' ? groupId : '',
    twinIds: Array.isArray(twinIds) ? twinIds.filter((twinId) => typeof twinId === 'string') : [],
  };
}

function isVolume(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function booleanOr(fallback: boolean, value: unknown): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
