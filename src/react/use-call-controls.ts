'use client';
import type { PhoneSnapshot } from './phone-source.js';
import { usePhoneSnapshot } from './use-phone-snapshot.js';

/** What `useCallControls()` answers. */
export type CallControlsOfPhone = Pick<
  PhoneSnapshot,
  'currentCallState' | 'hasActiveCall' | 'toggleMute' | 'toggleHold' | 'endCall' | 'error'
>;

/** The call under way, and its buttons. `phone` is the id of a `<twilio-phone>`, where there are several. */
export function useCallControls(phone?: string): CallControlsOfPhone {
  const { currentCallState, hasActiveCall, toggleMute, toggleHold, endCall, error } = usePhoneSnapshot(phone);
  return { currentCallState, hasActiveCall, toggleMute, toggleHold, endCall, error };
}
