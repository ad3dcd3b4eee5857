/**
 * The calls of this phone: what each port reports becomes the call's next state, and a fact that is told
 * once.
 */
import { transitionCall } from './call-machine.js';
import type { CallEventType } from './call-machine.js';
import type { CallQuality } from './call-quality.js';
import { isPhoneError, PhoneError } from './phone-error.js';
import type { CallFactType } from './phone-fact.js';
import type { CallState, CallStatus } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';
import type { CallPort, CallPortEvent, ClockPort, IdPort, Unsubscribe } from './ports.js';

interface CallRegisterParts {
  readonly store: PhoneStore;
  readonly clock: ClockPort;
  readonly createId: IdPort;
  readonly report: (report: string) => void;
}

export class CallRegister {
  readonly #parts: CallRegisterParts;
  readonly #ports = new Map<string, CallPort>();
  readonly #unsubscribes = new Map<string, Unsubscribe>();

  constructor(parts: CallRegisterParts) {
    this.#parts = parts;
  }

  /** Somebody calls. */
  take(port: CallPort): void {
    this.add(this.#parts.createId(), port, 'pending');
  }

  /** A call begins. Whoever hears of it may act on it at once; what that brings about is heard after it. */
  add(id: string, port: CallPort, status: 'pending' | 'connecting'): void {
    const { store, clock } = this.#parts;
    const call = newCall(id, port, status, clock.now());
    this.#ports.set(id, port);
    store.addCall(call);
    if (status === 'pending') store.tell({ type: 'call-incoming', call });
    this.#unsubscribes.set(
      id,
      port.subscribe((event) => this.#hear(id, event)),
    );
  }

  /** The port of a call that is not over. Throws `unknown-call` for any other. */
  portOf(callId: string): CallPort {
    const port = this.#ports.get(callId);
    if (!port) throw new PhoneError('unknown-call', `There is no call "${callId}".`);
    return port;
  }

  /** Nothing is heard of a call that nobody knows. */
  watchQuality(callId: string, listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.#ports.get(callId)?.watchQuality(listener) ?? (() => undefined);
  }

  /** True while the call still waits for an answer. */
  isRinging(callId: string): boolean {
    return this.#parts.store.findCall(callId)?.status === 'pending';
  }

  /** What kept a wish from becoming a fact stands with the call, so that every view can say it. */
  noteTrouble(callId: string, error: unknown): void {
    const { store } = this.#parts;
    const call = store.findCall(callId);
    if (!call || call.status === 'closed' || !isPhoneError(error)) return;
    const troubled = Object.freeze({ ...call, error, autoAnswerAt: null });
    store.setCall(troubled);
    store.tell({ type: 'call-error', call: troubled });
  }

  /** A new try begins: what kept the last one from succeeding no longer stands. */
  clearTrouble(callId: string): void {
    const call = this.#parts.store.findCall(callId);
    if (call?.error) this.#parts.store.setCall(Object.freeze({ ...call, error: null }));
  }

  /** The device is gone, and with it what carried the calls: those that are not over end here. */
  clear(): void {
    for (const { id } of this.#parts.store.getState().calls) this.#hear(id, { type: 'transportClose' });
    for (const unsubscribe of this.#unsubscribes.values()) unsubscribe();
    this.#unsubscribes.clear();
    this.#ports.clear();
  }

  #hear(callId: string, event: CallPortEvent): void {
    const { store, clock, report } = this.#parts;
    const before = store.findCall(callId);
    const after = before && transitionCall(before, event, clock.now());
    if (!before || !after || after === before) {
      report(`Unexpected: call ${callId} is ${before?.status ?? 'forgotten'} and reports ${event.type}.`);
      return;
    }
    const hasClosed = before.status !== 'closed' && after.status === 'closed';
    if (hasClosed) this.#forgetLastCall();
    const told = hasClosed ? this.#summarize(after) : after;
    store.setCall(told);
    // Lost signalling ends a call that rings: it is told as the end that it is.
    const type = (hasClosed && after.closedBy) || event.type;
    store.tell({ type: callFactTypes[type], call: told });
  }

  /** A call that was open is over: this is how good it was. */
  #summarize(call: CallState): CallState {
    if (call.openedAt === null) return call;
    return Object.freeze({ ...call, quality: this.portOf(call.id).summarizeQuality() });
  }

  /** The call that ended last may still report an error; the one that ended before it may not. */
  #forgetLastCall(): void {
    const { lastCall } = this.#parts.store.getState();
    if (!lastCall) return;
    this.#unsubscribes.get(lastCall.id)?.();
    this.#unsubscribes.delete(lastCall.id);
    this.#ports.delete(lastCall.id);
  }
}

const callFactTypes: Readonly<Record<CallEventType, CallFactType>> = {
  connecting: 'call-connecting',
  ringing: 'call-ringing',
  accept: 'call-accept',
  reconnecting: 'call-reconnecting',
  reconnected: 'call-reconnected',
  mute: 'call-mute',
  hold: 'call-hold',
  'hold-available': 'call-hold-available',
  'talking-while-muted': 'call-talking-while-muted',
  warning: 'call-warning',
  'warning-cleared': 'call-warning-cleared',
  error: 'call-error',
  cancel: 'call-cancel',
  reject: 'call-reject',
  ignore: 'call-ignore',
  disconnect: 'call-disconnect',
  transportClose: 'call-transport-close',
  feedback: 'call-feedback',
};

function newCall(id: string, port: CallPort, status: CallStatus, at: number): CallState {
  const name = port.parameters['name']?.trim();
  return Object.freeze({
    id,
    status,
    direction: port.direction,
    from: port.from,
    to: port.to,
    name: name ? name : null,
    isMuted: false,
    isTalkingWhileMuted: false,
    isOnHold: false,
    isHoldAvailable: port.isHoldAvailable,
    createdAt: at,
    openedAt: null,
    closedAt: null,
    reconnectingSince: null,
    parameters: Object.freeze({ ...port.parameters }),
    warnings: Object.freeze([]),
    pending: Object.freeze([]),
    closedBy: null,
    autoAnswerAt: null,
    isMissed: false,
    error: null,
    quality: null,
    isFeedbackPossible: port.isFeedbackPossible,
    feedback: null,
  });
}
