/**
 * What has happened, told once each, in the words that the DOM events have: `device-` or `call-` and
 * Twilio's event name in kebab-case. `device-auth-required`, `call-hold`, `call-hold-available`,
 * `call-talking-while-muted`, `call-ignore`, `call-feedback` and `call-log` are ours.
 */
import type { CallRecord } from './call-record.js';
import type { PhoneError } from './phone-error.js';
import type { CallState, DeviceState } from './phone-state.js';

/** Facts about the connection to Twilio. */
export type DeviceFactType =
  | 'device-registering'
  | 'device-registered'
  | 'device-unregistered'
  | 'device-destroyed'
  | 'device-token-will-expire'
  | 'device-auth-required'
  | 'device-error';

/** Facts about one call. */
export type CallFactType =
  | 'call-incoming'
  | 'call-connecting'
  | 'call-ringing'
  | 'call-accept'
  | 'call-reconnecting'
  | 'call-reconnected'
  | 'call-mute'
  | 'call-hold'
  | 'call-hold-available'
  | 'call-talking-while-muted'
  | 'call-warning'
  | 'call-warning-cleared'
  | 'call-error'
  | 'call-cancel'
  | 'call-reject'
  | 'call-ignore'
  | 'call-disconnect'
  | 'call-transport-close'
  | 'call-feedback';

export interface DeviceFact {
  readonly type: DeviceFactType;
  /** The connection right after it. */
  readonly device: DeviceState;
  /** Set for `device-error` and `device-auth-required`. */
  readonly error: PhoneError | null;
}

export interface CallFact {
  readonly type: CallFactType;
  /** The call right after it: `closed` for the facts that end it. */
  readonly call: CallState;
}

/** A call is over, and all that there is to say of it is known. Told once for each call. */
export interface CallLogFact {
  readonly type: 'call-log';
  readonly record: CallRecord;
}

export type PhoneFact = DeviceFact | CallFact | CallLogFact;
