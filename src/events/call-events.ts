/** The facts about one call, as DOM events of `<twilio-phone>`. None of them carries an object of the SDK. */
import type { CallRecord } from '../core/call-record.js';
import type { CallFact, CallFactType, CallLogFact } from '../core/phone-fact.js';
import type { CallState } from '../core/phone-state.js';

/** What all of them have in common: they bubble, cross shadow roots, and cannot be cancelled. */
export abstract class CallEvent extends Event {
  /** The call right after it: `closed` for the facts that end it. */
  readonly call: CallState;

  constructor(type: CallFactType, { call }: CallFact) {
    super(type, { bubbles: true, composed: true });
    this.call = call;
  }
}

/** Somebody calls: the call rings here and waits for an answer. */
export class CallIncomingEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-incoming', fact);
  }
}

/** The call was answered, or dialled, and is being set up. */
export class CallConnectingEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-connecting', fact);
  }
}

/** An outgoing call rings at the other end. */
export class CallRingingEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-ringing', fact);
  }
}

/** The call is open: both sides hear each other. */
export class CallAcceptEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-accept', fact);
  }
}

/** The call lost its connection and tries to come back. */
export class CallReconnectingEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-reconnecting', fact);
  }
}

/** The call came back. */
export class CallReconnectedEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-reconnected', fact);
  }
}

/** The microphone was muted or unmuted: `call.isMuted`. */
export class CallMuteEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-mute', fact);
  }
}

/** The call was put on hold or resumed: `call.isOnHold`. */
export class CallHoldEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-hold', fact);
  }
}

/** Holding the call became possible or impossible: `call.isHoldAvailable`. */
export class CallHoldAvailableEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-hold-available', fact);
  }
}

/** The person began or stopped to talk into a muted microphone: `call.isTalkingWhileMuted`. */
export class CallTalkingWhileMutedEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-talking-while-muted', fact);
  }
}

/** A quality warning was raised: one more name in `call.warnings`. */
export class CallWarningEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-warning', fact);
  }
}

/** A quality warning is over: one name fewer in `call.warnings`. */
export class CallWarningClearedEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-warning-cleared', fact);
  }
}

/** Something went wrong in the call: `call.error`. The call may go on. */
export class CallErrorEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-error', fact);
  }
}

/** The caller hung up before anybody answered, or another phone of this user did. */
export class CallCancelEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-cancel', fact);
  }
}

/** The call was declined here. */
export class CallRejectEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-reject', fact);
  }
}

/** The call was let go here without telling the caller. */
export class CallIgnoreEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-ignore', fact);
  }
}

/** The call ended, from either side. */
export class CallDisconnectEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-disconnect', fact);
  }
}

/** The call ended because its connection was lost. */
export class CallTransportCloseEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-transport-close', fact);
  }
}

/** A call is over, and all that there is to say of it is known. Dispatched once for each call. */
export class CallLogEvent extends Event {
  readonly record: CallRecord;

  constructor({ record }: CallLogFact) {
    super('call-log', { bubbles: true, composed: true });
    this.record = record;
  }
}

/** A person said how the call was: `call.feedback`. */
export class CallFeedbackEvent extends CallEvent {
  constructor(fact: CallFact) {
    super('call-feedback', fact);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-incoming': CallIncomingEvent;
    'call-connecting': CallConnectingEvent;
    'call-ringing': CallRingingEvent;
    'call-accept': CallAcceptEvent;
    'call-reconnecting': CallReconnectingEvent;
    'call-reconnected': CallReconnectedEvent;
    'call-mute': CallMuteEvent;
    'call-hold': CallHoldEvent;
    'call-hold-available': CallHoldAvailableEvent;
    'call-talking-while-muted': CallTalkingWhileMutedEvent;
    'call-warning': CallWarningEvent;
    'call-warning-cleared': CallWarningClearedEvent;
    'call-error': CallErrorEvent;
    'call-cancel': CallCancelEvent;
    'call-reject': CallRejectEvent;
    'call-ignore': CallIgnoreEvent;
    'call-disconnect': CallDisconnectEvent;
    'call-transport-close': CallTransportCloseEvent;
    'call-log': CallLogEvent;
    'call-feedback': CallFeedbackEvent;
  }
}
