import type { CallController } from '../../core/call-controller.js';
import { isPhoneError } from '../../core/phone-error.js';
import { CallAnswerRequestEvent, DeviceSignInRequestEvent } from '../../events/request-events.js';
import { ask } from '../shared/ask.js';
import { addressOf } from '../shared/describe-party.js';
import { placeCall } from '../shared/place-call.js';
import { boardOf } from '../shared/trouble-board.js';
import type { Help } from './choose-help.js';
import type { Trouble } from './find-trouble.js';
import { findSettings } from './open-settings.js';

interface HelpOptions {
  /** The element that the person touched: it asks the page first. */
  readonly element: HTMLElement;
  readonly controller: CallController;
  readonly trouble: Trouble;
  /** The click. */
  readonly event: Event;
}

/** Does what the button says. What goes wrong then is trouble again, and stands where this stood. */
export function give(help: Exclude<Help, 'close'>, options: HelpOptions): void {
  helps[help](options);
}

const helps: Readonly<Record<Exclude<Help, 'close'>, (options: HelpOptions) => void>> = {
  register: ({ controller }) => tryToRegister(controller),
  'sign-in': askToSignIn,
  'open-securely': () => location.assign(location.href.replace(/^http:/, 'https:')),
  answer: answerAgain,
  'try-again': tryAgain,
  'call-again': callAgain,
  'choose-microphone': ({ element }) => findSettings(element)?.(),
  'choose-speaker': ({ element }) => findSettings(element)?.(),
};

/** A link leads to where one signs in, unless the page has a better way. */
function askToSignIn({ element, controller, event }: HelpOptions): void {
  if (!element.dispatchEvent(new DeviceSignInRequestEvent())) event.preventDefault();
  else if (event.currentTarget instanceof HTMLButtonElement) tryToRegister(controller);
}

/** A device that is on its way cannot be asked to register, but to look at once. */
function tryToRegister(controller: CallController): void {
  if (controller.can('register')) controller.register().catch(reportUnlessKnown);
  else controller.checkConnection();
}

function answerAgain({ element, controller, trouble }: HelpOptions): void {
  if (trouble.about !== 'ringing-call') return;
  const { call } = trouble;
  ask(element, new CallAnswerRequestEvent(call), () => controller.answerCall(call.id));
}

function tryAgain({ controller, trouble }: HelpOptions): void {
  if (trouble.about !== 'attempt') return;
  boardOf(controller).dismiss(null);
  trouble.attempt.tryAgain().catch(reportUnlessKnown);
}

/** Fails it before there is a call, that is an attempt of its own. */
function callAgain(options: HelpOptions): void {
  const { element, controller, trouble } = options;
  if (trouble.about !== 'last-call') return;
  const address = addressOf(trouble.call);
  const place = async (): Promise<void> => {
    try {
      const target = { address, digits: '', formatted: address };
      await placeCall({ requester: element, controller, target });
    } catch (error) {
      if (!isPhoneError(error)) throw error;
      boardOf(controller).dismiss(trouble.call.id);
      boardOf(controller).note({ error, tryAgain: place });
    }
  };
  place().catch(reportUnlessKnown);
}

function reportUnlessKnown(error: unknown): void {
  if (!isPhoneError(error)) reportError(error);
}
