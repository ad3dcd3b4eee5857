import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { Account } from '../account.js';
import type { Leg } from '../leg.js';
import { TwilioError } from '../twilio-error.js';

/** Where TwiML is fetched. */
export interface Webhook {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** Twilio waits so long for an answer: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const TIMEOUT_IN_MILLISECONDS = 15_000;

const twimlContentTypes = /^(text\/xml|application\/xml|text\/html)\b/;

/** Twilio's parameters about a leg, as each request to a voice webhook carries them. */
export function describeLeg(leg: Leg, account: Account): Record<string, string> {
  return {
    CallSid: leg.callSid,
    AccountSid: account.accountSid,
    From: leg.from,
    To: leg.to,
    Caller: leg.from,
    Called: leg.to,
    CallStatus: leg.status,
    Direction: leg.direction,
    ApiVersion: '2010-04-01',
    ...(leg.callerName !== null && { CallerName: leg.callerName }),
    ...(leg.from.startsWith('client:') && { ApplicationSid: account.applicationSid }),
  };
}

/**
 * Asks a voice webhook for TwiML, signed as Twilio signs. Throws `TwilioError`: 11100 for an address that is none,
 * 11205 when nobody answers in time, 11200 for a bad status, 12300 for an answer that is no XML.
 */
export async function fetchTwiml(
  webhook: Webhook,
  parameters: Readonly<Record<string, string>>,
  authToken: string,
): Promise<string> {
  const request = createSignedRequest(webhook, parameters, authToken);
  const response = await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_IN_MILLISECONDS) }).catch(
    (error: unknown) => {
      throw new TwilioError(11205, `${webhook.url} (${String(error)})`);
    },
  );
  if (!response.ok) throw new TwilioError(11200, `${webhook.url} answered ${response.status}`);
  const contentType = response.headers.get('content-type') ?? '';
  if (!twimlContentTypes.test(contentType)) {
    throw new TwilioError(12300, `${webhook.url} answered "${contentType}"`);
  }
  return response.text();
}

function createSignedRequest(
  { url, method }: Webhook,
  parameters: Readonly<Record<string, string>>,
  authToken: string,
): Request {
  const address = parseAddress(url);
  if (method === 'GET') {
    for (const [name, value] of Object.entries(parameters)) address.searchParams.append(name, value);
    const signature = getExpectedTwilioSignature(authToken, address.href, {});
    return new Request(address, { headers: { 'X-Twilio-Signature': signature } });
  }
  const signature = getExpectedTwilioSignature(authToken, address.href, { ...parameters });
  return new Request(address, {
    method,
    headers: { 'X-Twilio-Signature': signature },
    body: new URLSearchParams(parameters),
  });
}

function parseAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol)) throw new TwilioError(11100, url);
  return address;
}
