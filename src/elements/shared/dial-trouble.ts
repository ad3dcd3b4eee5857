import type { PhoneError } from '../../core/phone-error.js';
import { activeCalls, incomingCalls } from '../../core/phone-state.js';
import type { CallState, PhoneState } from '../../core/phone-state.js';
import { dialerTexts } from './dialer-texts.js';
import { explain } from './explain.js';
import { texts } from './texts.js';

/** The call that was placed here and that nobody has answered yet, or null. */
export function placedCall(state: PhoneState | null): CallState | null {
  const call = state && activeCalls(state)[0];
  return call?.direction === 'OUTGOING' && call.openedAt === null ? call : null;
}

/** The last call, when it was placed here and could not be had: busy, nobody there, declined, refused. */
export function failedCall(state: PhoneState | null): CallState | null {
  const call = state?.lastCall ?? null;
  return call?.direction === 'OUTGOING' && call.openedAt === null && call.error ? call : null;
}

/** What became of a call, in words; '' for one that somebody ended by hand. */
export function describeFailure(error: PhoneError | null): string {
  return !error || error.code === 'call-ended' ? '' : explain(error);
}

/** True while the phone tries to get its connection: a call that is placed now waits for that. */
export function isConnecting(state: PhoneState | null): boolean {
  if (!state) return false;
  const { status, isWanted, isConfigured, isSignInRequired } = state.device;
  return isWanted && status !== 'registered' && isConfigured && !isSignInRequired;
}

/** Why no call can be placed now, or null when one can. */
export function whyNotCall(state: PhoneState | null): string | null {
  if (!state) return dialerTexts.notReady();
  if (state.device.status === 'destroyed') return texts.switchedOff();
  if (state.device.pending.includes('makeCall')) {
    return isConnecting(state) ? dialerTexts.callsOnceConnected() : texts.calling();
  }
  if (activeCalls(state).length > 0) return dialerTexts.callGoesOn();
  return incomingCalls(state).length > 0 ? dialerTexts.answerFirst() : null;
}
