import { PhoneError } from '../core/phone-error.js';
import type { PhoneErrorCode } from '../core/phone-error.js';

/** The causes by the names that browsers give them, the old ones of Chrome and Firefox included. */
const codeByName: Readonly<Record<string, PhoneErrorCode>> = {
  NotFoundError: 'microphone-missing',
  DevicesNotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-unsuitable',
  ConstraintNotSatisfiedError: 'microphone-unsuitable',
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
  'microphone-unsuitable': 'No microphone satisfies the constraints.',
  'microphone-denied': 'The microphone was refused.',
  'microphone-dismissed': "The browser's question was closed without an answer.",
  'microphone-blocked-by-system': 'The operating system keeps the browser from the microphone.',
  'microphone-failed': 'The microphone could not be opened.',
};

/** Why the microphone did not open, as exactly as the browser lets it be known. */
export function toMicrophoneError(cause: unknown): PhoneError {
  const code = codeOf(cause);
  return new PhoneError(code, messages[code] ?? '', { cause, recoverable: worthAnotherTry.includes(code) });
}

function codeOf(cause: unknown): PhoneErrorCode {
  if (!globalThis.isSecureContext) return 'page-not-secure';
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const code = codeByName[name] ?? 'microphone-failed';
  return code === 'microphone-denied' ? refusalOf(cause) : code;
}

/**
 * Who refused. Chromium alone says it, in its error's words ("Permission denied by system", "Permission
 * dismissed"); of the others one only knows that somebody did.
 */
function refusalOf(cause: unknown): PhoneErrorCode {
  if (isForbiddenByPage(cause)) return 'microphone-forbidden';
  const message = cause instanceof Error ? cause.message : '';
  if (/by system/i.test(message)) return 'microphone-blocked-by-system';
  return /dismiss/i.test(message) ? 'microphone-dismissed' : 'microphone-denied';
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
const worthAnotherTry: readonly PhoneErrorCode[] = [
  'microphone-dismissed',
  'microphone-missing',
  'microphone-unsuitable',
  'microphone-busy',
  'microphone-failed',
];
