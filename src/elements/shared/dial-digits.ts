/** What can be keyed into a call, and how it is written. */

/** Digits as a person writes them: `0-9`, `*`, `#`, `,` for two seconds and `w` for half a second of pause. */
export interface DialDigits {
  readonly digits: string;
  /** Whatever else was there, apart from what only separates. '' when nothing was. */
  readonly leftOut: string;
}

/** Reads digits in any script's figures. Spaces, brackets, dots and dashes between them are not worth a word. */
export function readDigits(text: string): DialDigits {
  const plain = plainDigits(text);
  const rest = plain.replace(/[\d*#,w\s().\-–/]/gu, '');
  return { digits: plain.replace(/[^\d*#,w]/g, ''), leftOut: [...new Set(rest)].join('') };
}

/** As `sendDigits()` takes them. A comma is two seconds on telephones, and a `w` is Twilio's half second. */
export function digitsToSend(digits: string): string {
  return digits.replaceAll(',', 'wwww');
}

/** The same text with its figures as 0 to 9: Arabic, Persian, Indian and full-width ones are digits too. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (figure) => String(valueOf(figure)));
}

/** Figures stand in tens, one script after the other, and each ten begins with its zero. */
function valueOf(figure: string): number {
  const code = figure.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
