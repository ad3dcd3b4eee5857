import type { Account } from './account.js';
import { ClientLine } from './client-line.js';
import type { ClientSessions } from './client-session.js';
import { Leg } from './leg.js';
import type { LegParties } from './leg.js';
import type { MediaPath } from './media/media-path.js';
import type { Misbehaviour, OrderedError } from './misbehaviour.js';
import { readText } from './signalling-connection.js';
import type { Frame, SignallingConnection } from './signalling-connection.js';
import { TwilioError } from './twilio-error.js';
import type { WebRtcMedia } from './web-rtc-media.js';

/** A call that a client wants to make, with what it gave to connect(). */
export interface ClientCallRequest {
  readonly leg: Leg;
  readonly parameters: Readonly<Record<string, string>>;
}

interface ClientCallsOptions {
  readonly account: Account;
  readonly sessions: ClientSessions;
  readonly misbehaviour: Misbehaviour;
  readonly createMedia: () => WebRtcMedia;
  readonly onCall: (request: ClientCallRequest) => void;
}

interface ClientCall {
  readonly leg: Leg;
  readonly line: ClientLine;
  lossTimer?: NodeJS.Timeout;
}

type Payload = Frame['payload'];

/** An answered call whose socket is gone is kept at least so long. Twilio's own figure is not known: assumed. */
const SHORTEST_GRACE_IN_MILLISECONDS = 15_000;

/** The calls of all clients: the frames that are about a call. */
export class ClientCalls {
  readonly #options: ClientCallsOptions;
  /** By CallSid, and by the SDK's temporary id as well. */
  readonly #calls = new Map<string, ClientCall>();
  readonly #finishedReconnectTokens = new Set<unknown>();

  constructor(options: ClientCallsOptions) {
    this.#options = options;
  }

  /** A leg towards a registered client. It does not ring yet. */
  createLeg(
    connection: SignallingConnection,
    parties: LegParties,
    customParameters: ReadonlyMap<string, string>,
  ): Leg {
    const { account, createMedia } = this.#options;
    const line = new ClientLine({ connection, account, media: createMedia(), customParameters });
    return this.#keep(new Leg(line, parties), line);
  }

  async invite(connection: SignallingConnection, payload: Payload): Promise<void> {
    if (payload['reconnect'] === undefined) this.#startCall(connection, payload);
    else await this.#reconnect(connection, payload);
  }

  async answer(connection: SignallingConnection, payload: Payload): Promise<void> {
    const call = this.#find(connection, payload);
    if (!call || call.leg.isOver || call.leg.wasAnswered) return;
    await call.line.media.acceptAnswer(readText(payload, 'sdp'));
    call.leg.farEndAnswered();
    // A fresh token would be as good; the SDK keeps whichever came last (call.js:251).
    connection.send('answer', { callsid: call.leg.callSid, reconnect: call.line.reconnectToken });
  }

  async reinvite(connection: SignallingConnection, payload: Payload): Promise<void> {
    const call = this.#find(connection, payload);
    if (!call) return;
    const sdp = await call.line.media.answerOffer(readText(payload, 'sdp'));
    connection.send('answer', { callsid: call.leg.callSid, sdp });
  }

  reject(connection: SignallingConnection, payload: Payload): void {
    this.#find(connection, payload)?.leg.farEndEnded('busy');
  }

  /** The SDK also hangs up calls that it never invited to; those ids are unknown here and pass. */
  hangUp(connection: SignallingConnection, payload: Payload): void {
    const call = this.#find(connection, payload);
    if (call) call.leg.farEndEnded(endingOfHangUp(call.leg));
  }

  /** Keys come this way only where the answer to the call's SDP had no telephone events. */
  digits(connection: SignallingConnection, payload: Payload): void {
    const call = this.#find(connection, payload);
    for (const digit of readText(payload, 'dtmf')) call?.line.media.hearDigit(digit);
  }

  message(connection: SignallingConnection, payload: Payload): void {
    const call = this.#find(connection, payload);
    if (!call) return;
    const { voiceeventsid } = payload;
    connection.send('ack', { acktype: 'message', callsid: call.leg.callSid, voiceeventsid });
  }

