/**
 * What a person asks for, before it is done. `preventDefault()` means "not yet": the page may ask for consent
 * first and then call the method of `<twilio-phone>`. Not prevented, the phone does it.
 */
import type { CallState } from '../core/phone-state.js';

/** The names of the requests. */
export type RequestType =
  | 'call-answer-request'
  | 'call-reject-request'
  | 'call-end-request'
  | 'call-mute-request'
  | 'call-hold-request'
  | 'call-make-request'
  | 'call-digits-request'
  | 'device-sign-in-request';

/** What all of them have in common: they bubble, cross shadow roots, and can be prevented. */
export abstract class RequestEvent extends Event {
  constructor(type: RequestType) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A request about a call that is there. */
export abstract class CallRequestEvent extends RequestEvent {
  /** The call asked about; null when a method named none and the phone is to choose. */
  readonly call: CallState | null;

  constructor(type: RequestType, call: CallState | null) {
    super(type);
    this.call = call;
  }
}

/** Somebody wants to answer a call. */
export class CallAnswerRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-answer-request', call);
  }
}

/** Somebody wants to decline a call. */
export class CallRejectRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-reject-request', call);
  }
}

/** Somebody wants to hang up. */
export class CallEndRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-end-request', call);
  }
}

/** Somebody wants to mute the microphone, or unmute it: the other of `call.isMuted`. */
export class CallMuteRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-mute-request', call);
  }
}

/** Somebody wants to put the call on hold, or resume it: the other of `call.isOnHold`. */
export class CallHoldRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-hold-request', call);
  }
}

/** Somebody wants to send keypad digits. */
export class CallDigitsRequestEvent extends CallRequestEvent {
  readonly digits: string;

  constructor(call: CallState | null, digits: string) {
    super('call-digits-request', call);
    this.digits = digits;
  }
}

/** Somebody wants to call a number. */
export class CallMakeRequestEvent extends RequestEvent {
  readonly phoneNumber: string;
  /** What else would reach the voice webhook, by name. */
  readonly parameters: Readonly<Record<string, string>>;

  constructor(phoneNumber: string, parameters: Readonly<Record<string, string>> = {}) {
    super('call-make-request');
    this.phoneNumber = phoneNumber;
    this.parameters = Object.freeze({ ...parameters });
  }
}

/** Somebody wants to sign in. Not prevented, the phone follows `sign-in-url`, or asks for a token once more. */
export class DeviceSignInRequestEvent extends RequestEvent {
  constructor() {
    super('device-sign-in-request');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-answer-request': CallAnswerRequestEvent;
    'call-reject-request': CallRejectRequestEvent;
    'call-end-request': CallEndRequestEvent;
    'call-mute-request': CallMuteRequestEvent;
    'call-hold-request': CallHoldRequestEvent;
    'call-digits-request': CallDigitsRequestEvent;
    'call-make-request': CallMakeRequestEvent;
    'device-sign-in-request': DeviceSignInRequestEvent;
  }
}
