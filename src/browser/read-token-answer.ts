import { PhoneError } from '../core/phone-error.js';
import type { CallAction, TokenAnswer } from '../core/ports.js';

type Claims = Partial<Record<string, unknown>>;

/** Seconds since the epoch, by the clock of who made the token. */
interface Times {
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
}

/**
 * What a backend or a page answered, checked. Only `token` is required. Throws `token-answer-invalid`, which
 * never says what the answer was: it may hold a token; `token-grants-missing` and `token-expired-on-arrival`,
 * where the token itself says that nothing can be done with it.
 * @param origins where the access token may be shown: the page's own, and its token endpoint's.
 * @param servedAt when it was answered by the server's clock, in seconds, where that is known.
 */
export function readTokenAnswer(
  value: unknown,
  origins: readonly string[] = [location.origin],
  servedAt: number | null = null,
): TokenAnswer {
  const { token, edge, actions, preflight } = fieldsOf(value);
  if (typeof token !== 'string' || token === '') {
    throw new PhoneError('token-answer-invalid', 'The token answer has no "token".', { recoverable: true });
  }
  const claims = readClaims(token);
  const { issuedAt, expiresAt } = readTimes(claims);
  requireLife({ issuedAt, expiresAt }, servedAt);
  const grants = readGrants(claims['grants']);
  const lifetime = issuedAt === null || expiresAt === null ? 0 : expiresAt - issuedAt;
  return {
    token,
    lifetimeInSeconds: lifetime > 0 ? lifetime : null,
    issuedAt,
    edge: typeof edge === 'string' && edge !== '' ? edge : null,
    ...grants,
    ...readActions(actions, origins),
    ...(preflight === true && { isTestCallOffered: true }),
  };
}

const knownActions: readonly CallAction[] = ['end', 'hold', 'transfer', 'record'];

/** A backend that says it in another way offers nothing; nor does one elsewhere: the access token goes there. */
function readActions(value: unknown, origins: readonly string[]): Pick<TokenAnswer, 'actions'> {
  const { url, methods } = fieldsOf(value);
  if (typeof url !== 'string' || !Array.isArray(methods) || !URL.canParse(url, document.baseURI)) return {};
  const { protocol, origin, href } = new URL(url, document.baseURI);
  const offered = knownActions.filter((action) => methods.includes(action));
  if (!/^https?:$/.test(protocol) || offered.length === 0) return {};
  if (origins.includes(origin)) return { actions: { url: href, methods: offered } };
  warnOfOrigin(origin);
  return {};
}

const warnedOf = new Set<string>();

/** Each origin once, however often tokens come. */
function warnOfOrigin(origin: string): void {
  if (warnedOf.has(origin)) return;
  warnedOf.add(origin);
  console.warn(
    `twilio-phone: no call actions are used: actions.url is on ${origin}, neither this page’s origin nor token-url’s.`,
  );
}

/**
 * When the token was issued and when it ends, by the clock of who made it. Nothing is verified and nothing
 * else is believed: Twilio decides what the token is worth. A token that is no JWT says neither.
 */
function readTimes({ iat, exp }: Claims): Times {
  return { issuedAt: secondsOrNull(iat), expiresAt: secondsOrNull(exp) };
}

/** By the server's clocks alone. Without a word of the server's about the time, Twilio will tell. */
function requireLife({ issuedAt, expiresAt }: Times, servedAt: number | null): void {
  if (expiresAt === null || expiresAt > (servedAt ?? issuedAt ?? -Infinity)) return;
  const message = 'The token had expired when it was answered: check its ttl and the server’s clock.';
  throw new PhoneError('token-expired-on-arrival', message, { recoverable: true });
}

/** What a token for calls must say. One that says nothing of grants is for Twilio to judge. */
function readGrants(value: unknown): Pick<TokenAnswer, 'isIncomingAllowed'> {
  if (value === undefined) return {};
  const { identity, voice } = fieldsOf(value);
  if (typeof identity !== 'string' || identity === '') throw grantsMissing('identity');
  if (voice === undefined) throw grantsMissing('voice');
  const { incoming } = fieldsOf(voice);
  return fieldsOf(incoming)['allow'] === true ? {} : { isIncomingAllowed: false };
}

function grantsMissing(missing: 'identity' | 'voice'): PhoneError {
  const lack = missing === 'identity' ? 'no identity' : 'no VoiceGrant';
  const options = { parameters: { missing }, recoverable: true };
  return new PhoneError('token-grants-missing', `The token has ${lack}.`, options);
}

/** What the token says of itself; nothing for one that is no JWT. */
export function readClaims(token: string): Claims {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return fieldsOf(claims);
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Claims {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function secondsOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
