/** The wishes that one may have about a call, each with the fact that fulfils it. */
import { chooseCall } from './can.js';
import type { CallRegister } from './call-register.js';
import { readCallFeedback } from './call-feedback.js';
import type { CallFeedback } from './call-feedback.js';
import { PhoneError } from './phone-error.js';
import type { CallFactType, PhoneFact } from './phone-fact.js';
import type { CallCommand, CallState } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';
import type { CallPort, MicrophonePort } from './ports.js';
import type { Outcome, Wishes } from './wishes.js';

interface CallCommandsParts {
  readonly store: PhoneStore;
  readonly calls: CallRegister;
  readonly wishes: Wishes;
  readonly microphone: MicrophonePort;
}

export class CallCommands {
  readonly #parts: CallCommandsParts;

  constructor(parts: CallCommandsParts) {
    this.#parts = parts;
  }

  async answer(callId?: string): Promise<void> {
    // A line that is lost and found again before the answer was heard leaves the call open without one.
    const answers: readonly CallFactType[] = ['call-accept', 'call-reconnected'];
    await this.#wish('answerCall', callId, answers, (call, port) => this.#answer(call.id, port));
  }

  async reject(callId?: string): Promise<void> {
    await this.#wish('rejectCall', callId, ['call-reject'], (_call, port) => port.reject());
  }

  async ignore(callId?: string): Promise<void> {
    await this.#wish('ignoreCall', callId, ['call-ignore'], (_call, port) => port.ignore());
  }

  /** However the call comes to its end meanwhile, the wish is fulfilled. */
  async end(callId?: string): Promise<void> {
    const endings: readonly CallFactType[] = ['call-disconnect', 'call-cancel', 'call-transport-close'];
    await this.#wish('endCall', callId, endings, (_call, port) => port.disconnect());
  }

  async toggleMute(callId?: string): Promise<boolean> {
    const call = await this.#wish('toggleMute', callId, ['call-mute'], ({ isMuted }, port) =>
      port.mute(!isMuted),
    );
    return call.isMuted;
  }

  async toggleHold(callId?: string): Promise<boolean> {
    const call = await this.#wish('toggleHold', callId, ['call-hold'], ({ isOnHold }, port) =>
      port.hold(!isOnHold),
    );
    return call.isOnHold;
  }

  sendDigits(digits: string, callId?: string): void {
    if (!/^[\d*#w]+$/.test(digits)) {
      throw new PhoneError('invalid-argument', 'sendDigits takes 0-9, *, # and w.');
    }
    const { store, calls } = this.#parts;
    calls.portOf(chooseCall(store.getState(), 'sendDigits', callId).id).sendDigits(digits);
  }

  async reconnectSound(callId?: string): Promise<void> {
    const { store, calls } = this.#parts;
    await calls.portOf(chooseCall(store.getState(), 'reconnectSound', callId).id).reconnectSound();
  }

  async sendFeedback(feedback: CallFeedback, callId?: string): Promise<void> {
    const read = readCallFeedback(feedback);
    if (!read)
      throw new PhoneError('invalid-argument', 'sendFeedback takes a score of 1 to 5 and a known issue.');
    await this.#wish('sendFeedback', callId, ['call-feedback'], (_call, port) => port.sendFeedback(read));
  }

  /** The microphone comes first: the SDK would answer, fail to open it, and hang up on the caller. */
  async #answer(callId: string, port: CallPort): Promise<void> {
    const { calls, microphone } = this.#parts;
    calls.clearTrouble(callId);
    try {
      await microphone.acquire();
    } catch (error) {
      calls.noteTrouble(callId, error);
      throw error;
    }
    // The caller may have given up while the browser asked.
    if (calls.isRinging(callId)) port.accept();
    else microphone.release();
  }

  #wish(
    command: CallCommand,
    callId: string | undefined,
    fulfilledBy: readonly CallFactType[],
    act: (call: CallState, port: CallPort) => void | Promise<void>,
  ): Promise<CallState> {
    const { store, calls, wishes } = this.#parts;
    const call = chooseCall(store.getState(), command, callId);
    return wishes.make({
      command,
      callId: call.id,
      act: () => act(call, calls.portOf(call.id)),
      outcomeOf: (fact) => outcomeForCall(fact, call.id, fulfilledBy),
    });
  }
}

/** What a fact means for a wish about one call: an end that was not wished for is a failure. */
export function outcomeForCall(
  fact: PhoneFact,
  callId: string | null,
  fulfilledBy: readonly CallFactType[],
): Outcome<CallState> {
  if (!('call' in fact) || fact.call.id !== callId) return null;
  if (fulfilledBy.includes(fact.type)) return { result: fact.call };
  if (fact.call.status !== 'closed') return null;
  return { error: fact.call.error ?? callEnded(fact.call) };
}

function callEnded(call: CallState): PhoneError {
  return new PhoneError('call-ended', 'The call ended before that could happen.', {
    parameters: { closedBy: String(call.closedBy) },
  });
}
