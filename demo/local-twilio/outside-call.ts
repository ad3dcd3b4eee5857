import type { Leg, LegEnd } from './leg.js';
import type { AudioSource } from './media/audio.js';
import type { Network } from './network.js';
import { greetThenEcho } from './outside-world.js';
import { Telephone } from './telephone.js';

/** Who calls from outside, and what they do once somebody answers. */
export interface OutsideCallOptions {
  /** E.164. */
  readonly from: string;
  /** Default: the account's number. */
  readonly to?: string;
  /** Told to the voice webhook as CallerName. */
  readonly name?: string;
  /** `voice` greets and then echoes; `silent` says nothing until told to. Default: `voice`. */
  readonly as?: 'voice' | 'silent';
  /** Runs instead of what the number's voice webhook would answer. */
  readonly twiml?: string;
}

/** A call from outside, as the one who made it sees it. */
export interface OutsideCall {
  readonly leg: Leg;
  readonly callSid: string;
  /** Resolves when Twilio answers; behind `<Dial answerOnBridge>`, when the called party does. */
  readonly answered: Promise<void>;
  readonly ended: Promise<LegEnd>;
  /** What the caller says from now on; null for silence. */
  say(source: AudioSource | null): void;
  /** What the caller hears, from now on. */
  hear(): AudioSource;
  press(digits: string): void;
  hangUp(): void;
}

/** Somebody outside dials. */
export function startOutsideCall(network: Network, options: OutsideCallOptions): OutsideCall {
  const { from, to = network.account.phoneNumber, name, as = 'voice', twiml } = options;
  const telephone = new Telephone();
  const callerName = name === undefined ? {} : { callerName: name };
  const leg = network.callFromTelephone(telephone, { from, to, ...callerName }, twiml);
  if (as === 'voice') void leg.answered.then(() => greetThenEcho(telephone, network));
  return {
    leg,
    callSid: leg.callSid,
    answered: leg.answered,
    ended: leg.ended,
    say: (source) => telephone.say(source),
    hear: () => telephone.hear(),
    press: (digits) => telephone.press(digits),
    hangUp: () => telephone.hangUp(leg.wasAnswered ? 'completed' : 'canceled'),
  };
}
