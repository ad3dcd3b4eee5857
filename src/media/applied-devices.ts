import type { AudioDeviceRole } from '../core/audio-devices.js';

/** Makes the phone use a device; null is the system's default. Rejects with a `PhoneError`. */
export type ApplyDevice = (deviceId: string | null) => Promise<void>;

/** Which device is to be used, and how. */
export interface DeviceWish {
  readonly deviceId: string | null;
  /** Another key means that the device must be applied again. */
  readonly key: string;
}

interface Slot {
  apply: ApplyDevice;
  wish: DeviceWish;
  /** Ends when what was wished last is done. */
  work: Promise<void>;
}

/** Brings wishes to those who fulfil them: one at a time for each role, each once, and the latest wins. */
export class AppliedDevices {
  readonly #slots = new Map<AudioDeviceRole, Slot>();

  /** From now on wishes for the role go there; one that differs from the default at once. */
  connect(role: AudioDeviceRole, apply: ApplyDevice, wish: DeviceWish): Promise<void> {
    const slot = { apply, wish, work: Promise.resolve() };
    this.#slots.set(role, slot);
    return wish.deviceId === null ? slot.work : this.#apply(slot);
  }

  /** Settles when the wish is fulfilled; rejects when it cannot be. */
  follow(role: AudioDeviceRole, wish: DeviceWish, isForced = false): Promise<void> {
    const slot = this.#slots.get(role);
    if (!slot) return Promise.resolve();
    if (slot.wish.key === wish.key && !isForced) return slot.work;
    slot.wish = wish;
    return this.#apply(slot);
  }

  /** The wish is what is in use anyway. */
  assume(role: AudioDeviceRole, wish: DeviceWish): void {
    const slot = this.#slots.get(role);
    if (slot) slot.wish = wish;
  }

  clear(): void {
    this.#slots.clear();
  }

  #apply(slot: Slot): Promise<void> {
    const { wish } = slot;
    slot.work = slot.work
      .catch(() => undefined)
      .then(() => (slot.wish === wish ? slot.apply(wish.deviceId) : undefined));
    return slot.work;
  }
}
