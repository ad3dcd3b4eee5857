/**
 * The one class of error that leaves this library. Every code is in docs/errors.md with what triggers it
 * and what to do; the person's words for it live with the other texts of the elements.
 */

/** What went wrong, in our own stable words. */
export type PhoneErrorCode =
  // A command that makes no sense now, or does not say which call it means.
  | 'invalid-state'
  | 'ambiguous-call'
  | 'unknown-call'
  | 'invalid-argument'
  // A wish that could not become a fact.
  | 'call-ended'
  | 'call-failed'
  | 'connection-failed'
  | 'registration-failed'
  | 'rate-limited'
  | 'sdk-load-failed'
  | 'browser-unsupported'
  // What became of a call that was placed, and of its sound.
  | 'callee-busy'
  | 'callee-not-found'
  | 'callee-unavailable'
  | 'call-declined'
  | 'media-failed'
  | 'feedback-failed'
  // What the site's own side of a call lacks.
  | 'application-not-found'
  | 'webhook-failed'
  | 'caller-id-refused'
  // The token.
  | 'token-url-missing'
  | 'token-url-invalid'
  | 'token-request-failed'
  | 'token-request-timeout'
  | 'token-answer-invalid'
  | 'token-invalid'
  | 'token-expired'
  | 'token-expired-on-arrival'
  | 'token-grants-missing'
  | 'incoming-not-allowed'
  | 'sign-in-required'
  // The microphone.
  | 'microphone-denied'
  | 'microphone-dismissed'
  | 'microphone-blocked-by-system'
  | 'microphone-missing'
  | 'microphone-busy'
  | 'microphone-unsuitable'
  | 'microphone-forbidden'
  | 'page-not-secure'
  | 'microphone-failed'
  // The loudspeaker.
  | 'speaker-failed'
  // The history.
  | 'history-not-cleared';

/** A frozen copy of what caused an error: never the SDK's or the browser's own object. */
export interface PhoneErrorCause {
  /** Twilio's number, or null where the cause has none. */
  readonly code: number | null;
  readonly name: string;
  readonly message: string;
}

/** What may be said about an error beside its code. */
export interface PhoneErrorOptions {
  /** Values that the person's text for this code may name, e.g. `{ status: 500 }`. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Whatever was caught. It is copied, not kept. */
  readonly cause?: unknown;
  /** True when the phone goes on by itself, or when doing the same again may work. */
  readonly recoverable?: boolean;
}

/** An error of the phone. `message` is for the developer and in English. */
export class PhoneError extends Error {
  readonly code: PhoneErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly recoverable: boolean;
  override readonly cause: PhoneErrorCause | null;

  constructor(code: PhoneErrorCode, message: string, options: PhoneErrorOptions = {}) {
    super(message);
    this.name = 'PhoneError';
    this.code = code;
    this.parameters = Object.freeze({ ...options.parameters });
    this.recoverable = options.recoverable ?? false;
    this.cause = options.cause === undefined ? null : copyCause(options.cause);
  }
}

/** True for a `PhoneError`, also one of another copy of this library on the same page. */
export function isPhoneError(value: unknown): value is PhoneError {
  return value instanceof Error && value.name === 'PhoneError' && 'code' in value;
}

function copyCause(cause: unknown): PhoneErrorCause {
  const { code, name, message } = (typeof cause === 'object' && cause !== null ? cause : {}) as {
    code?: unknown;
    name?: unknown;
    message?: unknown;
  };
  return Object.freeze({
    code: typeof code === 'number' ? code : null,
    name: typeof name === 'string' ? name : typeof cause,
    message: typeof message === 'string' ? message : String(cause),
  });
}
