/** The sound devices of a computer with a headset, as tests and stories plug them in. */
import type { AudioDevice, AudioDeviceChoice } from '../../src/core/audio-devices.js';
import type { TestPhone } from './test-phone.js';

export function device(id: string, label: string): AudioDevice {
  return { id, label };
}

const microphones = [device('built-in', 'Built-in'), device('headset-in', 'Headset')];
const loudspeakers = [device('speakers', 'Speakers'), device('headset-out', 'Headset')];

function choiceAmong(devices: readonly AudioDevice[]): AudioDeviceChoice {
  return { devices, systemDefault: devices[0] ?? null, wanted: null, used: null, isChoicePossible: true };
}

/** Two microphones, two loudspeakers, and any of the loudspeakers for the bell. */
export function showDevices({ audio }: TestPhone): void {
  audio.set({
    microphone: choiceAmong(microphones),
    speaker: choiceAmong(loudspeakers),
    ringer: choiceAmong(loudspeakers),
  });
}
