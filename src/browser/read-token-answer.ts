import { PhoneError } from '../core/phone-error.js';
import type { TokenAnswer } from '../core/ports.js';

/**
 * What a backend or a page answered, checked. Only `token` is required. Throws `token-answer-invalid`, which
 * never says what the answer was: it may hold a token.
 */
export function readTokenAnswer(value: unknown): TokenAnswer {
  const { token, edge } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<string, unknown>
  >;
  if (typeof token !== 'string' || token === '') {
    throw new PhoneError('token-answer-invalid', 'The token answer has no "token".', { recoverable: true });
  }
  const { issuedAt, expiresAt } = readTimes(token);
  const lifetime = issuedAt === null || expiresAt === null ? 0 : expiresAt - issuedAt;
  return {
    token,
    lifetimeInSeconds: lifetime > 0 ? lifetime : null,
    issuedAt,
    edge: typeof edge === 'string' && edge !== '' ? edge : null,
  };
}

/**
 * When the token was issued and when it ends, by the clock of who made it. Nothing is verified and nothing
 * else is believed: Twilio decides what the token is worth. A token that is no JWT says neither.
 */
function readTimes(token: string): { readonly issuedAt: number | null; readonly expiresAt: number | null } {
  const { iat, exp } = readClaims(token);
  return { issuedAt: secondsOrNull(iat), expiresAt: secondsOrNull(exp) };
}

function readClaims(token: string): Partial<Record<string, unknown>> {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

function secondsOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
