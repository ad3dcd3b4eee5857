import type { Account } from '../account.js';
import type { Leg, LegEnding } from '../leg.js';
import type { Log } from '../log.js';
import type { AudioSource } from '../media/audio.js';
import { TwilioError } from '../twilio-error.js';
import { checkGrammar } from './grammar.js';
import { parseTwiml } from './parse-twiml.js';
import type { TwimlElement } from './parse-twiml.js';
import { verbs } from './verbs.js';
import { describeLeg, fetchTwiml } from './voice-webhook.js';
import type { Webhook } from './voice-webhook.js';

/** The sounds that verbs make. */
export interface Sounds {
  ringback(): AudioSource;
  pause(durationInMilliseconds: number): AudioSource;
  /** Rejects when it cannot speak that language. */
  speech(
    text: string,
    settings: { readonly language?: string; readonly voice?: 'man' | 'woman' },
  ): Promise<AudioSource>;
  /** Throws when the bytes are no sound that it can play. */
  wave(bytes: Uint8Array): AudioSource;
  /** The tones of keys; `w` is half a second of nothing. */
  keys(digits: string): AudioSource;
}

/** Who can be dialled. */
export interface Exchange {
  /** One leg for each registration of an identity: none when nobody is registered. */
  createLegsToClient(
    identity: string,
    call: DialledCall,
    parameters: ReadonlyMap<string, string>,
  ): readonly Leg[];
  /** Throws `TwilioError` 31404 for a number that nobody has. */
  createLegToNumber(number: string, call: DialledCall): Leg;
}

/** The parties of a leg to be made. */
export interface DialledCall {
  readonly from: string;
  readonly callerName?: string;
  readonly parentCallSid: string;
}

/** What running TwiML needs of the network. */
export interface TwimlServices {
  readonly account: Account;
  readonly exchange: Exchange;
  readonly sounds: Sounds;
  readonly log: Log;
}

/** What a verb leaves to do: the verb after it, another document instead of the rest, or nothing more. */
export type VerbOutcome = 'next-verb' | 'end' | NextDocument;

/** A document to be fetched, and what its request carries beside the usual. */
export interface NextDocument {
  readonly webhook: Webhook;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Runs one verb. */
export type RunVerb = (verb: TwimlElement, run: TwimlRun) => VerbOutcome | Promise<VerbOutcome>;

/** How a caller that was never answered is turned away. */
export interface TurnedAway {
  readonly status: LegEnding;
  readonly error: TwilioError | null;
}

/** A chain of documents that only redirect must end somewhere. */
const MOST_DOCUMENTS = 100;

/** Runs TwiML on one leg until the call is over. */
export class TwimlRun {
  readonly leg: Leg;
  readonly services: TwimlServices;
  /** How the call ends if it runs out of TwiML before anybody answered. */
  turnedAway: TurnedAway = { status: 'completed', error: null };
  #address = '';

  constructor(leg: Leg, services: TwimlServices) {
    this.leg = leg;
    this.services = services;
  }

  /** Fetches and runs documents, from the first on. Never rejects: what fails ends the call and is logged. */
  async start(first: NextDocument): Promise<void> {
    await this.#untilOver(() => this.#follow(first));
  }

  /** Runs a document that is at hand. */
  async startWith(twiml: string): Promise<void> {
    await this.#untilOver(async () => {
      const next = await this.#runDocument(twiml);
      if (next) await this.#follow(next);
    });
  }

  /** The address that a document's text means, relative to the document; without text it is the document's own. */
  resolve(address: string): string {
    return this.#address && URL.canParse(address, this.#address)
      ? new URL(address, this.#address).href
      : address;
  }

  /** Ends the call because of an error, which is logged. */
  fail(error: unknown): void {
    const twilioError = error instanceof TwilioError ? error : new TwilioError(31000, String(error));
    const { code, message } = twilioError;
    this.services.log({ level: 'error', code, message, callSid: this.leg.callSid });
    this.leg.hangUp('failed', twilioError);
  }

  async #untilOver(run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.#runOut();
    } catch (error) {
      this.fail(error);
    }
  }

  async #follow(first: NextDocument): Promise<void> {
    let next: NextDocument | null = first;
    for (let count = 0; next; count += 1) {
      if (count === MOST_DOCUMENTS) throw new TwilioError(11215, next.webhook.url);
      // A dial's action is also asked when the caller is gone, but its answer has nobody to be run for.
      const twiml: string = await this.#fetch(next);
      next = this.leg.isOver ? null : await this.#runDocument(twiml);
    }
  }

  async #fetch({ webhook, parameters }: NextDocument): Promise<string> {
    const { account } = this.services;
    this.#address = webhook.url;
    // Twilio's own names win over those that a caller chose.
    return fetchTwiml(webhook, { ...parameters, ...describeLeg(this.leg, account) }, account.authToken);
  }

  async #runDocument(twiml: string): Promise<NextDocument | null> {
    const response = parseTwiml(twiml);
    checkGrammar(response);
    for (const element of response.children) {
      const outcome = await this.#runVerb(element);
      if (outcome === 'end') return null;
      if (outcome !== 'next-verb') return outcome;
      if (this.leg.isOver) return null;
    }
    return null;
  }

  async #runVerb(element: TwimlElement): Promise<VerbOutcome> {
    const runVerb = verbs.get(element.name);
    return runVerb ? runVerb(element, this) : 'next-verb';
  }

  #runOut(): void {
    if (this.leg.wasAnswered) this.leg.hangUp('completed');
    else this.leg.hangUp(this.turnedAway.status, this.turnedAway.error);
  }
}
