/** The facts about the connection to Twilio, as DOM events of `<twilio-phone>`. */
import type { PhoneError } from '../core/phone-error.js';
import type { DeviceFact, DeviceFactType } from '../core/phone-fact.js';
import type { DeviceState } from '../core/phone-state.js';

/** What all of them have in common: they bubble, cross shadow roots, and cannot be cancelled. */
export abstract class DeviceEvent extends Event {
  /** The connection right after it. */
  readonly device: DeviceState;

  constructor(type: DeviceFactType, device: DeviceState) {
    super(type, { bubbles: true, composed: true });
    this.device = device;
  }
}

/** Twilio is being asked to let calls ring here. */
export class DeviceRegisteringEvent extends DeviceEvent {
  constructor({ device }: DeviceFact) {
    super('device-registering', device);
  }
}

/** Calls to this user ring here from now on. */
export class DeviceRegisteredEvent extends DeviceEvent {
  constructor({ device }: DeviceFact) {
    super('device-registered', device);
  }
}

/** Calls do not ring here any more; `device.isWanted` tells whether the phone tries to come back. */
export class DeviceUnregisteredEvent extends DeviceEvent {
  constructor({ device }: DeviceFact) {
    super('device-unregistered', device);
  }
}

/** The phone is over and will not come back. */
export class DeviceDestroyedEvent extends DeviceEvent {
  constructor({ device }: DeviceFact) {
    super('device-destroyed', device);
  }
}

/** The token runs out soon. The phone fetches the next one by itself. */
export class DeviceTokenWillExpireEvent extends DeviceEvent {
  constructor({ device }: DeviceFact) {
    super('device-token-will-expire', device);
  }
}

/** The token endpoint said 401 or 403: the phone waits until the page has signed the person in. */
export class DeviceAuthRequiredEvent extends DeviceEvent {
  readonly error: PhoneError | null;

  constructor({ device, error }: DeviceFact) {
    super('device-auth-required', device);
    this.error = error;
  }
}

/** Something went wrong with the connection. `error.recoverable` tells whether the phone goes on by itself. */
export class DeviceErrorEvent extends DeviceEvent {
  readonly error: PhoneError | null;

  constructor({ device, error }: DeviceFact) {
    super('device-error', device);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'device-registering': DeviceRegisteringEvent;
    'device-registered': DeviceRegisteredEvent;
    'device-unregistered': DeviceUnregisteredEvent;
    'device-destroyed': DeviceDestroyedEvent;
    'device-token-will-expire': DeviceTokenWillExpireEvent;
    'device-auth-required': DeviceAuthRequiredEvent;
    'device-error': DeviceErrorEvent;
  }
}
