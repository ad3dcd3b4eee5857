/**
 * Local Twilio: a telephone network on this machine that the unmodified Voice SDK takes for Twilio.
 * README.md beside this file says what it covers and where each behaviour comes from.
 */
import type { AddressInfo } from 'node:net';
import { createAccount } from './account.js';
import type { Account } from './account.js';
import { EventGateway } from './event-gateway.js';
import type { GatewayPost } from './event-gateway.js';
import type { Leg } from './leg.js';
import { listen } from './listen.js';
import { logToTerminal } from './log.js';
import type { Log } from './log.js';
import type { MediaPeer } from './media/audio.js';
import type { MediaPath } from './media/media-path.js';
import { createMediaPeer } from './media/media-peer.js';
import { misbehave } from './misbehave.js';
import type { MisbehaviourRequest } from './misbehaviour.js';
import { Network } from './network.js';
import { startOutsideCall } from './outside-call.js';
import type { OutsideCall, OutsideCallOptions } from './outside-call.js';
import { sounds } from './sounds.js';
import type { Sounds } from './twiml/twiml-run.js';
import { createWebServer } from './web-server.js';
import type { WireFrame } from './wire.js';

export type {
  Account,
  GatewayPost,
  Leg,
  Log,
  MisbehaviourRequest,
  OutsideCall,
  OutsideCallOptions,
  WireFrame,
};
export type { LogEntry } from './log.js';

/** How local Twilio is started. */
export interface LocalTwilioOptions {
  /** Default: any free port. A port that is taken gives way to the next free one. */
  readonly port?: number;
  readonly account?: Partial<Account>;
  /** Default: warnings and errors go to the terminal. */
  readonly log?: Log;
  /** Another media stack, or a stand-in for tests without sound. */
  readonly createPeer?: (path: MediaPath) => MediaPeer;
  /** Other sounds, for tests that do not wait for a sentence to be spoken. */
  readonly sounds?: Sounds;
}

/** Where Twilio asks what to do with a call. */
export interface WebhookAddresses {
  /** For calls that clients make: the TwiML application's voice URL. */
  readonly applicationVoiceUrl?: string;
  /** For calls to the account's number. */
  readonly phoneNumberVoiceUrl?: string;
}

/** A running local Twilio. */
export interface LocalTwilio {
  /** `http://localhost:PORT`; a page loads `/reroute.js` from here before it loads the SDK. */
  readonly address: string;
  readonly account: Account;
  /** All legs since the start, the oldest first. */
  readonly calls: readonly Leg[];
  /** All signalling frames since the start, the oldest first. */
  readonly wire: readonly WireFrame[];
  /** What was posted to the event gateway. */
  readonly gatewayPosts: readonly GatewayPost[];
  /** Who is registered. */
  readonly identities: readonly string[];
  /** Names the voice webhooks; what is left out stays. */
  configure(addresses: WebhookAddresses): void;
  /** An outside caller rings the account's number. */
  callPhoneNumber(options: OutsideCallOptions): OutsideCall;
  misbehave(request: MisbehaviourRequest): Promise<void>;
  /** Ends all calls and closes the port. */
  stop(): Promise<void>;
}

/** Starts local Twilio. It can be reached from this machine only. */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const account = createAccount(options.account);
  const log = options.log ?? logToTerminal;
  let isStopping = false;
  const network = new Network({
    account,
    // Calls that stop with everything else fail at webhooks that are gone too: nobody needs to read of it.
    log: (entry) => isStopping || log(entry),
    sounds: options.sounds ?? sounds,
    createPeer: options.createPeer ?? createMediaPeer,
  });
  const eventGateway = new EventGateway();
  const { server, close } = createWebServer(network, eventGateway);
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://localhost:${port}`,
    account,
    calls: network.legs,
    wire: network.wire.frames,
    gatewayPosts: eventGateway.posts,
    get identities() {
      return network.registrar.identities;
    },
    configure({ applicationVoiceUrl, phoneNumberVoiceUrl }) {
      const { application, phoneNumber } = network.webhooks;
      network.webhooks = {
        application: applicationVoiceUrl ? { url: applicationVoiceUrl, method: 'POST' } : application,
        phoneNumber: phoneNumberVoiceUrl ? { url: phoneNumberVoiceUrl, method: 'POST' } : phoneNumber,
      };
    },
    callPhoneNumber: (call) => startOutsideCall(network, call),
    misbehave: (request) => misbehave(network, request),
    async stop() {
      isStopping = true;
      for (const leg of network.legs) leg.hangUp('completed');
      await close();
    },
  };
}
