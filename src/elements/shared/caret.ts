/** Formatting while somebody types, so that the caret stays where the person's thought is. */
import { plainDigits } from './dial-digits.js';

/** A field's text and where its caret stands. */
export interface TextWithCaret {
  readonly text: string;
  readonly caret: number;
}

/** What the browser calls the change, e.g. `insertText` or `deleteContentBackward`. */
type InputType = string;

/**
 * The text formatted anew, and the caret behind the same digit as before. Whoever deletes a bracket or a space
 * means the digit beside it: the formatting would only bring the same character back.
 * @param before the field's text before the change.
 */
export function reformat(
  before: string,
  typed: TextWithCaret,
  inputType: InputType,
  format: (text: string) => string,
): TextWithCaret {
  if (!isPhoneLike(typed.text)) return typed;
  const meant = hasLostDigits(before, typed.text) ? typed : withoutDigit(before, typed, inputType);
  const text = format(meant.text);
  const isAtEnd = meant.caret >= meant.text.length;
  const digits = digitsOf(meant.text.slice(0, meant.caret)).length;
  return { text, caret: isAtEnd ? text.length : positionAfter(text, digits) };
}

/** False for names, extensions and what is keyed after a comma: they are written as the person likes. */
export function isPhoneLike(text: string): boolean {
  return /^[\p{Nd}+＋\s().\-–/]*$/u.test(text);
}

function hasLostDigits(before: string, after: string): boolean {
  return digitsOf(before) !== digitsOf(after);
}

function withoutDigit(before: string, { text, caret }: TextWithCaret, inputType: InputType): TextWithCaret {
  if (before.length <= text.length) return { text, caret };
  if (inputType === 'deleteContentBackward') {
    const start = text.slice(0, caret).search(/[\p{Nd}+＋][^\p{Nd}+＋]*$/u);
    return start < 0 ? { text, caret } : { text: text.slice(0, start) + text.slice(caret), caret: start };
  }
  if (inputType === 'deleteContentForward') {
    const rest = text.slice(caret).replace(/^[^\p{Nd}+＋]*[\p{Nd}+＋]/u, '');
    return { text: text.slice(0, caret) + rest, caret };
  }
  return { text, caret };
}

function positionAfter(text: string, count: number): number {
  let position = 0;
  for (let seen = 0; seen < count && position < text.length; position += 1) {
    if (/[\d+]/.test(text.charAt(position))) seen += 1;
  }
  return position;
}

function digitsOf(text: string): string {
  return plainDigits(text).replace(/[^\d+]/g, '');
}
