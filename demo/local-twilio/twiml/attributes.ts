import { TwilioError } from '../twilio-error.js';
import type { TwimlElement } from './parse-twiml.js';

/** A whole number from `least` up. Throws `TwilioError` 12200 for anything else. */
export function readNumber(element: TwimlElement, name: string, byDefault: number, least = 0): number {
  const value = element.attributes[name];
  if (value === undefined) return byDefault;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || value.trim() === '') throw invalid(element, name, value);
  return number;
}

/** `true` or `false`. Throws `TwilioError` 12200 for anything else. */
export function readBoolean(element: TwimlElement, name: string): boolean {
  return readChoice(element, name, ['false', 'true']) === 'true';
}

/** One of the values listed, the first of which is the default. Throws `TwilioError` 12200 for anything else. */
export function readChoice<Choice extends string>(
  element: TwimlElement,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = element.attributes[name];
  if (value === undefined) return choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw invalid(element, name, value);
  return choice;
}

function invalid(element: TwimlElement, name: string, value: string): TwilioError {
  return new TwilioError(12200, `"${value}" is no value for the attribute "${name}" of <${element.name}>`);
}
