import { bridge } from '../bridge.js';
import type { Leg } from '../leg.js';
import { TwilioError } from '../twilio-error.js';
import { readBoolean, readChoice, readNumber } from './attributes.js';
import { createDialledLegs } from './dial-targets.js';
import type { TwimlElement } from './parse-twiml.js';
import { ringUntilAnswered } from './ring.js';
import type { DialStatus } from './ring.js';
import type { TurnedAway, TwimlRun, VerbOutcome } from './twiml-run.js';

/** https://www.twilio.com/docs/voice/twiml/dial */
const DEFAULT_TIMEOUT_IN_SECONDS = 30;

/** `<Dial>`: rings others and connects the caller with whoever answers first. */
export async function dial(verb: TwimlElement, run: TwimlRun): Promise<VerbOutcome> {
  const timeoutInMilliseconds = readNumber(verb, 'timeout', DEFAULT_TIMEOUT_IN_SECONDS, 1) * 1000;
  const answersOnBridge = readBoolean(verb, 'answerOnBridge');
  const method = readChoice(verb, 'method', ['POST', 'GET']);
  const { legs, refusal } = createDialledLegs(verb, run);

  await letCallerHearRinging(run, answersOnBridge);
  const { answered, status } = await ringUntilAnswered(legs, run.leg, timeoutInMilliseconds);
  run.leg.play(null);
  if (answered) await connect(run.leg, answered);
  run.turnedAway = turnAway(legs.length === 0 && refusal ? 'failed' : status, refusal);

  const { action } = verb.attributes;
  if (action === undefined) return 'next-verb';
  return {
    webhook: { url: run.resolve(action), method },
    parameters: describeDial(answered ?? legs[0], run.turnedAway.status),
  };
}

async function letCallerHearRinging(run: TwimlRun, answersOnBridge: boolean): Promise<void> {
  run.leg.play(run.services.sounds.ringback());
  await run.leg.sendRinging(answersOnBridge);
  if (!answersOnBridge) await run.leg.answer();
}

/** The two hear each other until one of them goes; then the one who was called goes too. */
async function connect(caller: Leg, called: Leg): Promise<void> {
  await caller.answer();
  const part = bridge(caller, called);
  await Promise.race([caller.ended, called.ended]);
  part();
  called.hangUp('completed');
}

function turnAway(status: DialStatus, refusal: TwilioError | null): TurnedAway {
  if (status === 'busy') return { status, error: new TwilioError(31486) };
  if (status === 'no-answer') return { status, error: new TwilioError(31480) };
  return { status, error: status === 'failed' ? (refusal ?? new TwilioError(31480)) : null };
}

function describeDial(leg: Leg | undefined, status: string): Record<string, string> {
  if (!leg) return { DialCallStatus: status };
  return {
    DialCallStatus: status,
    DialCallSid: leg.callSid,
    DialCallDuration: String(leg.durationInSeconds),
    DialBridged: String(leg.wasAnswered),
  };
}
