import type { PhoneErrorCode } from '../../core/phone-error.js';
import type { CallState } from '../../core/phone-state.js';
import { errorText } from '../shared/error-texts.js';
import type { ErrorText } from '../shared/error-texts.js';
import { remedyFor } from '../shared/explain.js';
import { toastTexts } from '../shared/toast-texts.js';
import type { Trouble } from './find-trouble.js';
import { troubleTexts } from './trouble-texts.js';

/** While it tries by itself to be reachable, the phone places no call by itself. */
const keptTrying: readonly PhoneErrorCode[] = [
  'registration-failed',
  'rate-limited',
  'token-request-failed',
  'token-request-timeout',
  'token-expired',
];

/** What happened, what it means for the call or the phone, and what to do in this browser. */
export function describeTrouble(trouble: Trouble): ErrorText {
  const { error, about } = trouble;
  const isRemedyTheButton = about !== 'device' && keptTrying.includes(error.code);
  return {
    happened: errorText(error).happened,
    meaning: meaningOf(trouble),
    remedy: isRemedyTheButton ? '' : remedyFor(error),
  };
}

function meaningOf(trouble: Trouble): string {
  const { meaning } = errorText(trouble.error);
  switch (trouble.about) {
    case 'attempt':
      return troubleTexts.noCall();
    case 'last-call':
      return meaningOfEnd(trouble.call);
    case 'ringing-call':
      return toastTexts.callerStillRings();
    case 'active-call':
      return trouble.call.status === 'reconnecting' ? troubleTexts.callGoesOn() : meaning;
    case 'device':
      return trouble.device.status === 'registered' ? troubleTexts.ringsUntilSignInEnds() : meaning;
  }
}

function meaningOfEnd({ direction, openedAt }: CallState): string {
  if (openedAt !== null) return troubleTexts.callHasEnded();
  return direction === 'OUTGOING' ? troubleTexts.noCall() : troubleTexts.notAnswered();
}
