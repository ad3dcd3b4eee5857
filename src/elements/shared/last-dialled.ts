import type { CallController } from '../../core/call-controller.js';
import type { PhoneState } from '../../core/phone-state.js';

interface Dialled {
  readonly address: string;
  /** As it was written. */
  readonly text: string;
}

/** Kept while the page is open, for all dialers of a phone. Nothing is stored. */
const dialledByPhone = new WeakMap<CallController, Dialled>();

/** Whom this phone called last, as it was written; '' when nobody yet. */
export function lastDialled(controller: CallController): string {
  return dialledByPhone.get(controller)?.text ?? '';
}

export function rememberDialled(controller: CallController, dialled: Dialled): void {
  dialledByPhone.set(controller, dialled);
}

/** Calls that were not placed by a dialer count too. */
export function noticeDialled(controller: CallController, { calls, lastCall }: PhoneState): void {
  const call = [...calls, lastCall].find((one) => one?.direction === 'OUTGOING');
  if (!call || call.to === '' || call.to === dialledByPhone.get(controller)?.address) return;
  rememberDialled(controller, { address: call.to, text: call.to });
}
