import type { CallFeedback } from '../core/call-feedback.js';
import { PhoneError } from '../core/phone-error.js';
import type { VoiceSdkCall } from './voice-sdk.js';

interface Publisher {
  on(event: 'error', listener: (error: unknown) => void): unknown;
  removeListener(event: 'error', listener: (error: unknown) => void): unknown;
}

/**
 * Tells Twilio's event gateway what a person said of the call. Works after the call's end, and after its device's.
 * The SDK calls a post that failed a success (2.18.5, `eventpublisher.js`): only its publisher, which is private,
 * says so. Rejects with `feedback-failed`.
 */
export async function postFeedback(call: VoiceSdkCall, { score, issue }: CallFeedback): Promise<void> {
  const { _publisher: publisher } = call as { _publisher?: Publisher };
  let failure: unknown = null;
  const hear = (error: unknown) => (failure ??= error);
  publisher?.on('error', hear);
  try {
    await call.postFeedback(score, issue ?? undefined);
  } catch (error) {
    hear(error);
  } finally {
    publisher?.removeListener('error', hear);
  }
  if (failure === null) return;
  throw new PhoneError('feedback-failed', 'Twilio’s event gateway did not take the feedback.', {
    cause: failure,
    recoverable: true,
  });
}
