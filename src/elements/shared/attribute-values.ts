/**
 * Attributes are read forgivingly: a value of no use is said on the console, and the default is taken. Frameworks
 * take a property back by `undefined`, which is no value and nothing to complain of.
 */
import { warnOnce } from './warn-once.js';

/** One of the allowed words, else the default. */
export function oneOf<Word extends string>(
  element: Element,
  attribute: string,
  value: string | null,
  allowed: readonly Word[],
  fallback: Word,
): Word {
  if (value == null) return fallback;
  const word = allowed.find((candidate) => candidate === value);
  if (word) return word;
  warnOnce(element, `${attribute}="${value}" is none of ${allowed.join(', ')}. Taken as "${fallback}".`);
  return fallback;
}

/** A value of the given form, else null. */
export function matching(
  element: Element,
  attribute: string,
  value: string | null,
  form: RegExp,
  example: string,
): string | null {
  if (value == null || form.test(value)) return value ?? null;
  warnOnce(element, `${attribute}="${value}" is left out: it should look like "${example}".`);
  return null;
}
