/**
 * May I? One set of rules refuses a command and greys its button. A refusal never reaches the SDK.
 */
import { PhoneError } from './phone-error.js';
import { canPhone, refused } from './phone-rules.js';
import { activeCalls, incomingCalls, isFeedbackWanted } from './phone-state.js';
import type { CallCommand, CallState, CallStatus, Command, PhoneState } from './phone-state.js';

const allowedStatuses: Readonly<Record<CallCommand, readonly CallStatus[]>> = {
  answerCall: ['pending'],
  rejectCall: ['pending'],
  ignoreCall: ['pending'],
  endCall: ['connecting', 'ringing', 'open', 'reconnecting'],
  toggleMute: ['pending', 'connecting', 'ringing', 'open', 'reconnecting'],
  toggleHold: ['open', 'reconnecting'],
  sendDigits: ['ringing', 'open'],
  reconnectSound: ['open'],
  sendFeedback: ['closed'],
};

/** Whether the command would be taken now. Without a call id: for the call that a person would mean. */
export function can(state: PhoneState, command: Command, callId?: string): boolean {
  if (!isCallCommand(command)) return canPhone(state, command);
  try {
    chooseCall(state, command, callId);
    return true;
  } catch {
    return false;
  }
}

/**
 * The call that a command is about. Throws `unknown-call`, `ambiguous-call` or `invalid-state`.
 * Without an id it is the one that rings for answer, reject and ignore, the one that ended last for feedback,
 * and the active one for the rest.
 */
export function chooseCall(state: PhoneState, command: CallCommand, callId?: string): CallState {
  const call = callId === undefined ? obviousCall(state, command) : callById(state, command, callId);
  const isAllowed =
    allowedStatuses[command].includes(call.status) &&
    !call.pending.includes(command) &&
    !(command === 'toggleHold' && !call.isHoldAvailable) &&
    !(command === 'sendFeedback' && !isFeedbackWanted(call)) &&
    // Answering a second call would hang up the first: the SDK keeps one call open at a time.
    !(command === 'answerCall' && activeCalls(state).length > 0);
  if (!isAllowed) throw refused(command, `call ${call.id} is ${call.status}`);
  return call;
}

function isCallCommand(command: Command): command is CallCommand {
  return command in allowedStatuses;
}

function callById(state: PhoneState, command: CallCommand, callId: string): CallState {
  const calls = command === 'sendFeedback' ? lastCallOf(state) : state.calls;
  const call = calls.find(({ id }) => id === callId);
  if (!call) throw new PhoneError('unknown-call', `There is no call "${callId}".`);
  return call;
}

function obviousCall(state: PhoneState, command: CallCommand): CallState {
  const [call, another] = candidates(state, command);
  if (!call) throw refused(command, 'there is no such call');
  if (another) throw new PhoneError('ambiguous-call', `${command} needs a call id: there are several calls.`);
  return call;
}

function candidates(state: PhoneState, command: CallCommand): readonly CallState[] {
  if (command === 'sendFeedback') return lastCallOf(state);
  const isAboutRinging = allowedStatuses[command].every((status) => status === 'pending');
  return isAboutRinging ? incomingCalls(state) : activeCalls(state);
}

function lastCallOf({ lastCall }: PhoneState): readonly CallState[] {
  return lastCall ? [lastCall] : [];
}
