import type { CallController } from './call-controller.js';
import { isPhoneError, PhoneError } from './phone-error.js';

/**
 * Which call is meant: its id. Whatever else comes along is no id: a click handler is passed the click, and
 * then the obvious call is meant.
 */
export type CallIdOrEvent = string | object;

/**
 * The commands in a form that fits a button as well as an `await`. Each is a function of its own, to be handed
 * to a click as it is. Its promise rejects for whoever waits for it, and for nobody else: the browser is told
 * of no unhandled rejection. What failed last is reported either way.
 */
export class PhoneHandlers {
  readonly #phone: () => CallController | null;
  readonly #report: (error: PhoneError | null) => void;

  /** `report` is told what a command failed with, and null when the next one begins. */
  constructor(phone: () => CallController | null, report: (error: PhoneError | null) => void) {
    this.#phone = phone;
    this.#report = report;
  }

  /** Answers the call that rings. */
  readonly answerCall = (call?: CallIdOrEvent): Promise<void> =>
    this.#run((phone) => phone.answerCall(idOf(call)));

  /** Declines the call that rings. */
  readonly rejectCall = (call?: CallIdOrEvent): Promise<void> =>
    this.#run((phone) => phone.rejectCall(idOf(call)));

  /** Hangs up. */
  readonly endCall = (call?: CallIdOrEvent): Promise<void> => this.#run((phone) => phone.endCall(idOf(call)));

  /** Mutes the microphone, or unmutes it. Resolves to the new state. */
  readonly toggleMute = (call?: CallIdOrEvent): Promise<boolean> =>
    this.#run((phone) => phone.toggleMute(idOf(call)));

  /** Holds the call, or resumes it. Resolves to the new state. */
  readonly toggleHold = (call?: CallIdOrEvent): Promise<boolean> =>
    this.#run((phone) => phone.toggleHold(idOf(call)));

  /** Calls a number or a client. Resolves when it rings there. */
  readonly makeCall = (phoneNumber: string): Promise<void> =>
    this.#run((phone) => phone.makeCall(phoneNumber));

  #run<Result>(command: (phone: CallController) => Promise<Result>): Promise<Result> {
    const phone = this.#phone();
    this.#report(null);
    const result = phone ? command(phone) : Promise.reject(noPhone());
    result.catch((error: unknown) => this.#report(isPhoneError(error) ? error : null));
    return result;
  }
}

function idOf(call?: CallIdOrEvent): string | undefined {
  return typeof call === 'string' ? call : undefined;
}

function noPhone(): PhoneError {
  return new PhoneError('invalid-state', 'There is no phone in this page yet.');
}
