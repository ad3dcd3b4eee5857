import { transitionDevice } from './device-machine.js';
import type { DeviceEvent } from './device-machine.js';
import { PassingTrouble } from './passing-trouble.js';
import type { DeviceFactType } from './phone-fact.js';
import type { PhoneStore } from './phone-store.js';
import type { ClockPort } from './ports.js';
import type { Registration } from './registration.js';

interface DeviceRegisterParts {
  readonly store: PhoneStore;
  readonly clock: ClockPort;
  readonly registration: Registration;
  /** Told of each event that the table does not expect. */
  readonly report: (report: string) => void;
}

/** Keeps the state of the connection to Twilio, and tells each of its facts when the state already has it. */
export class DeviceRegister {
  readonly #parts: DeviceRegisterParts;
  readonly #trouble: PassingTrouble;

  constructor(parts: DeviceRegisterParts) {
    this.#parts = parts;
    this.#trouble = new PassingTrouble(parts.store, parts.clock);
  }

  hear(event: DeviceEvent): void {
    const { store, registration, report } = this.#parts;
    const before = store.getState().device;
    const after = transitionDevice(before, event);
    if (after === before) {
      report(`Unexpected: the device is ${before.status} and reports ${event.type}.`);
      return;
    }
    const error = event.type === 'error' ? event.error : null;
    this.#trouble.hear(event);
    if (!this.#trouble.holds(event)) store.setDevice(after);
    registration.hear(event);
    store.tell({ type: factTypes[event.type], device: store.getState().device, error });
  }
}

const factTypes: Readonly<Record<DeviceEvent['type'], DeviceFactType>> = {
  unregistered: 'device-unregistered',
  registering: 'device-registering',
  registered: 'device-registered',
  destroyed: 'device-destroyed',
  tokenWillExpire: 'device-token-will-expire',
  error: 'device-error',
};
