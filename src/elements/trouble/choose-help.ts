import type { PhoneErrorCode } from '../../core/phone-error.js';
import type { CallState } from '../../core/phone-state.js';
import { addressOf } from '../shared/describe-party.js';
import type { Trouble } from './find-trouble.js';

/** What the one button does. */
export type Help =
  | 'register'
  | 'sign-in'
  | 'open-securely'
  | 'answer'
  | 'try-again'
  | 'call-again'
  | 'choose-microphone'
  | 'choose-speaker'
  | 'close';

/** What can be done from where the trouble stands. */
export interface Possibilities {
  /** The settings are at hand. */
  readonly hasSettings: boolean;
  /** The page came by plain http, and is no frame of another. */
  readonly isInsecurePage: boolean;
}

/** Another device is the remedy. */
const helpedBySettings: Readonly<Partial<Record<PhoneErrorCode, Help>>> = {
  'microphone-busy': 'choose-microphone',
  'microphone-unsuitable': 'choose-microphone',
  'speaker-failed': 'choose-speaker',
};

/** Doing the same again would lead to the same. */
const hopeless: readonly PhoneErrorCode[] = [
  'ambiguous-call',
  'unknown-call',
  'invalid-argument',
  'call-ended',
  'callee-not-found',
  'application-not-found',
  'caller-id-refused',
  'browser-unsupported',
  'microphone-forbidden',
  'page-not-secure',
  'speaker-failed',
];

const helpByPlace = { device: 'register', 'ringing-call': 'answer', attempt: 'try-again' } as const;

/** The button that helps most; null where the phone helps itself and nobody can do it better. */
export function chooseHelp(trouble: Trouble, possible: Possibilities): Help | null {
  const { about, error } = trouble;
  if (error.code === 'page-not-secure' && possible.isInsecurePage) return 'open-securely';
  const bySettings = helpedBySettings[error.code];
  if (bySettings && possible.hasSettings) return bySettings;
  if (error.code === 'sign-in-required') return 'sign-in';
  if (about === 'active-call') return null;
  if (hopeless.includes(error.code)) return 'close';
  if (about === 'last-call') return isWorthCallingAgain(trouble.call) ? 'call-again' : 'close';
  return helpByPlace[about];
}

/** Whoever was not talked to may be anybody; a talk that broke off is gone on with. */
function isWorthCallingAgain(call: CallState): boolean {
  const wasMeant = call.direction === 'OUTGOING' || call.openedAt !== null;
  return wasMeant && addressOf(call) !== '';
}
