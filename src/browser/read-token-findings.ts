import type { TokenFindings } from '../core/diagnostics.js';
import type { TokenAnswer } from '../core/ports.js';
import { readClaims } from './read-token-answer.js';

/** What the token says about itself: nothing is verified, and the token is not handed on. */
export function readTokenFindings(answer: TokenAnswer, nowInMilliseconds: number): TokenFindings {
  const { grants } = readClaims(answer.token);
  const voice = fieldsOf(fieldsOf(grants)?.['voice']);
  const { issuedAt, lifetimeInSeconds } = answer;
  return {
    isReadable: issuedAt !== null || voice !== null,
    lifetimeInSeconds,
    clockAheadInSeconds: issuedAt === null ? null : Math.round(nowInMilliseconds / 1000 - issuedAt),
    mayReceiveCalls: voice && fieldsOf(voice['incoming'])?.['allow'] === true,
    mayPlaceCalls: voice && typeof fieldsOf(voice['outgoing'])?.['application_sid'] === 'string',
    isTestCallOffered: answer.isTestCallOffered ?? false,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}
