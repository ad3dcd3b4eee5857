import type { DialProblem } from './dial-target.js';
import { msg, str } from './message.js';

/** The words of the dialer. */
export const dialerTexts = {
  afterwardsKeys: (digits: string) => msg(str`Then keys ${digits}`),
  answerFirst: () => msg('Answer or decline the call first'),
  call: () => msg('Call'),
  callGoesOn: () => msg('You are in a call'),
  callsOnceConnected: () => msg('The phone is still connecting. It calls as soon as it can.'),
  notReady: () => msg('The phone is not ready yet'),
  phoneNumber: () => msg('Phone number'),
};

/** What is wrong with what was typed, and what to do about it. */
export const problemTexts: Readonly<Record<DialProblem, () => string>> = {
  nothing: () => msg('Type a number first.'),
  'not-a-number': () => msg('This is not a phone number. Check it.'),
  'too-short': () => msg('This number is too short. Check it.'),
  'too-long': () => msg('This number is too long. Check it.'),
  'wrong-length': () => msg('A number of this length does not exist. Check it.'),
  'unknown-country-code': () => msg('There is no such country code. Check what follows the +.'),
  'no-country-code': () => msg('Begin with + and the country code.'),
};
