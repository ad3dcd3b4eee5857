import type { PhoneError } from '../../core/phone-error.js';
import { errorText } from '../shared/error-texts.js';
import { settingsTexts } from './settings-texts.js';

/** What happened, and what to do about it: where the microphone is refused, in this browser. */
export function explain(error: PhoneError, userAgent = navigator.userAgent): string {
  const { happened, remedy } = errorText(error);
  return `${happened} ${error.code === 'microphone-denied' ? unblockText(userAgent, remedy) : remedy}`.trim();
}

/** How to take a refusal back in the browser that names itself so. */
function unblockText(userAgent: string, otherwise: string): string {
  if (/Firefox\//.test(userAgent)) return settingsTexts.unblockInFirefox();
  if (/Chrome\//.test(userAgent)) return settingsTexts.unblockInChrome();
  return /Macintosh.*Safari\//.test(userAgent) ? settingsTexts.unblockInSafari() : otherwise;
}
