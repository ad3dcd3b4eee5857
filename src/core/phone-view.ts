import type { CallState, PhoneState } from './phone-state.js';
import { activeCalls, currentCall, incomingCalls } from './phone-state.js';

/** What the integration guide's hooks ask of a phone, answered from one of its states. */
export interface PhoneView {
  /** The call that rings here, the first of them, or null. */
  readonly incomingCall: CallState | null;
  /** True while a call rings here. */
  readonly hasIncomingCall: boolean;
  /** The call that one would mean by "the call": the active one, else the one that rings, else null. */
  readonly currentCallState: CallState | null;
  /** True while somebody talks here, or is about to. */
  readonly hasActiveCall: boolean;
  /** True while calls can ring here. */
  readonly isDeviceReady: boolean;
}

/** The answers of a phone in this state; without a phone there are no calls, and none can come. */
export function viewOf(state: PhoneState | null): PhoneView {
  return Object.freeze(state ? answersOf(state) : nobody);
}

function answersOf(state: PhoneState): PhoneView {
  const incomingCall = incomingCalls(state)[0] ?? null;
  return {
    incomingCall,
    hasIncomingCall: incomingCall !== null,
    currentCallState: currentCall(state),
    hasActiveCall: activeCalls(state).length > 0,
    isDeviceReady: state.device.status === 'registered',
  };
}

const nobody: PhoneView = {
  incomingCall: null,
  hasIncomingCall: false,
  currentCallState: null,
  hasActiveCall: false,
  isDeviceReady: false,
};
