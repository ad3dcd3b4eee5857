import { msg, str } from './message.js';

/** The words of the keypad. */
export const keypadTexts = {
  keyed: (digits: string) => msg(str`Keyed: ${digits}`),
  keypad: () => msg('Keypad'),
  leftOut: (characters: string) => msg(str`Only digits, * and # can be keyed. Left out: ${characters}`),
  notInCall: () => msg('The keypad works in a call'),
};
