/** Turns what the core tells into the DOM event of the same name. */
import type { CallFact, CallFactType, DeviceFact, DeviceFactType, PhoneFact } from '../core/phone-fact.js';
import * as call from './call-events.js';
import * as device from './device-events.js';

/** The event, not yet dispatched, that says this fact on the DOM. */
export function createFactEvent(fact: PhoneFact): Event {
  return 'call' in fact ? new callEvents[fact.type](fact) : new deviceEvents[fact.type](fact);
}

const deviceEvents: Readonly<Record<DeviceFactType, new (fact: DeviceFact) => Event>> = {
  'device-registering': device.DeviceRegisteringEvent,
  'device-registered': device.DeviceRegisteredEvent,
  'device-unregistered': device.DeviceUnregisteredEvent,
  'device-destroyed': device.DeviceDestroyedEvent,
  'device-token-will-expire': device.DeviceTokenWillExpireEvent,
  'device-auth-required': device.DeviceAuthRequiredEvent,
  'device-error': device.DeviceErrorEvent,
};

const callEvents: Readonly<Record<CallFactType, new (fact: CallFact) => Event>> = {
  'call-incoming': call.CallIncomingEvent,
  'call-connecting': call.CallConnectingEvent,
  'call-ringing': call.CallRingingEvent,
  'call-accept': call.CallAcceptEvent,
  'call-reconnecting': call.CallReconnectingEvent,
  'call-reconnected': call.CallReconnectedEvent,
  'call-mute': call.CallMuteEvent,
  'call-hold': call.CallHoldEvent,
  'call-hold-available': call.CallHoldAvailableEvent,
  'call-talking-while-muted': call.CallTalkingWhileMutedEvent,
  'call-warning': call.CallWarningEvent,
  'call-warning-cleared': call.CallWarningClearedEvent,
  'call-error': call.CallErrorEvent,
  'call-cancel': call.CallCancelEvent,
  'call-reject': call.CallRejectEvent,
  'call-ignore': call.CallIgnoreEvent,
  'call-disconnect': call.CallDisconnectEvent,
  'call-transport-close': call.CallTransportCloseEvent,
};
