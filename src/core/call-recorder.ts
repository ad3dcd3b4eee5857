/** Follows every call from its beginning, and tells its record, once, when it is over. */
import { CallNotes } from './call-notes.js';
import { createCallRecord } from './call-record.js';
import type { CallRecord } from './call-record.js';
import type { CallFact, PhoneFact } from './phone-fact.js';
import { activeCalls } from './phone-state.js';
import type { CallState, PhoneState } from './phone-state.js';
import type { ClockPort, Unsubscribe } from './ports.js';

/** What is needed of the phone whose calls are recorded. */
export interface RecordedPhone {
  getState(): PhoneState;
  subscribe(listener: (state: PhoneState) => void): Unsubscribe;
  subscribeToFacts(listener: (fact: PhoneFact) => void): Unsubscribe;
}

interface Ended {
  readonly notes: CallNotes;
  call: CallState;
  readonly cancelTelling: Unsubscribe;
}

/**
 * Records are told as soon as the turn is over in which their call ended, and no later. The SDK says in that same
 * turn, after the end, why the microphone failed (call.js 929 to 931, version 2.18.5), and that belongs into the
 * record. Later it says nothing more of a call, while a page that waited longer might be closed meanwhile, and
 * the record lost.
 */
export class CallRecorder {
  readonly #phone: RecordedPhone;
  readonly #clock: ClockPort;
  readonly #tell: (record: CallRecord) => void;
  readonly #alive = new Map<string, CallNotes>();
  readonly #ended = new Map<string, Ended>();
  readonly #unsubscribes: readonly Unsubscribe[];

  constructor(phone: RecordedPhone, clock: ClockPort, tell: (record: CallRecord) => void) {
    this.#phone = phone;
    this.#clock = clock;
    this.#tell = tell;
    this.#unsubscribes = [
      phone.subscribe((state) => this.#see(state)),
      phone.subscribeToFacts((fact) => 'call' in fact && this.#hear(fact)),
    ];
  }

  /** The phone is over: what is still to be told is told now. */
  destroy(): void {
    for (const callId of [...this.#ended.keys()]) this.#finish(callId);
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
  }

  /** A call that is placed is in the state before any fact tells of it. */
  #see(state: PhoneState): void {
    for (const call of state.calls) {
      if (!this.#alive.has(call.id)) this.#begin(call, state);
      this.#alive.get(call.id)?.see(call);
    }
  }

  #begin(call: CallState, state: PhoneState): void {
    const cameWhileBusy = activeCalls(state).some(({ id }) => id !== call.id);
    this.#alive.set(call.id, new CallNotes(call, this.#clock, cameWhileBusy));
  }

  #hear(fact: CallFact): void {
    const { call } = fact;
    const ended = this.#ended.get(call.id);
    const notes = ended?.notes ?? this.#alive.get(call.id);
    notes?.hear(fact);
    if (ended) ended.call = call;
    else if (notes && call.status === 'closed') this.#end(call, notes);
  }

  #end(call: CallState, notes: CallNotes): void {
    this.#alive.delete(call.id);
    const cancelTelling = this.#clock.schedule(0, () => this.#finish(call.id));
    this.#ended.set(call.id, { notes, call, cancelTelling });
  }

  #finish(callId: string): void {
    const ended = this.#ended.get(callId);
    if (!ended) return;
    ended.cancelTelling();
    this.#ended.delete(callId);
    this.#tell(createCallRecord(ended.call, ended.notes.summarize(), this.#phone.getState().device));
  }
}
