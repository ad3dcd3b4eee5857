/** Reads what somebody typed, pasted or linked to: whom to call, and what to key once the call is open. */
import { plainDigits, readDigits } from './dial-digits.js';
import type { NumberProblem, PhoneNumberReading } from './phone-numbers.js';

/** Whom to call. */
export interface DialTarget {
  /** A number in E.164, or `client:` and an identity. */
  readonly address: string;
  /** What to key then: a pause and the extension, or what stood after a comma. '' for nothing. */
  readonly digits: string;
  /** How it is written in the field. */
  readonly formatted: string;
}

export type DialProblem = NumberProblem | 'nothing';

/** Reads a number, as `readPhoneNumber` does for one country. */
export type ReadNumber = (text: string) => PhoneNumberReading | NumberProblem;

/**
 * Whom a text means. `client:alice` is the client alice, and so is `alice`: one word of letters, digits and
 * underscores that begins with a letter, as Twilio's identities are written. `tel:` links are read as RFC 3966
 * says. All else has to be a number.
 */
export function readDialTarget(text: string, readNumber: ReadNumber): DialTarget | DialProblem {
  const words = readTelLink(text.replace(/\p{Cf}/gu, '').trim());
  if (words === '') return 'nothing';
  const identity = /^client:\s*([^\s:]{1,121})$/i.exec(words)?.[1] ?? /^[a-z]\w{0,120}$/i.exec(words)?.[0];
  if (identity) return { address: `client:${identity}`, digits: '', formatted: words };
  const { number, digits } = splitDigits(words);
  const reading = readNumber(number);
  if (typeof reading === 'string') return reading;
  const { extension, formatted } = reading;
  return {
    address: reading.number,
    digits: extension ? `,${extension}` : digits,
    formatted: formatted + digits,
  };
}

/** E.164 needs no tables: it can be dialled when they do not load. */
export function readPlainNumber(text: string): PhoneNumberReading | NumberProblem {
  const number = plainDigits(text).replace(/[\s().\-–/]/gu, '');
  if (!/^\+?\d+$/.test(number)) return 'not-a-number';
  if (!number.startsWith('+')) return 'no-country-code';
  if (number.length < 8) return 'too-short';
  return number.length > 16 ? 'too-long' : { number, extension: '', formatted: number };
}

/** What follows the first comma is keyed, where it is digits, with or without a word for "extension". */
function splitDigits(words: string): { readonly number: string; readonly digits: string } {
  const [, number = '', rest = ''] = /^([^,]*)(,.*)$/su.exec(words) ?? [];
  const { digits, leftOut } = readDigits(rest.replace(/\b(?:extension|ext|x)\b\.?/i, ''));
  const isKeyed = /\d/.test(digits) && leftOut === '' && !digits.includes('w');
  return isKeyed ? { number, digits } : { number: words, digits: '' };
}

/** The number in a `tel:` link, with its extension and the digits after it; any other text as it is. */
function readTelLink(text: string): string {
  if (!/^tel:/i.test(text)) return text;
  const [number = '', ...parameters] = decoded(text.replace(/^tel:(?:\/\/)?/i, '')).split(';');
  const { ext, postd, 'phone-context': context } = readParameters(parameters);
  const isLocal = !number.trim().startsWith('+');
  const prefix = isLocal && context?.startsWith('+') ? context : '';
  const after = ext ?? postd?.replace(/[pw]/gi, ',') ?? '';
  return `${prefix}${number}${after && !after.startsWith(',') ? ',' : ''}${after}`.trim();
}

function readParameters(parameters: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return [name.toLowerCase(), value];
    }),
  );
}

/** Links are written by hand: one that is not encoded right is read as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
