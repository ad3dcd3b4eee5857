/**
 * Which device is used: pure policy. Chosen by hand is kept; gone, the system's default takes its place;
 * back, it is used again, also when the browser has given it another id meanwhile.
 */
import type { AudioDevice } from '../core/audio-devices.js';

/** A device as the browser lists it. */
export interface ListedDevice extends AudioDevice {
  /** The same for the microphone and the loudspeaker of one headset. */
  readonly groupId: string;
}

/** A choice by hand, with what it takes to find the device again. */
export interface WantedDevice extends ListedDevice {
  /** Ids of devices with the same label that were there beside it: they are not it. */
  readonly twinIds: readonly string[];
}

/** The devices of one kind. */
export interface DeviceList {
  readonly devices: readonly ListedDevice[];
  /** The one of them that the system's default is now; null where the browser does not tell. */
  readonly systemDefault: ListedDevice | null;
  /** Changes when the system's default becomes another device; null without a device. */
  readonly defaultKey: string | null;
}

/** What the browser says about one device; `MediaDeviceInfo` fits. */
export type DeviceDescription = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'kind' | 'label'>;

/** Chromium lists the system's defaults a second time under these ids. */
const pseudoIds: readonly string[] = ['default', 'communications'];

export const noDevices: DeviceList = Object.freeze({
  devices: Object.freeze([]),
  systemDefault: null,
  defaultKey: null,
});

/** The real devices of one kind. Those without an id are placeholders: the microphone was never permitted. */
export function listDevices(
  descriptions: readonly DeviceDescription[],
  kind: 'audioinput' | 'audiooutput',
): DeviceList {
  const ofKind = descriptions.filter((description) => description.kind === kind);
  const real = ofKind.filter(({ deviceId }) => deviceId !== '' && !pseudoIds.includes(deviceId));
  // Where no pseudo device stands for it, the default comes first: https://w3c.github.io/mediacapture-main/
  const byDefault = ofKind.find(({ deviceId }) => deviceId === 'default') ?? real[0];
  const devices = real.map(({ deviceId, label, groupId }) => ({ id: deviceId, label, groupId }));
  return {
    devices,
    systemDefault: byDefault ? findBehind(byDefault, devices) : null,
    defaultKey: byDefault ? [byDefault.deviceId, byDefault.groupId, byDefault.label].join('\n') : null,
  };
}

/** Chromium names the pseudo device after the real one, with a word before it: "Default - Jabra". */
function findBehind(byDefault: DeviceDescription, devices: readonly ListedDevice[]): ListedDevice | null {
  const { deviceId, groupId, label } = byDefault;
  const grouped = devices.filter((device) => device.id === deviceId || device.groupId === groupId);
  return grouped.find((device) => label.endsWith(device.label)) ?? grouped[0] ?? null;
}

/** The wanted device where it is there: by its id, else by its label. */
export function findDevice(wanted: WantedDevice, list: DeviceList): ListedDevice | null {
  const byId = list.devices.find(({ id }) => id === wanted.id);
  if (byId) return byId;
  if (wanted.label === '') return null;
  const alike = list.devices.filter(
    ({ id, label }) => label === wanted.label && !wanted.twinIds.includes(id),
  );
  return alike.find(({ groupId }) => groupId === wanted.groupId) ?? alike[0] ?? null;
}

/** The choice as it is to be remembered once the device is found: under its present id and name. */
export function rememberDevice(found: ListedDevice, list: DeviceList, before?: WantedDevice): WantedDevice {
  const label = found.label || (before?.label ?? '');
  const twins = list.devices.filter((device) => device.id !== found.id && device.label === label);
  const isSame = before?.id === found.id;
  const twinIds = new Set([...(isSame ? before.twinIds : []), ...twins.map(({ id }) => id)]);
  return { id: found.id, label, groupId: found.groupId, twinIds: [...twinIds] };
}
