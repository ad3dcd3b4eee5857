import type { PhoneError } from '../../core/phone-error.js';
import { activeCalls, incomingCalls } from '../../core/phone-state.js';
import type { CallState, DeviceState, PhoneState } from '../../core/phone-state.js';
import type { FailedAttempt } from '../shared/trouble-board.js';

/** What goes wrong, and for what. */
export type Trouble =
  | {
      readonly about: 'active-call' | 'ringing-call' | 'last-call';
      readonly error: PhoneError;
      readonly call: CallState;
    }
  | { readonly about: 'attempt'; readonly error: PhoneError; readonly attempt: FailedAttempt }
  | { readonly about: 'device'; readonly error: PhoneError; readonly device: DeviceState };

/** What the state does not say. */
export interface TroubleContext {
  readonly attempt: FailedAttempt | null;
  readonly seenCallId: string | null;
  /** A toast says itself what keeps its call from being answered. */
  readonly hasToast: boolean;
}

/** The trouble that matters most now: a call's before the phone's, what is before what was. */
export function findTrouble(state: PhoneState, context: TroubleContext): Trouble | null {
  if (state.device.status === 'destroyed') return null;
  if (state.calls.length > 0) return troubleInCall(state, context);
  return troubleAfterCall(state, context) ?? troubleOfDevice(state.device);
}

function troubleInCall(state: PhoneState, { hasToast }: TroubleContext): Trouble | null {
  const active = activeCalls(state).find(({ error }) => error);
  if (active?.error) return { about: 'active-call', error: active.error, call: active };
  const ringing = hasToast ? undefined : incomingCalls(state).find(({ error }) => error);
  return ringing?.error ? { about: 'ringing-call', error: ringing.error, call: ringing } : null;
}

function troubleAfterCall({ lastCall }: PhoneState, { attempt, seenCallId }: TroubleContext): Trouble | null {
  const error = lastCall && lastCall.id !== seenCallId ? lastCall.error : null;
  if (lastCall && error && error.code !== 'call-ended') return { about: 'last-call', error, call: lastCall };
  if (!attempt || attempt.error.code === 'call-ended') return null;
  return { about: 'attempt', error: attempt.error, attempt };
}

/** Nobody has to hear what went wrong while calls come all the same, or are not wanted. */
function troubleOfDevice(device: DeviceState): Trouble | null {
  const { error, isWanted, isSignInRequired, status } = device;
  if (!error || (status === 'registered' && !isSignInRequired)) return null;
  return isWanted || isSignInRequired ? { about: 'device', error, device } : null;
}
