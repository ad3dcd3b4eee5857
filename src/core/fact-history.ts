import type { PhoneError } from './phone-error.js';
import type { PhoneFact } from './phone-fact.js';
import type { CallState } from './phone-state.js';
import type { ClockPort } from './ports.js';
import { redact, redactParty } from './redact.js';

/** An evening's calls; and little enough to be read by a person. */
export const LONGEST_HISTORY = 200;

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
  /** The first call of this page is 1, and so on. */
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

/** Remembers the last facts of a phone in a form that may leave the page. */
export class FactHistory {
  readonly #clock: ClockPort;
  readonly #entries: FactEntry[] = [];
  readonly #callIds: string[] = [];

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  /** The oldest first. */
  get entries(): readonly FactEntry[] {
    return this.#entries;
  }

  /** Remembers the fact, and hands back what is remembered of it. */
  note(fact: PhoneFact): FactEntry {
    const entry = Object.freeze(this.#describe(fact));
    this.#entries.push(entry);
    if (this.#entries.length > LONGEST_HISTORY) this.#entries.shift();
    return entry;
  }

  #describe(fact: PhoneFact): FactEntry {
    const { type } = fact;
    const at = this.#clock.now();
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
