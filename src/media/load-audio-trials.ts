import { PhoneError } from '../core/phone-error.js';
import type { AudioTrials } from './audio-trials.js';

/** Fetches what only settings need. Rejects with a `PhoneError`. */
export async function loadAudioTrials(): Promise<typeof AudioTrials> {
  return (await import('./audio-trials.js').catch(failLoad)).AudioTrials;
}

function failLoad(cause: unknown): never {
  throw new PhoneError('sdk-load-failed', 'A part of the phone could not be loaded.', {
    cause,
    recoverable: true,
  });
}
