/**
 * Twilio's errors in our words. The numbers are those that SDK 2.18.5 makes itself or passes on with
 * `enableImprovedSignalingErrorPrecision` (`errors/generated.js`; https://www.twilio.com/docs/api/errors).
 */
import { isPhoneError, PhoneError } from '../core/phone-error.js';
import type { PhoneErrorCode } from '../core/phone-error.js';

interface Meaning {
  readonly code: PhoneErrorCode;
  readonly message: string;
  readonly numbers: readonly number[];
  readonly recoverable?: boolean;
}

const meanings: readonly Meaning[] = [
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
    code: 'application-not-found',
    message: 'Twilio knows no such TwiML application: check outgoingApplicationSid in the voice grant.',
    numbers: [31001],
  },
  {
    code: 'webhook-failed',
    message: 'The voice webhook did not answer with TwiML that Twilio can run.',
    numbers: [11100, 11200, 11205, 11210, 11215, 11750, 11751, 12100, 12200, 12300],
    recoverable: true,
  },
  {
    code: 'caller-id-refused',
    message: 'The callerId of the voice webhook’s <Dial> is no number of this account.',
    numbers: [13214],
  },
  { code: 'callee-busy', message: 'The other side is busy.', numbers: [31486], recoverable: true },
  { code: 'callee-not-found', message: 'Nobody can be reached there.', numbers: [13223, 31404] },
  {
    code: 'callee-unavailable',
    message: 'The other side cannot be reached now.',
    numbers: [31480],
    recoverable: true,
  },
  { code: 'call-declined', message: 'The call was declined.', numbers: [31002, 31603] },
  {
    code: 'rate-limited',
    message: 'Twilio refuses so many requests in so short a time.',
    numbers: [31206],
    recoverable: true,
  },
  {
    code: 'media-failed',
    message: 'The sound of the call found no way through the network.',
    numbers: [53400, 53402, 53405],
    recoverable: true,
  },
  { code: 'microphone-denied', message: 'The microphone was refused.', numbers: [31208, 31401] },
  {
    code: 'microphone-failed',
    message: 'The microphone could not be opened.',
    numbers: [31402],
    recoverable: true,
  },
  {
    code: 'connection-failed',
    message: 'There is no connection to Twilio.',
    numbers: [31000, 31003, 31005, 31009, 53000, 53001],
    recoverable: true,
  },
];

const meaningByNumber = new Map(
  meanings.flatMap((meaning) => meaning.numbers.map((number) => [number, meaning] as const)),
);

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
