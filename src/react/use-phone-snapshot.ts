'use client';
import { useSyncExternalStore } from 'react';
import { phoneSource } from './phone-source.js';
import type { PhoneSnapshot } from './phone-source.js';

/** The phone as it is now. The component renders again when it changes. */
export function usePhoneSnapshot(phone: string | undefined): PhoneSnapshot {
  const { subscribe, getSnapshot, getServerSnapshot } = phoneSource(phone);
  return useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot);
}
