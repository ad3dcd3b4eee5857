import { PhoneError } from '../core/phone-error.js';
import type { PhoneErrorCode } from '../core/phone-error.js';

/** The causes by the names that browsers give them, the old ones of Chrome and Firefox included. */
const codeByName: Readonly<Record<string, PhoneErrorCode>> = {
  NotFoundError: 'microphone-missing',
  DevicesNotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
  TrackStartError: 'microphone-busy',
  AbortError: 'microphone-busy',
  SecurityError: 'microphone-forbidden',
  NotAllowedError: 'microphone-denied',
  PermissionDeniedError: 'microphone-denied',
};

const messages: Readonly<Partial<Record<PhoneErrorCode, string>>> = {
  'page-not-secure': 'Browsers give a microphone only to pages served over https.',
  'microphone-missing': 'There is no microphone.',
  'microphone-busy': 'The microphone is used by another program, or does not start.',
  'microphone-forbidden':
    "The page's Permissions-Policy, or its frame's allow attribute, forbids the microphone.",
  'microphone-denied': 'The microphone was refused.',
  'microphone-failed': 'The microphone could not be opened.',
};

/** Why the microphone did not open, as exactly as the browser lets it be known. */
export function toMicrophoneError(cause: unknown): PhoneError {
  const code = codeOf(cause);
  return new PhoneError(code, messages[code] ?? '', { cause, recoverable: isWorthAnotherTry(code, cause) });
}

function codeOf(cause: unknown): PhoneErrorCode {
  if (!globalThis.isSecureContext) return 'page-not-secure';
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const code = codeByName[name] ?? 'microphone-failed';
  return code === 'microphone-denied' && isForbiddenByPage(cause) ? 'microphone-forbidden' : code;
}

/** Only Chromium can be asked (`document.featurePolicy`); elsewhere the error's words have to do. */
function isForbiddenByPage(cause: unknown): boolean {
  const { permissionsPolicy, featurePolicy } = document as PolicyDocument;
  const policy = permissionsPolicy ?? featurePolicy;
  if (policy) return !policy.allowsFeature('microphone');
  return cause instanceof Error && /permissions?[ -]policy|feature[ -]policy/i.test(cause.message);
}

interface PolicyDocument extends Document {
  readonly permissionsPolicy?: { allowsFeature(name: string): boolean };
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** A prompt that was only closed may be answered next time; a refusal stands until it is changed. */
function isWorthAnotherTry(code: PhoneErrorCode, cause: unknown): boolean {
  if (code === 'microphone-denied') return cause instanceof Error && /dismiss/i.test(cause.message);
  return code === 'microphone-missing' || code === 'microphone-busy' || code === 'microphone-failed';
}
