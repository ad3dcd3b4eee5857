import AccessToken from 'twilio/lib/jwt/AccessToken.js';
import type { Account } from '../../../demo/local-twilio/index.js';

/** What a token is to say; everything has a good default. */
export interface TokenWishes {
  readonly identity: string;
  readonly ttlInSeconds?: number;
  readonly incomingAllow?: boolean;
  /** null: no outgoing calls. Default: the account's application. */
  readonly applicationSid?: string | null;
  readonly applicationParameters?: Readonly<Record<string, string>>;
}

/** A token as a backend makes it, by Twilio's own library. */
export function createToken(account: Account, wishes: TokenWishes): string {
  const {
    identity,
    ttlInSeconds = 3600,
    incomingAllow = true,
    applicationSid = account.applicationSid,
  } = wishes;
  const { accountSid, apiKeySid, apiKeySecret } = account;
  const token = new AccessToken(accountSid, apiKeySid, apiKeySecret, { identity, ttl: ttlInSeconds });
  token.addGrant(
    new AccessToken.VoiceGrant({
      incomingAllow,
      ...(applicationSid !== null && { outgoingApplicationSid: applicationSid }),
      ...(wishes.applicationParameters && { outgoingApplicationParams: wishes.applicationParameters }),
    }),
  );
  return token.toJwt();
}
