import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account } from './account.js';
import { TwilioError } from './twilio-error.js';

/** What a valid access token allows its bearer. */
export interface AccessToken {
  readonly identity: string;
  readonly expiresAtInSeconds: number;
  readonly mayTakeCalls: boolean;
  /** The application that answers this bearer's own calls; null when it may not call. */
  readonly applicationSid: string | null;
  /** Parameters that the token's maker signed for every outgoing call. */
  readonly applicationParameters: Readonly<Record<string, string>>;
}

/**
 * Checks an access token as Twilio does and says what it grants.
 * Throws `TwilioError` with the number of the wire: 31204 (the SDK makes it 20101), 31202, 31205 (20104), 31207.
 * The fields are those that AccessToken.js of the `twilio` package writes; which flaw earns which number is
 * documented at twilio.com/docs/api/errors/31202 to 31207, and assumed where those pages overlap.
 */
export function checkAccessToken(token: unknown, account: Account, nowInSeconds: number): AccessToken {
  const { header, claims, signed, signature } = decode(token);
  if (header['typ'] !== 'JWT' || header['cty'] !== 'twilio-fpa;v=1') {
    throw new TwilioError(31204, 'the header is not that of a Twilio access token');
  }
  if (claims['iss'] !== account.apiKeySid) throw new TwilioError(31204, 'the issuer is not an API key here');
  if (claims['sub'] !== account.accountSid) throw new TwilioError(31204, 'the subject is not this account');
  checkSignature(header['alg'], signed, signature, account.apiKeySecret);
  const expiresAtInSeconds = checkLifetime(claims, nowInSeconds);
  return { ...readGrants(claims['grants']), expiresAtInSeconds };
}

const digests = new Map<unknown, string>([
  ['HS256', 'sha256'],
  ['HS384', 'sha384'],
  ['HS512', 'sha512'],
]);

const longestLifetimeInSeconds = 24 * 60 * 60;

type Fields = Record<string, unknown>;

function decode(token: unknown) {
  const parts = typeof token === 'string' ? token.split('.') : [];
  const [header, claims, signature] = parts;
  if (!header || !claims || !signature || parts.length !== 3) throw new TwilioError(31204, 'not a JWT');
  return {
    header: parseFields(header),
    claims: parseFields(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function parseFields(part: string): Fields {
  try {
    return asFields(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    throw new TwilioError(31204, 'a part of the JWT is not JSON');
  }
}

function checkSignature(algorithm: unknown, signed: string, signature: Buffer, secret: string): void {
  const digest = digests.get(algorithm);
  if (!digest) throw new TwilioError(31204, `the algorithm ${String(algorithm)} is not allowed`);
  const expected = createHmac(digest, secret).update(signed).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new TwilioError(31202);
}

function checkLifetime(claims: Fields, nowInSeconds: number): number {
  const { exp, iat, nbf } = claims;
  if (typeof exp !== 'number') throw new TwilioError(31204, 'exp is missing');
  if (typeof nbf === 'number' && nbf > nowInSeconds)
    throw new TwilioError(31204, 'the token is not valid yet');
  if (exp <= nowInSeconds) throw new TwilioError(31205);
  if (typeof iat === 'number' && exp - iat > longestLifetimeInSeconds) throw new TwilioError(31207);
  return exp;
}

function readGrants(value: unknown) {
  const grants = asFields(value);
  const { identity } = grants;
  if (typeof identity !== 'string' || identity === '')
    throw new TwilioError(31204, 'the identity is missing');
  if (grants['voice'] === undefined) throw new TwilioError(31204, 'the voice grant is missing');
  const voice = asFields(grants['voice']);
  const outgoing = asFields(voice['outgoing']);
  return {
    identity,
    mayTakeCalls: asFields(voice['incoming'])['allow'] === true,
    applicationSid: typeof outgoing['application_sid'] === 'string' ? outgoing['application_sid'] : null,
    applicationParameters: asTexts(asFields(outgoing['params'])),
  };
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function asTexts(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
