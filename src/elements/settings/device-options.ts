import type { AudioDevice, AudioDeviceChoice } from '../../core/audio-devices.js';
import { isolated, outsideText } from '../shared/outside-text.js';
import { formatCount } from '../shared/format-number.js';
import { settingsTexts } from './settings-texts.js';

/** One line of a list of devices. */
export interface DeviceOption {
  /** Null stands for the system's default. */
  readonly id: string | null;
  readonly label: string;
  readonly isChosen: boolean;
}

/** What to choose from: the system's default, every device, and the chosen one also when it is not there. */
export function deviceOptions(choice: AudioDeviceChoice, areLabelsKnown: boolean): readonly DeviceOption[] {
  const { devices, wanted, used } = choice;
  const chosenId = (used ?? wanted)?.id ?? null;
  const labels = labelsOf(devices);
  const real = devices.map(({ id }, index) => ({
    id,
    label: labels[index] ?? '',
    isChosen: id === chosenId,
  }));
  const absent =
    wanted && !used ? [{ id: wanted.id, label: absentLabel(wanted, areLabelsKnown), isChosen: true }] : [];
  return [{ id: null, label: defaultLabel(choice), isChosen: wanted === null }, ...real, ...absent];
}

function defaultLabel({ systemDefault }: AudioDeviceChoice): string {
  const name = isolated(outsideText(systemDefault?.label ?? ''));
  return name ? settingsTexts.systemDefaultNamed(name) : settingsTexts.systemDefault();
}

/** What is said when the chosen device is not there; null while it is, or while nobody knows. */
export function absenceOf({ wanted, used }: AudioDeviceChoice, areLabelsKnown: boolean): string | null {
  if (!wanted || used || !areLabelsKnown) return null;
  return settingsTexts.usesDefaultMeanwhile(nameOf(wanted));
}

/** Before the microphone was permitted nobody knows what is connected. */
function absentLabel(wanted: AudioDevice, areLabelsKnown: boolean): string {
  const name = nameOf(wanted);
  return areLabelsKnown ? settingsTexts.notConnected(name) : name;
}

function nameOf({ label }: AudioDevice): string {
  return isolated(outsideText(label)) || settingsTexts.unnamedDevice(formatCount(1));
}

/** Two of the same name are told apart by a number, and those without a name by one alone. */
function labelsOf(devices: readonly AudioDevice[]): readonly string[] {
  const counts = new Map<string, number>();
  return devices.map((device, index) => {
    const name = outsideText(device.label);
    if (!name) return settingsTexts.unnamedDevice(formatCount(index + 1));
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return isolated(count === 1 ? name : `${name} (${formatCount(count)})`);
  });
}
