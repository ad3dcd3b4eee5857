/**
 * One call's whole life, written down once, when it is over: for the history, and for the page's own monitoring.
 * Plain values only, so that it can be stored; no parameters of the call, for nobody knows what is in them.
 */
import type { CallQualitySummary } from './call-quality.js';
import type { PhoneError, PhoneErrorCode } from './phone-error.js';
import type { CallDirection, CallState, DeviceState } from './phone-state.js';

/**
 * How a call ended.
 * - `answered`: both sides talked, and one of them hung up.
 * - `missed`: nobody here answered in time.
 * - `declined`: refused, here or by whoever was called.
 * - `ignored`: silenced here, by the person.
 * - `canceled`: given up here before it was answered.
 * - `busy`: whoever was called was in a call; or this phone was, and let a second caller go.
 * - `no-answer`: the other end did not answer.
 * - `unavailable`: the other end could not be reached.
 * - `failed`: something went wrong before it was answered; `errors` says what.
 * - `lost`: the connection was lost, while it rang or while they talked.
 */
export type CallOutcome =
  | 'answered'
  | 'missed'
  | 'declined'
  | 'ignored'
  | 'canceled'
  | 'busy'
  | 'no-answer'
  | 'unavailable'
  | 'failed'
  | 'lost';

/** What went wrong in a call, without a word that could name anybody. */
export interface CallRecordError {
  readonly code: PhoneErrorCode;
  /** Twilio's number, where there is one. */
  readonly twilioCode: number | null;
}

/** One call that is over. Times are wall-clock milliseconds since the epoch. */
export interface CallRecord {
  /** The id that its `CallState` had. */
  readonly id: string;
  /** Twilio's name for the call; null when it never got one. */
  readonly callSid: string | null;
  readonly direction: CallDirection;
  /** Text from outside, as in `CallState`. */
  readonly from: string;
  readonly to: string;
  readonly name: string | null;
  readonly outcome: CallOutcome;
  /** True for an incoming call that nobody here answered or refused. */
  readonly wasMissed: boolean;
  /** True when the person here hung up or refused it. */
  readonly wasEndedHere: boolean;
  readonly createdAt: number;
  /** When it began to ring, here or there; null when it never did. */
  readonly ringingAt: number | null;
  readonly openedAt: number | null;
  readonly closedAt: number;
  /** From its beginning until it was answered, or was over. Measured, and so true when the clock was set. */
  readonly waitInMilliseconds: number;
  /** From the answer to the end, holds included. */
  readonly talkInMilliseconds: number;
  readonly holdInMilliseconds: number;
  readonly muteInMilliseconds: number;
  /** How often the connection was lost and came back, or tried to. */
  readonly reconnectCount: number;
  /** Each quality warning that stood at some time, in the order of its first coming. */
  readonly warnings: readonly string[];
  readonly errors: readonly CallRecordError[];
  /** How good it sounded; null for a call that was never open. */
  readonly quality: CallQualitySummary | null;
  /** Who this phone was to Twilio, and by which of its edges; null when that was not known. */
  readonly identity: string | null;
  readonly edge: string | null;
}

/** What the last state of a call does not tell. */
export interface CallLife {
  readonly ringingAt: number | null;
  readonly waitInMilliseconds: number;
  readonly talkInMilliseconds: number;
  readonly holdInMilliseconds: number;
  readonly muteInMilliseconds: number;
  readonly reconnectCount: number;
  readonly warnings: readonly string[];
  readonly errors: readonly PhoneError[];
  /** Somebody talked here when it came. */
  readonly cameWhileBusy: boolean;
  /** The person's own wish to hang up was under way. */
  readonly wasHungUpHere: boolean;
}

/** The record of a call that is over. */
export function createCallRecord(call: CallState, life: CallLife, device: DeviceState): CallRecord {
  return Object.freeze({
    id: call.id,
    callSid: call.parameters['CallSid'] ?? null,
    direction: call.direction,
    from: call.from,
    to: call.to,
    name: call.name,
    outcome: outcomeOf(call, life),
    wasMissed: call.isMissed,
    wasEndedHere: wasEndedHere(call, life),
    createdAt: call.createdAt,
    ringingAt: life.ringingAt,
    openedAt: call.openedAt,
    closedAt: call.closedAt ?? call.createdAt,
    waitInMilliseconds: life.waitInMilliseconds,
    talkInMilliseconds: life.talkInMilliseconds,
    holdInMilliseconds: life.holdInMilliseconds,
    muteInMilliseconds: life.muteInMilliseconds,
    reconnectCount: life.reconnectCount,
    warnings: Object.freeze([...life.warnings]),
    errors: Object.freeze(life.errors.map(errorOf)),
    quality: call.quality,
    identity: identityOf(call, device),
    edge: device.edge,
  });
}

/**
 * Of two records of one call the one that says more: a phone that answered knows better than another of the same
 * user, in another tab, to which the call was only missed.
 */
export function betterRecord(record: CallRecord, other: CallRecord): CallRecord {
  const isBetter = (other.openedAt !== null && record.openedAt === null) || other.id === record.id;
  return isBetter ? other : record;
}

function outcomeOf(call: CallState, life: CallLife): CallOutcome {
  if (call.closedBy === 'transportClose') return 'lost';
  if (call.openedAt !== null) return 'answered';
  return call.direction === 'INCOMING' ? outcomeOfIncoming(call, life) : outcomeOfOutgoing(life);
}

function outcomeOfIncoming({ closedBy, isMissed }: CallState, life: CallLife): CallOutcome {
  // Only a call that was being answered here ends this way before it is open.
  if (closedBy === 'disconnect') return life.wasHungUpHere ? 'canceled' : 'failed';
  if (!isMissed) return closedBy === 'ignore' ? 'ignored' : 'declined';
  return life.cameWhileBusy && closedBy !== 'cancel' ? 'busy' : 'missed';
}

const outcomesByCode: Readonly<Partial<Record<PhoneErrorCode, CallOutcome>>> = {
  'callee-busy': 'busy',
  'call-declined': 'declined',
  'callee-not-found': 'unavailable',
  'callee-unavailable': 'no-answer',
};

function outcomeOfOutgoing({ errors, wasHungUpHere }: CallLife): CallOutcome {
  if (wasHungUpHere) return 'canceled';
  const error = errors.at(-1);
  return error ? (outcomesByCode[error.code] ?? 'failed') : 'no-answer';
}

function wasEndedHere({ isMissed, closedBy }: CallState, { wasHungUpHere }: CallLife): boolean {
  return wasHungUpHere || (!isMissed && (closedBy === 'reject' || closedBy === 'ignore'));
}

function errorOf({ code, cause }: PhoneError): CallRecordError {
  return Object.freeze({ code, twilioCode: cause?.code ?? null });
}

/** A phone may call out before it was ever registered: Twilio names it in the call then. */
function identityOf({ direction, from }: CallState, { identity }: DeviceState): string | null {
  if (identity !== null || direction === 'INCOMING') return identity;
  return from.startsWith('client:') ? from.slice('client:'.length) : null;
}
