import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { csrf } from 'hono/csrf';
import { createAccessToken } from './access-token.js';
import { customers } from './customers.js';
import { createPages } from './pages.js';
import { Sessions } from './session.js';
import type { TwilioAccount } from './twilio-account.js';
import { createWebhooks } from './webhooks.js';

/** What the demo's server is made of. */
export interface AppOptions {
  readonly account: TwilioAccount;
  /** Local Twilio's address, or null with a real account. */
  readonly localTwilioAddress: string | null;
  /** Lets a made-up voice call the portal; null with a real account. */
  readonly callByVoice: ((from: string) => void) | null;
  /** The address that Twilio calls, when it is not the one that requests arrive at. */
  readonly publicAddress: string | null;
  /** With a real account: what a visitor must know, because calls cost money. The user name is `demo`. */
  readonly password: string | null;
}

/** The whole demo server, as one function from request to response. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const sessions = new Sessions();

  // Before the password: Twilio has none, it signs.
  app.route('/', createWebhooks(options.account, options.publicAddress));
  if (options.password !== null) app.use(basicAuth({ username: 'demo', password: options.password }));

  app.get('/api/twilio/token', async (context) => {
    context.header('Cache-Control', 'no-store');
    const identity = await sessions.findIdentity(context);
    if (identity === null) return context.json({ error: 'Nobody is signed in.' }, 401);
    return context.json({ token: createAccessToken(options.account, identity), preflight: true });
  });

  app.get('/api/demo', (context) =>
    context.json({
      phoneNumber: options.account.phoneNumber,
      localTwilioAddress: options.localTwilioAddress,
      customers,
    }),
  );
  app.post('/api/demo/voice-call', csrf(), (context) => {
    if (options.callByVoice === null) return context.json({ error: 'Only local Twilio has voices.' }, 404);
    options.callByVoice(customers[0]?.phoneNumber ?? options.account.phoneNumber);
    return context.body(null, 204);
  });

  app.route('/', createPages(sessions, options.localTwilioAddress));
  return app;
}
