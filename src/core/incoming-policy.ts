/**
 * What is done with a caller whom nobody answers by hand: a second one is declined, one that has rung long
 * enough is let go, and where the page wishes it the phone answers by itself, never without a warning.
 */
import type { CallCommands } from './call-commands.js';
import type { CallRegister } from './call-register.js';
import type { PhoneFact } from './phone-fact.js';
import type { PhoneSettings } from './phone-settings.js';
import { activeCalls } from './phone-state.js';
import type { CallState } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';
import type { ClockPort, MicrophonePort, RingerPort, Unsubscribe } from './ports.js';

/** Between the announcement and the open line: time to say no. */
export const AUTO_ANSWER_DELAY_IN_MILLISECONDS = 3_000;

interface IncomingPolicyParts {
  readonly store: PhoneStore;
  readonly calls: CallRegister;
  readonly commands: CallCommands;
  readonly clock: ClockPort;
  readonly microphone: MicrophonePort;
  readonly ringer: RingerPort;
  readonly settings: () => PhoneSettings;
}

export class IncomingPolicy {
  readonly #parts: IncomingPolicyParts;
  /** What is planned for each call that rings. */
  readonly #plans = new Map<string, Unsubscribe[]>();

  constructor(parts: IncomingPolicyParts) {
    this.#parts = parts;
  }

  /** A fact, after the state has it. */
  hear(fact: PhoneFact): void {
    if (!('call' in fact)) return;
    if (fact.type === 'call-incoming') this.#receive(fact.call);
    else if (fact.call.status !== 'pending') this.#forget(fact.call.id);
  }

  /** Nothing is planned any more. */
  clear(): void {
    for (const callId of [...this.#plans.keys()]) this.#forget(callId);
  }

  #receive(call: CallState): void {
    const { ringTimeoutInSeconds, ringTimeoutAction, busyAction, autoAnswer } = this.#parts.settings();
    if (activeCalls(this.#parts.store.getState()).length > 0) {
      this.#letGo(call.id, busyAction);
      return;
    }
    if (ringTimeoutInSeconds !== null) {
      this.#letGoAfter(call.id, ringTimeoutInSeconds * 1000, ringTimeoutAction);
    }
    if (autoAnswer) void this.#announce(call.id);
  }

  /** A person who has chosen, and whom the browser still asks for the microphone, does not lose the call. */
  #letGoAfter(callId: string, delayInMilliseconds: number, action: 'ignore' | 'reject'): void {
    this.#plan(callId, delayInMilliseconds, () => {
      const isChosen = this.#parts.store.findCall(callId)?.pending.length !== 0;
      if (isChosen) this.#letGoAfter(callId, delayInMilliseconds, action);
      else this.#letGo(callId, action);
    });
  }

  /** Not a wish of the person's: the call counts as missed. */
  #letGo(callId: string, action: 'ignore' | 'reject'): void {
    const port = this.#parts.calls.portOf(callId);
    if (action === 'ignore') port.ignore();
    else port.reject();
  }

  /** A microphone that would have to be asked for first cannot be opened without the person. */
  async #announce(callId: string): Promise<void> {
    const { store, calls, clock, microphone, ringer } = this.#parts;
    const isGranted = await microphone.isGranted();
    const call = store.findCall(callId);
    if (!isGranted || !call || !calls.isRinging(callId)) return;
    store.setCall(Object.freeze({ ...call, autoAnswerAt: clock.now() + AUTO_ANSWER_DELAY_IN_MILLISECONDS }));
    ringer.announce();
    this.#plan(callId, AUTO_ANSWER_DELAY_IN_MILLISECONDS, () => this.#answer(callId));
  }

  /** Whatever keeps it from being answered stands with the call, which goes on ringing. */
  #answer(callId: string): void {
    this.#parts.commands.answer(callId).catch(() => undefined);
  }

  #plan(callId: string, delayInMilliseconds: number, act: () => void): void {
    const plans = this.#plans.get(callId) ?? [];
    plans.push(this.#parts.clock.schedule(delayInMilliseconds, act));
    this.#plans.set(callId, plans);
  }

  #forget(callId: string): void {
    for (const cancel of this.#plans.get(callId) ?? []) cancel();
    this.#plans.delete(callId);
  }
}
