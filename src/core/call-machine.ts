/**
 * What may happen to a call, and what becomes of it. The table was run against the event orders of the real
 * Voice SDK (2.18.5). An event that it does not expect leaves the call as it is: facts never throw.
 */
import type { CallPortEvent } from './ports.js';
import type { CallCommand, CallEnding, CallState, CallStatus } from './phone-state.js';

/** The events of a call, by name. */
export type CallEventType = CallPortEvent['type'];

type Row = Readonly<Partial<Record<CallEventType, CallStatus>>>;

/**
 * After its end the SDK says nothing more of a call: whatever the end is called, and whenever it comes, the call is over.
 * A caller who gives up while the answer is on its way to Twilio ends an open call by `cancel`, for one (2.18.5,
 * `call.js` line 268: without a `disconnect`).
 */
const endings: Row = {
  cancel: 'closed',
  reject: 'closed',
  ignore: 'closed',
  disconnect: 'closed',
  transportClose: 'closed',
};

const table: Readonly<Record<CallStatus, Row>> = {
  pending: {
    connecting: 'connecting',
    // The signalling was lost while it rang: the SDK calls it reconnecting, but has forgotten the call.
    reconnecting: 'closed',
    mute: 'pending',
    'hold-available': 'pending',
    error: 'pending',
    ...endings,
  },
  connecting: {
    ringing: 'ringing',
    accept: 'open',
    // Finding a network path can fail before the answer comes.
    reconnecting: 'reconnecting',
    mute: 'connecting',
    'talking-while-muted': 'connecting',
    'hold-available': 'connecting',
    error: 'connecting',
    ...endings,
  },
  ringing: {
    ringing: 'ringing',
    accept: 'open',
    reconnecting: 'reconnecting',
    mute: 'ringing',
    'talking-while-muted': 'ringing',
    'hold-available': 'ringing',
    error: 'ringing',
    ...endings,
  },
  open: {
    reconnecting: 'reconnecting',
    mute: 'open',
    'talking-while-muted': 'open',
    'hold-available': 'open',
    hold: 'open',
    warning: 'open',
    'warning-cleared': 'open',
    error: 'open',
    ...endings,
  },
  reconnecting: {
    accept: 'open',
    reconnecting: 'reconnecting',
    reconnected: 'open',
    mute: 'reconnecting',
    'talking-while-muted': 'reconnecting',
    'hold-available': 'reconnecting',
    hold: 'reconnecting',
    warning: 'reconnecting',
    'warning-cleared': 'reconnecting',
    error: 'reconnecting',
    ...endings,
  },
  closed: {
    // The SDK reports a refused microphone after the end that it caused.
    error: 'closed',
    feedback: 'closed',
  },
};

/** The status that follows, or undefined when the table does not expect the event. */
export function nextCallStatus(status: CallStatus, event: CallEventType): CallStatus | undefined {
  return table[status][event];
}

/**
 * The call after the event; the very same object when the event was not expected.
 * @param at when it happened: wall clock, milliseconds.
 */
export function transitionCall(call: CallState, event: CallPortEvent, at: number): CallState {
  const status = nextCallStatus(call.status, event.type);
  if (status === undefined) return call;
  const changed: CallState = { ...call, status, ...factsOf(call, event, at) };
  return Object.freeze(hasJustClosed(call, changed) ? close(changed, event, at) : changed);
}

function factsOf(call: CallState, event: CallPortEvent, at: number): Partial<CallState> {
  switch (event.type) {
    case 'ringing':
      return { parameters: Object.freeze({ ...call.parameters, ...event.parameters }) };
    case 'accept':
      return {
        parameters: Object.freeze({ ...call.parameters, ...event.parameters }),
        openedAt: call.openedAt ?? at,
        reconnectingSince: null,
        error: null,
      };
    case 'mute':
      return { isMuted: event.isMuted, isTalkingWhileMuted: event.isMuted && call.isTalkingWhileMuted };
    case 'hold':
      return { isOnHold: event.isOnHold };
    case 'hold-available':
      return { isHoldAvailable: event.isHoldAvailable };
    case 'talking-while-muted':
      return { isTalkingWhileMuted: event.isTalking };
    case 'warning':
      return { warnings: Object.freeze([...without(call.warnings, event.name), event.name]) };
    case 'warning-cleared':
      return { warnings: Object.freeze(without(call.warnings, event.name)) };
    case 'reconnecting':
      return { reconnectingSince: call.reconnectingSince ?? at, error: event.error ?? call.error };
    case 'reconnected':
      // The SDK calls it open then, also where no answer was heard before.
      return { openedAt: call.openedAt ?? at, reconnectingSince: null, error: null };
    case 'error':
      return { error: event.error };
    case 'feedback':
      return { feedback: event.feedback };
    default:
      return {};
  }
}

function hasJustClosed(before: CallState, after: CallState): boolean {
  return before.status !== 'closed' && after.status === 'closed';
}

/** Ending a call un-mutes and resumes it without a word from the SDK, and leaves no wish under way. */
function close(call: CallState, event: CallPortEvent, at: number): CallState {
  return {
    ...call,
    closedAt: at,
    closedBy: endingOf(event.type),
    reconnectingSince: null,
    autoAnswerAt: null,
    isMissed: isMissed(call),
    isMuted: false,
    isTalkingWhileMuted: false,
    isOnHold: false,
    warnings: Object.freeze([]),
    pending: Object.freeze([]),
  };
}

const refusals: readonly CallCommand[] = ['rejectCall', 'ignoreCall', 'endCall'];

/** The person's own "no" is a wish under way when the call ends; anybody else's is not. */
function isMissed({ direction, openedAt, pending }: CallState): boolean {
  const wasDeclined = refusals.some((refusal) => pending.includes(refusal));
  return direction === 'INCOMING' && openedAt === null && !wasDeclined;
}

function endingOf(event: CallEventType): CallEnding {
  switch (event) {
    case 'cancel':
    case 'reject':
    case 'ignore':
    case 'disconnect':
      return event;
    default:
      return 'transportClose';
  }
}

function without(names: readonly string[], name: string): string[] {
  return names.filter((other) => other !== name);
}
