import type { CallState } from '../../core/phone-state.js';
import { outsideText } from './outside-text.js';
import { texts } from './texts.js';

/** Who is at the other end, as shown. */
export interface PartyDescription {
  /** The name, else the number. */
  readonly title: string;
  /** The number, when the title is a name. */
  readonly number: string;
}

/** What is asked of a call, of one that is over too. */
type Call = Pick<CallState, 'direction' | 'from' | 'to' | 'name'>;

/** The other end of a call: its caller when it came in, whoever was called when it went out. */
export function describeParty(call: Call): PartyDescription {
  const number = numberOf(call.direction === 'INCOMING' ? call.from : call.to);
  const name = outsideText(call.name);
  return name ? { title: name, number } : { title: number || texts.unknownCaller(), number: '' };
}

/** Twilio's addresses are numbers, `client:identity` or `sip:user@host`. */
function numberOf(address: string): string {
  const number = outsideText(address.replace(/^(client|sip):/, ''));
  return withheldNumbers.has(number.toLowerCase()) ? '' : number;
}

/** What stands for a number that the caller withheld: words, or the same words dialled on a keypad. */
const withheldNumbers: ReadonlySet<string> = new Set([
  'anonymous',
  'restricted',
  'unknown',
  'unavailable',
  '+266696687', // ANONYMOUS
  '+7378742833', // RESTRICTED
  '+86282452253', // UNAVAILABLE
  '+8656696', // UNKNOWN
  '+2562533', // BLOCKED
]);

/** Where the other end can be called; '' for who withheld the number. */
export function addressOf({ direction, from, to }: Call): string {
  const address = direction === 'INCOMING' ? from : to;
  return numberOf(address) && address;
}
