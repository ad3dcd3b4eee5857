/**
 * What a person asks for, before it is done. `preventDefault()` means "not yet": the page may ask for consent
 * first and then call the method of `<twilio-phone>`. Not prevented, the phone does it.
 */
import type { CallState } from '../core/phone-state.js';

/** The names of the requests. */
export const requestTypes = [
  'call-answer-request',
  'call-reject-request',
  'call-end-request',
  'call-mute-request',
  'call-hold-request',
  'call-make-request',
  'call-digits-request',
  'device-sign-in-request',
] as const;

/** The name of a request. */
export type RequestType = (typeof requestTypes)[number];

/** What all of them have in common: they bubble, cross shadow roots, and can be prevented. */
export abstract class RequestEvent extends Event {
  constructor(type: RequestType) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }

  /** The same request, not dispatched yet: to be asked once more from another place. */
  abstract copy(): RequestEvent;
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

  override copy(): RequestEvent {
    return new CallAnswerRequestEvent(this.call);
  }
}

/** Somebody wants to decline a call. */
export class CallRejectRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-reject-request', call);
  }

  override copy(): RequestEvent {
    return new CallRejectRequestEvent(this.call);
  }
}

/** Somebody wants to hang up. */
export class CallEndRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-end-request', call);
  }

  override copy(): RequestEvent {
    return new CallEndRequestEvent(this.call);
  }
}

/** Somebody wants to mute the microphone, or unmute it: the other of `call.isMuted`. */
export class CallMuteRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-mute-request', call);
  }

  override copy(): RequestEvent {
    return new CallMuteRequestEvent(this.call);
  }
}

/** Somebody wants to put the call on hold, or resume it: the other of `call.isOnHold`. */
export class CallHoldRequestEvent extends CallRequestEvent {
  constructor(call: CallState | null) {
    super('call-hold-request', call);
  }

  override copy(): RequestEvent {
    return new CallHoldRequestEvent(this.call);
  }
}

/** Somebody wants to send keypad digits. */
export class CallDigitsRequestEvent extends CallRequestEvent {
  readonly digits: string;

  constructor(call: CallState | null, digits: string) {
    super('call-digits-request', call);
    this.digits = digits;
  }

  override copy(): RequestEvent {
    return new CallDigitsRequestEvent(this.call, this.digits);
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

  override copy(): RequestEvent {
    return new CallMakeRequestEvent(this.phoneNumber, this.parameters);
  }
}

/** Somebody wants to sign in. Not prevented, the phone follows `sign-in-url`, or asks for a token once more. */
export class DeviceSignInRequestEvent extends RequestEvent {
  constructor() {
    super('device-sign-in-request');
  }

  override copy(): RequestEvent {
    return new DeviceSignInRequestEvent();
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
