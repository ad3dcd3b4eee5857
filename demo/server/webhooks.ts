import { Hono } from 'hono';
import twilio from 'twilio';
import { instructAfterDial, instructCall } from './call-instructions.js';
import type { WebhookParameters } from './call-instructions.js';
import { findCustomerName } from './customers.js';
import { demoIdentity } from './session.js';
import type { TwilioAccount } from './twilio-account.js';

const DIAL_DONE_PATH = '/api/twilio/dial-done';

/**
 * What Twilio asks us: what to do with a new call, and what after it rang in vain. Every request must carry
 * Twilio's signature.
 * @param publicAddress The address that Twilio knows us by when a proxy stands between, else null.
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 */
export function createWebhooks(account: TwilioAccount, publicAddress: string | null): Hono {
  const webhooks = new Hono();

  async function answer(
    request: Request,
    instruct: (parameters: WebhookParameters) => string,
  ): Promise<Response> {
    const parameters = Object.fromEntries(new URLSearchParams(await request.text()));
    const signature = request.headers.get('X-Twilio-Signature') ?? '';
    const url = urlSeenByTwilio(request.url, publicAddress);
    if (!twilio.validateRequest(account.authToken, signature, url, parameters)) {
      return new Response('This request is not signed by Twilio.', { status: 403 });
    }
    return new Response(instruct(parameters), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
  }

  webhooks.post('/api/twilio/voice', (context) =>
    answer(context.req.raw, (parameters) =>
      instructCall(parameters, {
        identity: demoIdentity,
        dialDoneUrl: DIAL_DONE_PATH,
        phoneNumber: account.phoneNumber,
        findName: findCustomerName,
      }),
    ),
  );
  webhooks.post(DIAL_DONE_PATH, (context) => answer(context.req.raw, instructAfterDial));
  return webhooks;
}

function urlSeenByTwilio(requestUrl: string, publicAddress: string | null): string {
  if (publicAddress === null) return requestUrl;
  const { pathname, search } = new URL(requestUrl);
  return publicAddress.replace(/\/$/, '') + pathname + search;
}
