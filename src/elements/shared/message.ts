/**
 * How the phone's words are found in the language that is spoken. The formats are @lit/localize's, so that its
 * tools read the source and write src/locales; its global configuration is not used, because a page may have
 * two phones in two languages, two copies of this library, or an @lit/localize of its own.
 */
import type { StrResult } from '@lit/localize/internal/str-tag.js';
import type { MsgFn } from '@lit/localize/internal/types.js';

export { str } from '@lit/localize/internal/str-tag.js';

/** Words in English: a string, or one with values in it that is tagged with `str`. */
export type Sentence = string | StrResult;

/** Finds the sentence that stands for an English one. */
export type Translate = (sentence: Sentence) => string;

/** A language as it is spoken: what it is called, how it is read, and its sentences. */
export interface SpokenLanguage {
  /** A BCP 47 tag, also for numbers and times by `Intl`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly translate: Translate;
}

let spoken: SpokenLanguage = { tag: 'en', direction: 'ltr', translate: asWritten };

/** Says what language every word is in from now on: each element says so before it renders. */
export function speak(language: SpokenLanguage): void {
  spoken = language;
}

/** The tag of the language that is spoken, for `Intl`. */
export function spokenTag(): string {
  return spoken.tag;
}

/** The sentence in the language that is spoken. @lit/localize's tools know it by its type. */
export const msg: Translate & Pick<MsgFn, '_LIT_LOCALIZE_MSG_'> = (sentence) => spoken.translate(sentence);

/** The sentence in the language that it is written in. */
export function asWritten(sentence: Sentence): string {
  return typeof sentence === 'string' ? sentence : String.raw({ raw: sentence.strings }, ...sentence.values);
}
