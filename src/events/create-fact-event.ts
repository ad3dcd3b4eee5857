/** Turns what the core tells into the DOM event of the same name. */
import type {
  CallFact,
  CallFactType,
  CallLogFact,
  DeviceFact,
  DeviceFactType,
  PhoneFact,
} from '../core/phone-fact.js';
import * as call from './call-events.js';
import * as device from './device-events.js';

type EventOf<Fact> = new (fact: Fact) => Event;
type EventClasses = Readonly<Record<DeviceFactType, EventOf<DeviceFact>>> &
  Readonly<Record<CallFactType, EventOf<CallFact>>> & { readonly 'call-log': EventOf<CallLogFact> };

/** The event, not yet dispatched, that says this fact on the DOM. */
export function createFactEvent(fact: PhoneFact): Event {
  return new (eventClasses[fact.type] as EventOf<PhoneFact>)(fact);
}

const eventClasses: EventClasses = {
  'device-registering': device.DeviceRegisteringEvent,
  'device-registered': device.DeviceRegisteredEvent,
  'device-unregistered': device.DeviceUnregisteredEvent,
  'device-destroyed': device.DeviceDestroyedEvent,
  'device-token-will-expire': device.DeviceTokenWillExpireEvent,
  'device-auth-required': device.DeviceAuthRequiredEvent,
  'device-error': device.DeviceErrorEvent,
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
  'call-log': call.CallLogEvent,
  'call-feedback': call.CallFeedbackEvent,
};
