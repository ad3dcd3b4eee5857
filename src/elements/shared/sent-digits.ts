import type { CallController } from '../../core/call-controller.js';
import type { CallState } from '../../core/phone-state.js';
import { CallDigitsRequestEvent } from '../../events/request-events.js';
import { ask } from './ask.js';
import { digitsToSend } from './dial-digits.js';

interface Sent {
  readonly callId: string;
  readonly digits: string;
}

const sentByPhone = new WeakMap<CallController, Sent>();

/** What has been keyed in a call so far, as the person wrote it. */
export function sentDigits(controller: CallController, { id }: CallState): string {
  const sent = sentByPhone.get(controller);
  return sent?.callId === id ? sent.digits : '';
}

/**
 * Keys digits in a call unless the page prevents it, and remembers them: a keypad that is put away and comes
 * back shows what was keyed. `onSent` is called once they are on their way.
 */
export function sendDigits(
  element: HTMLElement,
  controller: CallController,
  call: CallState,
  digits: string,
  onSent: () => void = () => undefined,
): void {
  const sent = digitsToSend(digits);
  ask(element, new CallDigitsRequestEvent(call, sent), async () => {
    await controller.sendDigits(sent, call.id);
    sentByPhone.set(controller, { callId: call.id, digits: sentDigits(controller, call) + digits });
    onSent();
  });
}
