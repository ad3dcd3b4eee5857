import type { Leg } from '../leg.js';
import { TwilioError } from '../twilio-error.js';
import type { TwimlElement } from './parse-twiml.js';
import type { DialledCall, TwimlRun } from './twiml-run.js';

/** Who a `<Dial>` rings. */
export interface DialledLegs {
  readonly legs: readonly Leg[];
  /** Why somebody could not be rung, if so. */
  readonly refusal: TwilioError | null;
}

/** https://www.twilio.com/docs/voice/twiml/client */
const MOST_NOUNS = 10;

const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * Makes the legs that a `<Dial>` names; none of them rings yet. Whoever cannot be rung is logged and left out.
 * Throws `TwilioError` 12200 for more nouns than Twilio takes.
 */
export function createDialledLegs(dial: TwimlElement, run: TwimlRun): DialledLegs {
  const nouns =
    dial.text === '' ? dial.children : [...dial.children, { ...dial, name: 'Number', children: [] }];
  if (nouns.length > MOST_NOUNS) throw new TwilioError(12200, `more than ${MOST_NOUNS} nouns in <Dial>`);
  const legs: Leg[] = [];
  let refusal: TwilioError | null = null;
  for (const noun of nouns) {
    try {
      legs.push(...createLegs(noun, dial, run));
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error;
      refusal = error;
      const { code, message } = error;
      run.services.log({ level: 'warning', code, message, callSid: run.leg.callSid });
    }
  }
  return { legs, refusal };
}

function createLegs(noun: TwimlElement, dial: TwimlElement, run: TwimlRun): readonly Leg[] {
  const { exchange } = run.services;
  if (noun.name === 'Number') return [exchange.createLegToNumber(readNumber(noun), callTo(dial, run, true))];
  const identity = noun.children.find(({ name }) => name === 'Identity')?.text ?? noun.text;
  return exchange.createLegsToClient(identity, callTo(dial, run, false), readParameters(noun));
}

function callTo(dial: TwimlElement, run: TwimlRun, isNumber: boolean): DialledCall {
  const { leg } = run;
  const from = dial.attributes['callerId'] ?? leg.from;
  if (isNumber && !mayCallAs(from, run)) throw new TwilioError(13214, from);
  return {
    from,
    parentCallSid: leg.callSid,
    ...(leg.callerName !== null && from === leg.from && { callerName: leg.callerName }),
  };
}

/** A telephone number is called as the account's own number, or as the number that calls. */
function mayCallAs(from: string, { leg, services }: TwimlRun): boolean {
  return from === services.account.phoneNumber || (from === leg.from && e164.test(from));
}

function readNumber(noun: TwimlElement): string {
  const number = noun.text.replace(/[\s().-]/g, '');
  if (!e164.test(number)) throw new TwilioError(13223, noun.text);
  return number;
}

function readParameters(client: TwimlElement): ReadonlyMap<string, string> {
  const parameters = client.children.filter(({ name }) => name === 'Parameter');
  return new Map(parameters.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']));
}
