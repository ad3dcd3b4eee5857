/** Holds the phone's state, hands it out frozen, and tells who listens what has changed and what happened. */
import type { PhoneFact } from './phone-fact.js';
import type { CallState, DeviceState, PhoneState } from './phone-state.js';
import type { Unsubscribe } from './ports.js';

const initialState: PhoneState = Object.freeze({
  device: Object.freeze({
    status: 'unregistered',
    isWanted: false,
    identity: null,
    edge: null,
    retryAt: null,
    isSignInRequired: false,
    isConfigured: true,
    pending: Object.freeze([]),
    error: null,
  }),
  calls: Object.freeze([]),
  lastCall: null,
  missedCallCount: 0,
  isSoundBlocked: false,
});

/** A fact, and those who listened when it happened. */
interface News {
  readonly fact: PhoneFact;
  readonly listeners: readonly ((fact: PhoneFact) => void)[];
}

export class PhoneStore {
  #state = initialState;
  readonly #untold: News[] = [];
  readonly #stateListeners = new Set<(state: PhoneState) => void>();
  readonly #factListeners = new Set<(fact: PhoneFact) => void>();
  readonly #reportUnexpected: (report: string) => void;

  constructor(reportUnexpected: (report: string) => void) {
    this.#reportUnexpected = reportUnexpected;
  }

  getState(): PhoneState {
    return this.#state;
  }

  /** The listener is called at once, and then whenever something has changed. */
  subscribe(listener: (state: PhoneState) => void): Unsubscribe {
    this.#stateListeners.add(listener);
    this.#call(listener, this.#state);
    return () => this.#stateListeners.delete(listener);
  }

  /** The listener hears each fact once, when the state already has it. */
  subscribeToFacts(listener: (fact: PhoneFact) => void): Unsubscribe {
    this.#factListeners.add(listener);
    return () => this.#factListeners.delete(listener);
  }

  /** In the order in which they happened, also those that a listener brings about while it is told. */
  tell(fact: PhoneFact): void {
    this.#untold.push({ fact: Object.freeze(fact), listeners: [...this.#factListeners] });
    if (this.#untold.length > 1) return;
    for (let news = this.#untold[0]; news; news = this.#untold[0]) {
      this.#callEach(news.listeners, this.#factListeners, () => news.fact);
      this.#untold.shift();
    }
  }

  setDevice(change: Partial<DeviceState>): void {
    const { device } = this.#state;
    const changed = { ...device, ...change };
    const names = Object.keys(change) as (keyof DeviceState)[];
    if (names.some((name) => changed[name] !== device[name])) this.#set({ device: Object.freeze(changed) });
  }

  setSoundBlocked(isSoundBlocked: boolean): void {
    if (isSoundBlocked !== this.#state.isSoundBlocked) this.#set({ isSoundBlocked });
  }

  /** Somebody has looked at the missed calls. */
  clearMissedCalls(): void {
    if (this.#state.missedCallCount > 0) this.#set({ missedCallCount: 0 });
  }

  /** Nobody is signed in any more: who it was, and the calls that are over, are not known here. */
  forgetPerson(): void {
    const device = Object.freeze({ ...this.#state.device, identity: null });
    this.#set({ device, lastCall: null, missedCallCount: 0 });
  }

  addCall(call: CallState): void {
    this.#set({ calls: Object.freeze([...this.#state.calls, call]) });
  }

  /** A live call, or the one that ended last. */
  findCall(callId: string): CallState | null {
    const { calls, lastCall } = this.#state;
    return calls.find(({ id }) => id === callId) ?? (lastCall?.id === callId ? lastCall : null);
  }

  /** Puts a call's new state in the place of its old one; a closed call leaves the list. */
  setCall(call: CallState): void {
    const { calls } = this.#state;
    if (call.status === 'closed') {
      const hasJustEnded = calls.some(({ id }) => id === call.id);
      this.#set({
        calls: Object.freeze(calls.filter(({ id }) => id !== call.id)),
        lastCall: call,
        missedCallCount: this.#state.missedCallCount + (hasJustEnded && call.isMissed ? 1 : 0),
      });
    } else {
      this.#set({ calls: Object.freeze(calls.map((other) => (other.id === call.id ? call : other))) });
    }
  }

  #set(change: Partial<PhoneState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    this.#callEach([...this.#stateListeners], this.#stateListeners, () => this.#state);
  }

  /** Whoever leaves while the others are told is not told any more. */
  #callEach<Value>(
    listeners: readonly ((value: Value) => void)[],
    present: ReadonlySet<(value: Value) => void>,
    value: () => Value,
  ): void {
    for (const listener of listeners) if (present.has(listener)) this.#call(listener, value());
  }

  /** A listener that throws is the page's trouble; the phone goes on, and the others are still told. */
  #call<Value>(listener: (value: Value) => void, value: Value): void {
    try {
      listener(value);
    } catch (error) {
      this.#reportUnexpected(`A listener threw: ${String(error)}`);
    }
  }
}
