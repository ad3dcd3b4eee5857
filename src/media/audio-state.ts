import type { AudioDevice, AudioDeviceChoice, AudioState } from '../core/audio-devices.js';
import type { AudioPreferences } from './audio-preferences.js';
import { findDevice } from './device-choice.js';
import type { DeviceList, WantedDevice } from './device-choice.js';

/** Everything that `AudioState` follows from. */
export interface AudioFacts {
  readonly microphones: DeviceList;
  readonly loudspeakers: DeviceList;
  readonly preferences: AudioPreferences;
  readonly isMicrophoneChoicePossible: boolean;
  readonly isLoudspeakerChoicePossible: boolean;
}

/** The state for those facts: frozen, and the very same object as before when nothing has changed. */
export function describeAudio(facts: AudioFacts, before: AudioState | null): AudioState {
  const { microphones, loudspeakers, preferences, isMicrophoneChoicePossible } = facts;
  const { wanted, settings } = preferences;
  const isLoudspeakerChoicePossible = facts.isLoudspeakerChoicePossible;
  const after: AudioState = {
    microphone: describeChoice(microphones, wanted.microphone, isMicrophoneChoicePossible),
    speaker: describeChoice(loudspeakers, wanted.speaker, isLoudspeakerChoicePossible),
    ringer: describeChoice(loudspeakers, wanted.ringer, isLoudspeakerChoicePossible),
    settings,
    areLabelsKnown: areLabelsKnown([...microphones.devices, ...loudspeakers.devices], before),
  };
  if (before && JSON.stringify(before) === JSON.stringify(after)) return before;
  return Object.freeze(after);
}

function describeChoice(
  list: DeviceList,
  wanted: WantedDevice | null,
  isChoicePossible: boolean,
): AudioDeviceChoice {
  const used = wanted && isChoicePossible ? findDevice(wanted, list) : null;
  return Object.freeze({
    devices: Object.freeze(list.devices.map(toAudioDevice)),
    systemDefault: list.systemDefault && toAudioDevice(list.systemDefault),
    wanted: wanted && toAudioDevice(wanted),
    used: used && toAudioDevice(used),
    isChoicePossible,
  });
}

function toAudioDevice({ id, label }: AudioDevice): AudioDevice {
  return Object.freeze({ id, label });
}

/** Where every device has gone, nobody has lost the right to know their names. */
function areLabelsKnown(devices: readonly AudioDevice[], before: AudioState | null): boolean {
  if (devices.length === 0) return before?.areLabelsKnown ?? false;
  return devices.some(({ label }) => label !== '');
}
