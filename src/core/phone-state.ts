/**
 * The phone as one frozen value. States carry Twilio's own names, so that whoever knows the Voice SDK
 * knows them already. There is no invented "idle": a phone without a call has an empty list of calls.
 */
import type { CallFeedback } from './call-feedback.js';
import type { CallQualitySummary } from './call-quality.js';
import type { PhoneError } from './phone-error.js';

/** Twilio's `Device.State`. */
export type DeviceStatus = 'unregistered' | 'registering' | 'registered' | 'destroyed';

/** Twilio's `Call.State`. An incoming call that rings is `pending`, an outgoing one `ringing`. */
export type CallStatus = 'pending' | 'connecting' | 'ringing' | 'open' | 'reconnecting' | 'closed';

/** Twilio's `Call.CallDirection`. */
export type CallDirection = 'INCOMING' | 'OUTGOING';

/** The event that ended a call, by Twilio's name (`ignore` comes from our port: the SDK is silent there). */
export type CallEnding = 'cancel' | 'reject' | 'ignore' | 'disconnect' | 'transportClose';

/** A wish about one call. The names are the integration guide's. */
export type CallCommand =
  | 'answerCall'
  | 'rejectCall'
  | 'ignoreCall'
  | 'endCall'
  | 'toggleMute'
  | 'toggleHold'
  | 'sendDigits'
  | 'reconnectSound'
  | 'sendFeedback';

/** A wish about the phone itself. */
export type PhoneCommand = 'register' | 'unregister' | 'makeCall' | 'signOut' | 'destroy';

/** Everything `can()` may be asked. */
export type Command = CallCommand | PhoneCommand;

/** One call, as it was at one moment. Times are wall-clock milliseconds since the epoch. */
export interface CallState {
  /** Ours, stable from the first event to the last; Twilio's CallSid changes while a call is placed. */
  readonly id: string;
  readonly status: CallStatus;
  readonly direction: CallDirection;
  /** Twilio's `From`: a number in E.164, `client:<identity>` or a SIP address. Text from outside. */
  readonly from: string;
  /** Twilio's `To`, in the same forms. */
  readonly to: string;
  /** The custom parameter `name`, when the caller's side sent one. Text from outside. */
  readonly name: string | null;
  readonly isMuted: boolean;
  /** True while the person talks into the muted microphone of this call: nobody hears it. */
  readonly isTalkingWhileMuted: boolean;
  readonly isOnHold: boolean;
  /** Whether this call's audio can be held at all (it cannot where the audio graph will not run). */
  readonly isHoldAvailable: boolean;
  /** When the phone first knew of the call. */
  readonly createdAt: number;
  /** When it was answered, or null while it is not. */
  readonly openedAt: number | null;
  /** When it ended, or null while it has not. */
  readonly closedAt: number | null;
  /** When the connection was lost that the call tries to get back, or null while it has it. */
  readonly reconnectingSince: number | null;
  /** Twilio's parameters and the custom ones, by name. Text from outside. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Names of the quality warnings that stand now, e.g. `high-packet-loss`. */
  readonly warnings: readonly string[];
  /** Wishes under way: asked for, not yet a fact. */
  readonly pending: readonly CallCommand[];
  readonly closedBy: CallEnding | null;
  /** When the phone will answer by itself, announced; null: it waits for the person. */
  readonly autoAnswerAt: number | null;
  /** True for an incoming call that ended without anybody here having answered or declined it. */
  readonly isMissed: boolean;
  readonly error: PhoneError | null;
  /** How good the call was; null until it is over, and for one that was never open. */
  readonly quality: CallQualitySummary | null;
  /** Whether Twilio may be told what a person thought of it. */
  readonly isFeedbackPossible: boolean;
  /** What a person said of the call when it was over. */
  readonly feedback: CallFeedback | null;
}

/** The connection to Twilio, as it was at one moment. */
export interface DeviceState {
  readonly status: DeviceStatus;
  /** False after `unregister()` (do not disturb) and `signOut()`: being unregistered is then as wished. */
  readonly isWanted: boolean;
  /** Twilio's word for who this phone is; null until the first registration, and after `signOut()`. */
  readonly identity: string | null;
  /** Twilio's edge location that answers, e.g. `ashburn`; null until the first registration. */
  readonly edge: string | null;
  /** When the next attempt to come back is due (wall clock, milliseconds), or null when none is waiting. */
  readonly retryAt: number | null;
  /** True when the token endpoint said 401 or 403: trying again is pointless until the page signs in. */
  readonly isSignInRequired: boolean;
  /** False while the page or its backend has to set something right first; `error` then says what. */
  readonly isConfigured: boolean;
  /** Wishes under way: asked for, not yet a fact. */
  readonly pending: readonly PhoneCommand[];
  /** What last went wrong with registration; cleared when registered. */
  readonly error: PhoneError | null;
}

/** The whole phone. */
export interface PhoneState {
  readonly device: DeviceState;
  /** Calls that are not over, in the order in which they came. */
  readonly calls: readonly CallState[];
  /** The call that ended last. It may still change: the SDK can report an error after the end. */
  readonly lastCall: CallState | null;
  /** Calls missed since somebody last looked. */
  readonly missedCallCount: number;
  /** True while the browser keeps the page silent until the person clicks: nobody would hear it ring. */
  readonly isSoundBlocked: boolean;
}

/** True where nobody is signed in: before the first registration is wished for, and after `signOut()`. */
export function isSignedOut({ identity, isWanted }: DeviceState): boolean {
  return identity === null && !isWanted;
}

/** Calls that ring here and wait for an answer. */
export function incomingCalls(state: PhoneState): readonly CallState[] {
  return state.calls.filter((call) => call.direction === 'INCOMING' && call.status === 'pending');
}

/** Calls in which somebody talks, or soon will: everything but ringing incoming ones. */
export function activeCalls(state: PhoneState): readonly CallState[] {
  return state.calls.filter((call) => call.status !== 'pending' && call.status !== 'closed');
}

/** The call that the person would mean by "the call": the active one, else the one that rings. */
export function currentCall(state: PhoneState): CallState | null {
  return activeCalls(state)[0] ?? incomingCalls(state)[0] ?? null;
}

/** Whether a person may say how the call was: it was open, is over, and nobody has said it yet. */
export function isFeedbackWanted({ status, openedAt, isFeedbackPossible, feedback }: CallState): boolean {
  return status === 'closed' && openedAt !== null && isFeedbackPossible && feedback === null;
}

/** True while a caller waits and the person has not chosen yet: then the bell rings. */
export function isSomebodyWaiting(state: PhoneState): boolean {
  return activeCalls(state).length === 0 && incomingCalls(state).some(({ pending }) => pending.length === 0);
}
