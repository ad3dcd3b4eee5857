/**
 * What may happen to the connection to Twilio. The SDK names each event after the state that it leads to,
 * so the table is nearly its own key; `destroyed` is final.
 */
import { isAboutConfiguration } from './configuration-trouble.js';
import type { DevicePortEvent } from './ports.js';
import type { DeviceState, DeviceStatus } from './phone-state.js';

/** What the device reports about itself; `incoming` begins a call and changes nothing here. */
export type DeviceEvent = Exclude<DevicePortEvent, { type: 'incoming' }>;

type Row = Readonly<Partial<Record<DeviceEvent['type'], DeviceStatus>>>;

const table: Readonly<Record<DeviceStatus, Row>> = {
  unregistered: {
    unregistered: 'unregistered',
    registering: 'registering',
    registered: 'registered',
    destroyed: 'destroyed',
    tokenWillExpire: 'unregistered',
    error: 'unregistered',
  },
  registering: {
    unregistered: 'unregistered',
    registering: 'registering',
    registered: 'registered',
    destroyed: 'destroyed',
    tokenWillExpire: 'registering',
    error: 'registering',
  },
  registered: {
    unregistered: 'unregistered',
    registering: 'registering',
    registered: 'registered',
    destroyed: 'destroyed',
    tokenWillExpire: 'registered',
    error: 'registered',
  },
  destroyed: {},
};

/** The status that follows, or undefined when the table does not expect the event. */
export function nextDeviceStatus(status: DeviceStatus, event: DeviceEvent['type']): DeviceStatus | undefined {
  return table[status][event];
}

/** The connection after the event; the very same object when the event was not expected. */
export function transitionDevice(device: DeviceState, event: DeviceEvent): DeviceState {
  const status = nextDeviceStatus(device.status, event.type);
  if (status === undefined) return device;
  return Object.freeze({ ...device, status, ...factsOf(device, event) });
}

function factsOf(device: DeviceState, event: DeviceEvent): Partial<DeviceState> {
  switch (event.type) {
    case 'registered':
      return {
        identity: event.identity ?? device.identity,
        edge: event.edge ?? device.edge,
        error: null,
        retryAt: null,
        isSignInRequired: false,
        isConfigured: true,
      };
    case 'error':
      return { error: event.error, isConfigured: !isAboutConfiguration(event.error, device) };
    case 'destroyed':
      return { isWanted: false, retryAt: null };
    default:
      return {};
  }
}