  /**
   * A socket is gone. What was not answered is over: the SDK gives such calls up with their socket and takes
   * no answer for them any more (measured with @twilio/voice-sdk 2.18.5). Answered ones wait to be taken up.
   */
  connectionLost(connection: SignallingConnection): void {
    for (const call of new Set(this.#calls.values())) {
      if (call.line.connection !== connection || call.leg.isOver) continue;
      if (call.leg.wasAnswered) this.#waitForReturn(call);
      else call.leg.farEndEnded(call.leg.direction === 'inbound' ? 'canceled' : 'no-answer');
    }
  }

  /** Breaks the network path of a leg's sound. Rejects when it is no client's. */
  async killMedia(callSid: string): Promise<void> {
    await this.#mediaOf(callSid).interrupt();
  }

  /** The way that a leg's sound takes. Throws when it is no client's. */
  mediaPathOf(callSid: string): MediaPath {
    return this.#mediaOf(callSid).path;
  }

  /** No leg loses anything any more. */
  healMedia(): void {
    for (const { line } of this.#calls.values()) line.media.path.heal();
  }

  #mediaOf(callSid: string): WebRtcMedia {
    const call = this.#calls.get(callSid);
    if (!call) throw new Error(`No client's call ${callSid}.`);
    return call.line.media;
  }

  #startCall(connection: SignallingConnection, payload: Payload): void {
    const temporaryCallSid = readText(payload, 'callsid');
    const refusal = this.#refusalOfCall(connection);
    if (refusal) {
      connection.send('hangup', {
        callsid: temporaryCallSid,
        error: { ...refusal, message: refusal.message },
      });
      return;
    }
    const { account, createMedia, onCall } = this.#options;
    const parameters = readParameters(payload);
    const offer = { sdp: readText(payload, 'sdp'), temporaryCallSid };
    const line = new ClientLine({ connection, account, media: createMedia(), offer });
    const from = `client:${connection.identity ?? ''}`;
    const leg = this.#keep(new Leg(line, { direction: 'inbound', from, to: parameters['To'] ?? '' }), line);
    onCall({ leg, parameters: { ...parameters, ...connection.session?.token.applicationParameters } });
  }

  #refusalOfCall(connection: SignallingConnection): OrderedError | null {
    const { account, sessions, misbehaviour } = this.#options;
    const refusal = misbehaviour.takeError('invite') ?? sessions.refusalOf(connection);
    if (refusal) return refusal;
    const applicationSid = connection.session?.token.applicationSid;
    if (!applicationSid) return new TwilioError(31002, 'the token grants no outgoing calls');
    return applicationSid === account.applicationSid ? null : new TwilioError(31001, applicationSid);
  }

  /** After a lost socket, after a new token during a call, or by connect({ connectToken }) from another page. */
  async #reconnect(connection: SignallingConnection, payload: Payload): Promise<void> {
    const token = payload['reconnect'];
    const call = [...this.#calls.values()].find(({ line }) => line.reconnectToken === token);
    if (!call || call.line.connection.identity !== connection.identity) {
      this.#refuseReturn(connection, payload);
      return;
    }
    clearTimeout(call.lossTimer);
    this.#handOver(call, connection);
    const { line, leg } = call;
    const sdp = readText(payload, 'sdp');
    // The sound that still flows needs no new description; the SDK's offer is then one that we had.
    const description = line.media.isDescribedBy(sdp) ? {} : { sdp: await line.media.answerOffer(sdp) };
    connection.send('answer', { callsid: leg.callSid, reconnect: line.reconnectToken, ...description });
    // A page may also take a call that still rings in another one: it answers by taking it. Assumed.
    if (leg.direction === 'outbound-dial') leg.farEndAnswered();
  }

  /** Who loses a call to another page is not told by anybody else. */
  #handOver({ line, leg }: ClientCall, connection: SignallingConnection): void {
    if (line.connection === connection) return;
    const isRinging = leg.direction === 'outbound-dial' && !leg.wasAnswered;
    line.connection.send(isRinging ? 'cancel' : 'hangup', { callsid: leg.callSid });
    line.connection = connection;
  }

  #refuseReturn(connection: SignallingConnection, { callsid, reconnect }: Payload): void {
    const isOver = this.#finishedReconnectTokens.has(reconnect);
    const { code, message } = new TwilioError(31209);
    connection.send('hangup', { callsid, ...(!isOver && { error: { code, message } }) });
  }

  #waitForReturn(call: ClientCall): void {
    const announced = call.line.connection.reconnectTimeoutInMilliseconds;
    clearTimeout(call.lossTimer);
    call.lossTimer = setTimeout(
      () => call.leg.farEndEnded('completed'),
      Math.max(announced, SHORTEST_GRACE_IN_MILLISECONDS),
    );
    // A process that has nothing else to do does not wait for somebody who may never return.
    call.lossTimer.unref();
  }

  /** A client may speak of its own calls only; after an outage it does so from another socket. */
  #find(connection: SignallingConnection, payload: Payload): ClientCall | undefined {
    const call = this.#calls.get(readText(payload, 'callsid'));
    if (!call || call.line.connection === connection) return call;
    const { connection: former } = call.line;
    if (former.isOpen || former.identity !== connection.identity) return undefined;
    call.line.connection = connection;
    return call;
  }

  #keep(leg: Leg, line: ClientLine): Leg {
    const call: ClientCall = { leg, line };
    const ids = [leg.callSid, ...(line.offer ? [line.offer.temporaryCallSid] : [])];
    for (const id of ids) this.#calls.set(id, call);
    void leg.ended.then(() => {
      clearTimeout(call.lossTimer);
      this.#finishedReconnectTokens.add(line.reconnectToken);
      for (const id of ids) this.#calls.delete(id);
    });
    return leg;
  }
}

function endingOfHangUp(leg: Leg) {
  if (leg.wasAnswered) return 'completed';
  return leg.direction === 'inbound' ? 'canceled' : 'busy';
}

/** `k=v&k=v`, each part by encodeURIComponent (call.js, at makeOutgoingCall). */
function readParameters(payload: Payload): Record<string, string> {
  const { twilio } = payload as { twilio?: { params?: string } };
  return Object.fromEntries(new URLSearchParams((twilio?.params ?? '').replaceAll('+', '%2B')));
}
