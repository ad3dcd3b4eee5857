import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { startLocalTwilio } from '../local-twilio/index.js';
import type { LocalTwilio } from '../local-twilio/index.js';
import { createApp } from './app.js';
import { listen } from './listen.js';
import type { TwilioAccount } from './twilio-account.js';

/** How a demo is started. */
export interface DemoOptions {
  /** Where the pages should be; the next free port is taken instead when it is in use, 0 takes any. */
  readonly port?: number;
  readonly localTwilioPort?: number;
  /** A real account; without one local Twilio is started. */
  readonly account?: TwilioAccount | null;
  readonly publicAddress?: string | null;
  readonly password?: string | null;
}

/** A demo that runs. */
export interface Demo {
  readonly port: number;
  readonly portalAddress: string;
  readonly phoneBoothAddress: string;
  /** Null with a real account. */
  readonly localTwilio: LocalTwilio | null;
  stop(): Promise<void>;
}

/** Starts the pages, the token endpoint and the voice webhook, and local Twilio unless an account is given. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const localTwilio = options.account ? null : await startLocalTwilio({ port: options.localTwilioPort ?? 0 });
  const account = options.account ?? localTwilio?.account;
  if (!account) throw new Error('There is neither an account nor a local Twilio.');
  const app = createApp({
    account,
    localTwilioAddress: localTwilio?.address ?? null,
    callByVoice: localTwilio && ((from) => void localTwilio.callPhoneNumber({ from, as: 'voice' })),
    publicAddress: options.publicAddress ?? null,
    password: options.password ?? null,
  });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, options.port ?? 0);
  const address = `http://localhost:${port}`;
  localTwilio?.configure({
    applicationVoiceUrl: `${address}/api/twilio/voice`,
    phoneNumberVoiceUrl: `${address}/api/twilio/voice`,
  });

  return {
    port,
    portalAddress: `${address}/`,
    phoneBoothAddress: `${address}/phone-booth/`,
    localTwilio,
    async stop() {
      await localTwilio?.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
