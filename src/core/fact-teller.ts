import type { KeptFact } from './fact-history.js';
import type { PhoneError } from './phone-error.js';
import type { PhoneFact } from './phone-fact.js';
import type { CallState } from './phone-state.js';
import { redact, redactParty } from './redact.js';

/** What happened and when, without a word about who. */
export interface FactEntry {
  /** Wall clock, milliseconds. */
  readonly at: number;
  readonly type: PhoneFact['type'];
  /** Twilio's status of what it happened to, right after it. */
  readonly status: string;
  readonly call?: CallEntry;
  readonly error?: ErrorEntry;
}

/** One call, as far as it may be told. */
export interface CallEntry {
  /** The first call that is told of is 1, and so on. */
  readonly number: number;
  readonly direction: CallState['direction'];
  /** Its kind, and of a telephone number the last two digits. */
  readonly otherSide: string;
  /** Twilio finds the call by it, and nobody else does. */
  readonly callSid: string | null;
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
  readonly warnings: readonly string[];
  readonly closedBy: CallState['closedBy'];
}

export interface ErrorEntry {
  readonly code: string;
  /** Twilio's number. */
  readonly number: number | null;
  readonly message: string;
}

/** Tells facts, one after the other, in a form that may leave the page. */
export class FactTeller {
  readonly #callIds: string[] = [];

  tell({ at, fact }: KeptFact): FactEntry {
    const { type } = fact;
    // The record of a call that is over: all of it was told before, fact by fact.
    if ('record' in fact) return { at, type, status: 'closed' };
    if (!('call' in fact)) {
      return {
        at,
        type,
        status: fact.device.status,
        ...(fact.error && { error: describeError(fact.error) }),
      };
    }
    const { call } = fact;
    return {
      at,
      type,
      status: call.status,
      call: this.#describeCall(call),
      ...(call.error && { error: describeError(call.error) }),
    };
  }

  #describeCall(call: CallState): CallEntry {
    const { id, direction, from, to, parameters, isMuted, isOnHold, warnings, closedBy } = call;
    if (!this.#callIds.includes(id)) this.#callIds.push(id);
    const callSid = parameters['CallSid'] ?? '';
    return {
      number: this.#callIds.indexOf(id) + 1,
      direction,
      otherSide: redactParty(direction === 'INCOMING' ? from : to),
      callSid: /^CA[\da-f]{32}$/.test(callSid) ? callSid : null,
      isMuted,
      isOnHold,
      warnings,
      closedBy,
    };
  }
}

/** An error without what its message or its cause may have from outside. */
export function describeError({ code, message, cause }: PhoneError): ErrorEntry {
  return { code, number: cause?.code ?? null, message: redact(message) };
}
