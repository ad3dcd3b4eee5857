import { currentCall, incomingCalls } from '../../core/phone-state.js';
import type { PhoneState } from '../../core/phone-state.js';

/** Writes the phone's state on its element, so that a page can style by it without a script. */
export function reflectState(element: Element, state: PhoneState): void {
  const call = currentCall(state);
  reflect(element, 'device-status', state.device.status);
  reflect(element, 'call-status', call?.status ?? null);
  reflect(element, 'call-direction', call?.direction ?? null);
  element.toggleAttribute('ringing', incomingCalls(state).length > 0);
  element.toggleAttribute('muted', call?.isMuted ?? false);
  element.toggleAttribute('on-hold', call?.isOnHold ?? false);
}

/** An attribute written again with the same value would still wake every observer. */
function reflect(element: Element, attribute: string, value: string | null): void {
  if (value === null) element.removeAttribute(attribute);
  else if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}
