/** Telephone numbers by libphonenumber. Its tables weigh more than the phone: this module is loaded when needed. */
import {
  AsYouType,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

/** Why something cannot be dialled. */
export type NumberProblem =
  'not-a-number' | 'too-short' | 'too-long' | 'wrong-length' | 'unknown-country-code' | 'no-country-code';

/** What was read, when it can be dialled. */
export interface PhoneNumberReading {
  /** E.164. */
  readonly number: string;
  /** '' without one. */
  readonly extension: string;
  /** As people of the default country write it. */
  readonly formatted: string;
}

/** True for the ISO 3166-1 codes of countries that have telephone numbers. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/** A number that is still being typed, with spaces and brackets where people expect them. */
export function formatTyped(text: string, country: string | null): string {
  // What stands before a plus would keep it from being seen.
  return new AsYouType(known(country)).input(text.replace(/^[\s(]+(?=[+＋])/u, ''));
}

/** What a text says, read in a country; null for one that is known to nobody: then only `+` numbers can be read. */
export function readPhoneNumber(text: string, country: string | null): PhoneNumberReading | NumberProblem {
  const defaultCountry = known(country);
  const options = { defaultCountry, extract: false };
  const problem = validatePhoneNumberLength(text, options);
  if (problem === 'INVALID_COUNTRY' && !/^\s*[+＋]/u.test(text)) return 'no-country-code';
  if (problem) return problems[problem];
  const number = parsePhoneNumberFromString(text, options);
  if (!number) return 'not-a-number';
  return {
    number: number.number,
    extension: number.ext ?? '',
    formatted: number.country === defaultCountry ? number.formatNational() : number.formatInternational(),
  };
}

const problems: Readonly<Record<NonNullable<ReturnType<typeof validatePhoneNumberLength>>, NumberProblem>> = {
  NOT_A_NUMBER: 'not-a-number',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
  INVALID_LENGTH: 'wrong-length',
  INVALID_COUNTRY: 'unknown-country-code',
};

function known(country: string | null): CountryCode | undefined {
  return country !== null && isSupportedCountry(country) ? country : undefined;
}
