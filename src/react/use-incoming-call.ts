'use client';
import type { PhoneSnapshot } from './phone-source.js';
import { usePhoneSnapshot } from './use-phone-snapshot.js';

/** What `useIncomingCall()` answers. */
export type IncomingCall = Pick<
  PhoneSnapshot,
  'incomingCall' | 'hasIncomingCall' | 'answerCall' | 'rejectCall' | 'error'
>;

/** Who calls, and what one may do about it. `phone` is the id of a `<twilio-phone>`, where there are several. */
export function useIncomingCall(phone?: string): IncomingCall {
  const { incomingCall, hasIncomingCall, answerCall, rejectCall, error } = usePhoneSnapshot(phone);
  return { incomingCall, hasIncomingCall, answerCall, rejectCall, error };
}
