import twilio from 'twilio';
import type { TwilioAccount } from './twilio-account.js';

const { AccessToken } = twilio.jwt;

/** Short, so that a stolen token soon stops working; the phone asks for a new one by itself. */
const LIFETIME_IN_SECONDS = 900;

/**
 * A token that lets this identity take calls, and place them through the TwiML App.
 * @see https://www.twilio.com/docs/iam/access-tokens
 */
export function createAccessToken(account: TwilioAccount, identity: string): string {
  const token = new AccessToken(account.accountSid, account.apiKeySid, account.apiKeySecret, {
    identity,
    ttl: LIFETIME_IN_SECONDS,
  });
  token.addGrant(
    new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: account.applicationSid }),
  );
  return token.toJwt();
}
