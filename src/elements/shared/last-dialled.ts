import type { CallController } from '../../core/call-controller.js';
import { isSignedOut } from '../../core/phone-state.js';
import type { PhoneState } from '../../core/phone-state.js';

interface Dialled {
  readonly address: string;
  /** As it was written. */
  readonly text: string;
}

/** Kept while the page is open and the person signed in, for all dialers of a phone. Nothing is stored. */
const dialledByPhone = new WeakMap<CallController, Dialled>();

/** Whom this phone called last, as it was written; '' when nobody yet. */
export function lastDialled(controller: CallController): string {
  return dialledByPhone.get(controller)?.text ?? '';
}

export function rememberDialled(controller: CallController, dialled: Dialled): void {
  dialledByPhone.set(controller, dialled);
}

/** Calls that were not placed by a dialer count too. Whoever signs out is forgotten. */
export function noticeDialled(controller: CallController, { device, calls, lastCall }: PhoneState): void {
  if (isSignedOut(device)) dialledByPhone.delete(controller);
  const call = [...calls, lastCall].find((one) => one?.direction === 'OUTGOING');
  if (!call || call.to === '' || call.to === dialledByPhone.get(controller)?.address) return;
  rememberDialled(controller, { address: call.to, text: call.to });
}
