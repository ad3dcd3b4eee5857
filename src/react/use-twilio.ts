'use client';
import type { PhoneSnapshot } from './phone-source.js';
import { usePhoneSnapshot } from './use-phone-snapshot.js';

/**
 * The phone of the page: its calls, whether it is ready, and every command. `phone` is the id of a
 * `<twilio-phone>`, for pages that have several.
 */
export function useTwilio(phone?: string): PhoneSnapshot {
  return usePhoneSnapshot(phone);
}
