import { randomUUID } from 'node:crypto';
import type { Account } from './account.js';
import type { Leg, LegEnd, Line } from './leg.js';
import type { SignallingConnection } from './signalling-connection.js';
import type { WebRtcMedia } from './web-rtc-media.js';

/** What a client's own call brings along. */
export interface ClientOffer {
  readonly sdp: string;
  /** The id that the SDK gives a call until it learns the CallSid. */
  readonly temporaryCallSid: string;
}

interface ClientLineOptions {
  readonly connection: SignallingConnection;
  readonly media: WebRtcMedia;
  readonly account: Account;
  /** Set when the client calls; absent when it is called. */
  readonly offer?: ClientOffer;
  /** Set when the client is called: what becomes its call's customParameters. */
  readonly customParameters?: ReadonlyMap<string, string>;
}

/** The line to a Voice SDK: turns what a leg does into the frames of its signalling. */
export class ClientLine implements Line {
  /** Whoever shows this token may take the call over (`invite` with `reconnect`). */
  readonly reconnectToken: string = randomUUID();
  readonly media: WebRtcMedia;
  readonly offer: ClientOffer | null;
  connection: SignallingConnection;
  readonly #account: Account;
  readonly #customParameters: ReadonlyMap<string, string>;
  #hasSentDescription = false;
  #knowsCallSid: boolean;

  constructor({ connection, media, account, offer, customParameters }: ClientLineOptions) {
    this.connection = connection;
    this.media = media;
    this.offer = offer ?? null;
    this.#account = account;
    this.#customParameters = customParameters ?? new Map();
    this.#knowsCallSid = !offer;
  }

  async ring(leg: Leg): Promise<void> {
    const sdp = await this.media.createOffer();
    if (leg.isOver) return;
    this.connection.send('invite', {
      callsid: leg.callSid,
      sdp,
      reconnect: this.reconnectToken,
      parameters: {
        From: leg.from,
        To: leg.to,
        CallSid: leg.callSid,
        AccountSid: this.#account.accountSid,
        ApiVersion: '2010-04-01',
        ...(this.#customParameters.size > 0 && { Params: encodeParameters(this.#customParameters) }),
      },
    });
  }

  async sendRinging(leg: Leg, withEarlyMedia: boolean): Promise<void> {
    const description = withEarlyMedia ? await this.#describe() : {};
    if (leg.isOver) return;
    this.connection.send('ringing', { callsid: leg.callSid, ...description });
    this.#knowsCallSid = true;
  }

  async sendAnswer(leg: Leg): Promise<void> {
    const description = await this.#describe();
    if (leg.isOver) return;
    this.connection.send('answer', {
      callsid: leg.callSid,
      reconnect: this.reconnectToken,
      ...description,
    });
    this.#knowsCallSid = true;
  }

  /** Before the client answers, `cancel` is the only word that ends its call; afterwards it is `hangup`. */
  sendEnd(leg: Leg, end: LegEnd, wasAnswered: boolean): void {
    if (leg.direction === 'outbound-dial' && !wasAnswered) {
      this.connection.send('cancel', { callsid: leg.callSid });
      return;
    }
    const callsid = this.#knowsCallSid ? leg.callSid : (this.offer?.temporaryCallSid ?? leg.callSid);
    const error = end.error && { code: end.error.code, message: end.error.message };
    this.connection.send('hangup', { callsid, ...(error && { error }) });
  }

  async #describe(): Promise<{ sdp?: string }> {
    if (!this.offer || this.#hasSentDescription) return {};
    this.#hasSentDescription = true;
    return { sdp: await this.media.answerOffer(this.offer.sdp) };
  }
}

/** The SDK decodes the values; names it leaves as they come (util.js:66-79). */
function encodeParameters(parameters: ReadonlyMap<string, string>): string {
  return [...parameters]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
