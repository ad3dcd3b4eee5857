import { isPhoneError } from '../../core/phone-error.js';
import type { RequestEvent } from '../../events/request-events.js';

/**
 * Says on the DOM what the person asks for and, unless the page prevents it, does it. What goes wrong is in
 * the phone's state, where every element shows it; only what nobody foresaw is reported.
 */
export function ask(element: HTMLElement, request: RequestEvent, command: () => Promise<unknown>): void {
  if (!element.dispatchEvent(request)) return;
  command().catch((error: unknown) => {
    if (!isPhoneError(error)) reportError(error);
  });
}
