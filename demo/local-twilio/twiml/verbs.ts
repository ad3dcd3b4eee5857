import { TwilioError } from '../twilio-error.js';
import { readChoice } from './attributes.js';
import { dial } from './dial.js';
import type { TwimlElement } from './parse-twiml.js';
import { echoBack, pause, play, say } from './sound-verbs.js';
import type { RunVerb, TwimlRun, VerbOutcome } from './twiml-run.js';

function hangUp(): VerbOutcome {
  return 'end';
}

/** Turns a caller away unanswered, if no verb before it has answered already. */
function reject(verb: TwimlElement, run: TwimlRun): VerbOutcome {
  const reason = readChoice(verb, 'reason', ['rejected', 'busy']);
  run.turnedAway =
    reason === 'busy'
      ? { status: 'busy', error: new TwilioError(31486) }
      : { status: 'no-answer', error: new TwilioError(31603) };
  return 'end';
}

function redirect(verb: TwimlElement, run: TwimlRun): VerbOutcome {
  const method = readChoice(verb, 'method', ['POST', 'GET']);
  return { webhook: { url: run.resolve(verb.text), method }, parameters: {} };
}

/** How each verb is run. grammar.ts says what each may have. */
export const verbs: ReadonlyMap<string, RunVerb> = new Map<string, RunVerb>([
  ['Say', say],
  ['Play', play],
  ['Pause', pause],
  ['Echo', echoBack],
  ['Dial', dial],
  ['Reject', reject],
  ['Hangup', hangUp],
  ['Redirect', redirect],
]);
