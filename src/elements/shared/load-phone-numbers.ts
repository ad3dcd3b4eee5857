import { PhoneError } from '../../core/phone-error.js';

/** What reads and formats numbers, once it is loaded. */
export type PhoneNumbers = typeof import('./phone-numbers.js');

let loading: Promise<PhoneNumbers> | null = null;

/** Loads what reads numbers. May be asked again after it failed with `sdk-load-failed`. */
export function loadPhoneNumbers(): Promise<PhoneNumbers> {
  loading ??= import('./phone-numbers.js').catch((cause: unknown) => {
    loading = null;
    throw new PhoneError('sdk-load-failed', 'What reads phone numbers did not load.', {
      cause,
      recoverable: true,
    });
  });
  return loading;
}
