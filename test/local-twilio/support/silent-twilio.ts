import { startLocalTwilio } from '../../../demo/local-twilio/index.js';
import type { LocalTwilio, LogEntry } from '../../../demo/local-twilio/index.js';
import type { MediaPath } from '../../../demo/local-twilio/media/media-path.js';
import type { Sounds } from '../../../demo/local-twilio/twiml/twiml-run.js';
import { FakePeer } from './fake-peer.js';
import { quickSounds } from './quick-sounds.js';
import { SocketClient } from './socket-client.js';
import { createToken } from './tokens.js';
import type { TokenWishes } from './tokens.js';
import { startTwimlServer } from './twiml-server.js';
import type { TwimlServer } from './twiml-server.js';

/** A local Twilio without sound, its webhook, and what it logged. */
export interface SilentTwilio {
  readonly twilio: LocalTwilio;
  readonly webhook: TwimlServer;
  readonly log: LogEntry[];
  readonly peers: FakePeer[];
  /** A client's socket that has said nothing yet. */
  open(): Promise<SocketClient>;
  /** A client that has presented its token. */
  connect(wishes: TokenWishes): Promise<SocketClient>;
  /** A client that is registered. */
  register(identity: string): Promise<SocketClient>;
  stop(): Promise<void>;
}

/** Starts it; the application's voice URL is `/application`, the number's `/number`. */
export async function startSilentTwilio(sounds: Sounds = quickSounds): Promise<SilentTwilio> {
  const log: LogEntry[] = [];
  const peers: FakePeer[] = [];
  const clients: SocketClient[] = [];
  const createPeer = (path: MediaPath) => {
    const peer = new FakePeer(path);
    peers.push(peer);
    return peer;
  };
  const twilio = await startLocalTwilio({ log: (entry) => log.push(entry), createPeer, sounds });
  const webhook = await startTwimlServer();
  twilio.configure({
    applicationVoiceUrl: `${webhook.address}/application`,
    phoneNumberVoiceUrl: `${webhook.address}/number`,
  });

  const open = async () => {
    const client = await SocketClient.open(twilio.address, '/signal');
    clients.push(client);
    return client;
  };
  const connect = async (wishes: TokenWishes) => {
    const client = await open();
    client.say('listen', { token: createToken(twilio.account, wishes), reconnectTimeout: 30 });
    await client.hear('connected');
    return client;
  };
  const register = async (identity: string) => {
    const client = await connect({ identity });
    client.say('register', { media: { audio: true } });
    await client.hear('ready');
    return client;
  };
  const stop = async () => {
    for (const client of clients) client.vanish();
    await twilio.stop();
    await webhook.stop();
  };
  return { twilio, webhook, log, peers, open, connect, register, stop };
}
