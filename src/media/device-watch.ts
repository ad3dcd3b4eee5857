import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { listDevices } from './device-choice.js';
import type { DeviceList } from './device-choice.js';

/** The part of `navigator.mediaDevices` that is watched. */
export type WatchedDevices = Pick<
  MediaDevices,
  'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** Every device that sound can come from or go to. */
export interface DeviceLists {
  readonly microphones: DeviceList;
  readonly loudspeakers: DeviceList;
}

export interface DeviceWatchOptions {
  readonly clock: ClockPort;
  readonly mediaDevices: WatchedDevices;
  /** Called once the devices have settled, be they the same as before or not. */
  readonly onSettle: (lists: DeviceLists) => void;
}

/** One headset that is plugged in, or that changes its Bluetooth profile, is told of up to six times. */
const SETTLE_IN_MILLISECONDS = 250;
/** However long the storm, a call must not wait longer for its microphone. */
const PATIENCE_IN_MILLISECONDS = 1000;

/** So often is a device tried that another program keeps. */
const LATER_IN_MILLISECONDS = 3000;

/** Looks at the devices when something changes, once a storm, and by itself only when it is asked to. */
export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  readonly #notice = () => this.look();
  #unrestSince: number | null = null;
  #cancelLook: Unsubscribe = () => undefined;
  /** Counts enumerations, so that an old answer does not overtake a newer one. */
  #latestLook = 0;
  #isStopped = false;

  constructor(options: DeviceWatchOptions) {
    this.#options = options;
    options.mediaDevices.addEventListener('devicechange', this.#notice);
  }

  /** Something may have changed: looks once it is quiet. */
  look(): void {
    const { clock } = this.#options;
    const now = clock.monotonicNow();
    this.#unrestSince ??= now;
    this.#cancelLook();
    const patienceLeft = this.#unrestSince + PATIENCE_IN_MILLISECONDS - now;
    this.#cancelLook = clock.schedule(
      Math.max(0, Math.min(SETTLE_IN_MILLISECONDS, patienceLeft)),
      () => void this.lookNow(),
    );
  }

  /** Nothing may have changed: looks in a while, if nothing does before. */
  lookLater(): void {
    if (this.#isStopped) return;
    this.#cancelLook();
    this.#cancelLook = this.#options.clock.schedule(LATER_IN_MILLISECONDS, () => void this.lookNow());
  }

  /** Looks at once; resolves when the lists are known. */
  async lookNow(): Promise<void> {
    this.#cancelLook();
    this.#unrestSince = null;
    this.#latestLook += 1;
    const look = this.#latestLook;
    // Where the browser does not tell, what was known stays.
    const descriptions = await this.#options.mediaDevices.enumerateDevices().catch(() => null);
    if (!descriptions || look !== this.#latestLook || this.#isStopped) return;
    this.#options.onSettle({
      microphones: listDevices(descriptions, 'audioinput'),
      loudspeakers: listDevices(descriptions, 'audiooutput'),
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelLook();
    this.#options.mediaDevices.removeEventListener('devicechange', this.#notice);
  }
}

/** Not there at all on a page that is not secure, whatever TypeScript says. */
export function findMediaDevices(): MediaDevices | null {
  return 'mediaDevices' in navigator ? navigator.mediaDevices : null;
}
