import type { CallController } from '../../core/call-controller.js';
import type { PhoneFact } from '../../core/phone-fact.js';
import { CallMakeRequestEvent } from '../../events/request-events.js';
import type { DialTarget } from './dial-target.js';
import { rememberDialled } from './last-dialled.js';
import { sendDigits } from './sent-digits.js';

export interface CallOrder {
  /** The element that the person touched, or the phone: it asks the page first. */
  readonly requester: HTMLElement;
  readonly controller: CallController;
  readonly target: DialTarget;
  /** Called when the call is open. */
  readonly onOpen?: () => void;
}

/**
 * Calls somebody unless the page prevents it, and keys what is to be keyed as soon as the call is open. Resolves
 * when it rings there; rejects with a `PhoneError` when it cannot.
 */
export async function placeCall({ requester, controller, target, onOpen }: CallOrder): Promise<void> {
  if (!requester.dispatchEvent(new CallMakeRequestEvent(target.address))) return;
  rememberDialled(controller, { address: target.address, text: target.formatted });
  const hear = (fact: PhoneFact): void => {
    if (!('call' in fact) || fact.call.direction !== 'OUTGOING') return;
    if (fact.type === 'call-accept' || fact.call.status === 'closed') unsubscribe();
    if (fact.type !== 'call-accept') return;
    onOpen?.();
    if (target.digits) sendDigits(requester, controller, fact.call, target.digits);
  };
  const unsubscribe = controller.subscribeToFacts(hear);
  try {
    await controller.makeCall(target.address);
  } catch (error) {
    unsubscribe();
    throw error;
  }
}
