import type { Account } from './account.js';
import { ClientCalls } from './client-calls.js';
import type { ClientCallRequest } from './client-calls.js';
import { ClientSessions } from './client-session.js';
import { Leg } from './leg.js';
import type { LegParties } from './leg.js';
import type { Log } from './log.js';
import type { MediaPeer } from './media/audio.js';
import type { MediaPath } from './media/media-path.js';
import { Misbehaviour } from './misbehaviour.js';
import { findTelephone } from './outside-world.js';
import { PhoneBooths } from './phone-booths.js';
import { Registrar } from './registrar.js';
import { Signalling } from './signalling.js';
import type { SignallingConnection } from './signalling-connection.js';
import { Telephone } from './telephone.js';
import { TwilioError } from './twilio-error.js';
import { TwimlRun } from './twiml/twiml-run.js';
import type { DialledCall, Exchange, Sounds } from './twiml/twiml-run.js';
import type { Webhook } from './twiml/voice-webhook.js';
import { WebRtcMedia } from './web-rtc-media.js';
import { Wire } from './wire.js';

/** Which voice webhook answers whom; null where none is configured yet. */
export interface VoiceWebhooks {
  /** For calls that clients make. */
  readonly application: Webhook | null;
  /** For calls to the account's phone number. */
  readonly phoneNumber: Webhook | null;
}

interface NetworkOptions {
  readonly account: Account;
  readonly log: Log;
  readonly sounds: Sounds;
  readonly createPeer: (path: MediaPath) => MediaPeer;
}

/** The telephone network: all legs there are, who can be reached how, and what answers a call. */
export class Network implements Exchange {
  readonly account: Account;
  readonly legs: Leg[] = [];
  readonly wire = new Wire();
  readonly misbehaviour = new Misbehaviour();
  readonly registrar = new Registrar<SignallingConnection>();
  readonly sessions: ClientSessions;
  readonly clientCalls: ClientCalls;
  readonly signalling: Signalling;
  readonly booths: PhoneBooths;
  readonly sounds: Sounds;
  readonly log: Log;
  webhooks: VoiceWebhooks = { application: null, phoneNumber: null };

  constructor({ account, log, sounds, createPeer }: NetworkOptions) {
    this.account = account;
    this.sounds = sounds;
    this.log = log;
    const { misbehaviour, registrar, wire } = this;
    const createMedia = () => new WebRtcMedia(createPeer, misbehaviour.mediaPath);
    const sessions = new ClientSessions({ account, registrar, misbehaviour, log });
    const onCall = (request: ClientCallRequest) => this.#answerClient(request);
    const calls = new ClientCalls({ account, sessions, misbehaviour, createMedia, onCall });
    this.sessions = sessions;
    this.clientCalls = calls;
    this.signalling = new Signalling({ sessions, calls, wire, misbehaviour, log });
    this.booths = new PhoneBooths({
      phoneNumber: account.phoneNumber,
      log,
      createMedia,
      onCall: (leg) => this.#answerOutsider(leg),
    });
  }

  /** A telephone in this process calls the account's number; with `twiml` that runs instead of the webhook's. */
  callFromTelephone(telephone: Telephone, parties: Omit<LegParties, 'direction'>, twiml?: string): Leg {
    const leg = new Leg(telephone, { direction: 'inbound', ...parties });
    telephone.connect(leg);
    if (twiml === undefined) this.#answerOutsider(leg);
    else void this.#startRun(leg).startWith(twiml);
    return leg;
  }

  createLegsToClient(
    identity: string,
    call: DialledCall,
    parameters: ReadonlyMap<string, string>,
  ): readonly Leg[] {
    const parties = { direction: 'outbound-dial' as const, ...call, to: `client:${identity}` };
    return this.registrar
      .find(identity)
      .map((connection) => this.#keep(this.clientCalls.createLeg(connection, parties, parameters)));
  }

  createLegToNumber(number: string, call: DialledCall): Leg {
    const parties = { direction: 'outbound-dial' as const, ...call };
    return this.#keep(this.booths.createLeg(number, parties) ?? this.#createLegToTelephone(number, parties));
  }

  #createLegToTelephone(number: string, parties: Omit<LegParties, 'to'>): Leg {
    const telephone = findTelephone(number, this);
    if (!telephone) throw new TwilioError(31404, `${number} is nobody's number`);
    const leg = new Leg(telephone, { ...parties, to: number });
    telephone.connect(leg);
    return leg;
  }

  #answerClient({ leg, parameters }: ClientCallRequest): void {
    this.#answer(leg, this.webhooks.application, parameters);
  }

  #answerOutsider(leg: Leg): void {
    if (leg.to === this.account.phoneNumber) {
      this.#answer(leg, this.webhooks.phoneNumber, {});
      return;
    }
    this.#keep(leg);
    leg.hangUp('failed', new TwilioError(31404, `${leg.to} is not the account's number`));
  }

  #answer(leg: Leg, webhook: Webhook | null, parameters: Readonly<Record<string, string>>): void {
    const run = this.#startRun(leg);
    if (webhook) void run.start({ webhook, parameters });
    else run.fail(new TwilioError(11100, `no voice URL is configured for calls to "${leg.to}"`));
  }

  #startRun(leg: Leg): TwimlRun {
    const { account, sounds, log } = this;
    return new TwimlRun(this.#keep(leg), { account, sounds, exchange: this, log });
  }

  #keep(leg: Leg): Leg {
    this.legs.push(leg);
    return leg;
  }
}
