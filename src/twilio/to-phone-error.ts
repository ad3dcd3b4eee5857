/**
 * Twilio's errors in our words. The numbers are those that SDK 2.18.5 makes itself or passes on with
 * `enableImprovedSignalingErrorPrecision` (`errors/generated.js`; https://www.twilio.com/docs/api/errors).
 */
import { isPhoneError, PhoneError } from '../core/phone-error.js';
import type { PhoneErrorCode } from '../core/phone-error.js';

/** What some of Twilio's numbers mean. */
export interface Meaning {
  readonly code: PhoneErrorCode;
  readonly message: string;
  readonly numbers: readonly number[];
  readonly recoverable?: boolean;
}

/** Those that a phone may hear before it has had a call. */
const connectionMeanings: readonly Meaning[] = [
  {
    code: 'token-expired',
    message: 'The access token has expired.',
    numbers: [20104, 31205],
    recoverable: true,
  },
  {
    code: 'token-invalid',
    message: 'Twilio does not accept the access token.',
    numbers: [20101, 20151, 31102, 31105, 31201, 31202, 31203, 31204, 31207],
    recoverable: true,
  },
  {
    code: 'rate-limited',
    message: 'Twilio refuses so many requests in so short a time.',
    numbers: [31206],
    recoverable: true,
  },
  {
    code: 'connection-failed',
    message: 'There is no connection to Twilio.',
    numbers: [31000, 31003, 31005, 31009, 53000, 53001],
    recoverable: true,
  },
];

const meaningByNumber = new Map<number, Meaning>();
learnMeanings(connectionMeanings);

const codeByName: Readonly<Record<string, PhoneErrorCode>> = {
  InvalidStateError: 'invalid-state',
  InvalidArgumentError: 'invalid-argument',
  NotSupportedError: 'browser-unsupported',
};

const fallbackMessages = {
  'call-failed': 'The call failed.',
  'connection-failed': 'There is no connection to Twilio.',
  'registration-failed': 'The phone could not register.',
} as const;

/**
 * What the SDK threw, rejected with (sometimes `undefined`) or reported, as a `PhoneError`.
 * @param fallback what it is when nothing more exact is known.
 */
export function toPhoneError(caught: unknown, fallback: keyof typeof fallbackMessages): PhoneError {
  if (isPhoneError(caught)) return caught;
  const cause = mostExact(caught);
  const { code: number, name } = fieldsOf(cause);
  const meaning = meaningByNumber.get(Number(number));
  if (meaning) {
    const { code, message, recoverable } = meaning;
    return new PhoneError(code, message, { cause, recoverable });
  }
  const code = codeByName[String(name)] ?? fallback;
  const message = cause instanceof Error && code !== fallback ? cause.message : fallbackMessages[fallback];
  return new PhoneError(code, message, { cause, recoverable: code === fallback });
}

/** Adds what only calls may hear; it comes with what calls are made of. */
export function learnMeanings(meanings: readonly Meaning[]): void {
  for (const meaning of meanings) for (const number of meaning.numbers) meaningByNumber.set(number, meaning);
}

/** What the SDK calls an error that it does not know, or not without `enableImprovedSignalingErrorPrecision`. */
const vagueNumbers: readonly unknown[] = [31000, 31005, 53000];

/** A number that the SDK does not tell arrives as a vague error, with what Twilio said inside. */
function mostExact(caught: unknown): unknown {
  const { code: number, originalError } = fieldsOf(caught);
  const { code } = fieldsOf(originalError);
  // Twilio's numbers have five digits; those of a closed WebSocket are no answer.
  return Number(code) >= 10_000 && vagueNumbers.includes(number) ? originalError : caught;
}

interface Fields {
  readonly code?: unknown;
  readonly name?: unknown;
  readonly originalError?: unknown;
}

function fieldsOf(caught: unknown): Fields {
  return typeof caught === 'object' && caught !== null ? caught : { code: caught };
}
