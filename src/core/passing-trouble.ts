import { transitionDevice } from './device-machine.js';
import type { DeviceEvent } from './device-machine.js';
import type { PhoneStore } from './phone-store.js';
import type { ClockPort, Unsubscribe } from './ports.js';

/** A connection that is back within this time was in no trouble that anybody should read of. */
export const PASSING_TROUBLE_IN_MILLISECONDS = 5_000;

/**
 * Keeps an error out of the state while a connection that was good comes back: Twilio may refuse, or drop, what it
 * takes a second later. The fact is told all the same.
 */
export class PassingTrouble {
  readonly #store: PhoneStore;
  readonly #clock: ClockPort;
  /** When a good connection began to be lost; null while it is good, and before it ever was. */
  #lostAt: number | null = null;
  #isGood = false;
  #cancel: Unsubscribe = () => undefined;

  constructor(store: PhoneStore, clock: ClockPort) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Hears each event before the state has it. */
  hear({ type }: DeviceEvent): void {
    if (type === 'registered') this.#begin(true, null);
    else if (type === 'destroyed' || !this.#store.getState().device.isWanted) this.#begin(false, null);
    else if (this.#isGood && type !== 'tokenWillExpire') this.#begin(false, this.#clock.monotonicNow());
  }

  /** Whether it is an error that may pass. If it does not, the state gets it in time. */
  holds(event: DeviceEvent): boolean {
    const rest = (this.#lostAt ?? -Infinity) + PASSING_TROUBLE_IN_MILLISECONDS - this.#clock.monotonicNow();
    if (event.type !== 'error' || !event.error.recoverable || rest <= 0) return false;
    this.#cancel();
    this.#cancel = this.#clock.schedule(rest, () => {
      const { device } = this.#store.getState();
      if (device.isWanted && device.status !== 'registered') {
        this.#store.setDevice(transitionDevice(device, event));
      }
    });
    return true;
  }

  #begin(isGood: boolean, lostAt: number | null): void {
    this.#cancel();
    this.#isGood = isGood;
    this.#lostAt = lostAt;
  }
}
