import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { checkAccessToken } from '../../demo/local-twilio/access-token.js';
import { createAccount } from '../../demo/local-twilio/account.js';
import { TwilioError } from '../../demo/local-twilio/twilio-error.js';
import { createToken } from './support/tokens.js';

const account = createAccount();
const now = 1_800_000_000;

interface Flaws {
  readonly header?: object;
  readonly claims?: object;
  readonly grants?: object;
  readonly secret?: string;
}

/** A token by hand: what Twilio's library would never write. */
function forge({ header, claims, grants, secret = account.apiKeySecret }: Flaws): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = [
    encode({ typ: 'JWT', alg: 'HS256', cty: 'twilio-fpa;v=1', ...header }),
    encode({
      iss: account.apiKeySid,
      sub: account.accountSid,
      iat: now - 10,
      exp: now + 600,
      grants: { identity: 'alice', voice: { incoming: { allow: true } }, ...grants },
      ...claims,
    }),
  ].join('.');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

function codeOf(token: unknown): number | 'good' {
  try {
    checkAccessToken(token, account, now);
    return 'good';
  } catch (error) {
    assert.ok(error instanceof TwilioError);
    return error.code;
  }
}

const table: readonly [string, unknown, number | 'good'][] = [
  ['a good token', forge({}), 'good'],
  ['a token that lasts a day', forge({ claims: { iat: now, exp: now + 86_400 } }), 'good'],
  ['no token', undefined, 31204],
  ['a number', 42, 31204],
  ['a word', 'not-a-jwt', 31204],
  ['two parts', forge({}).split('.').slice(0, 2).join('.'), 31204],
  ['four parts', `${forge({})}.x`, 31204],
  ['parts that are not JSON', 'a.b.c', 31204],
  ['the header of another kind of JWT', forge({ header: { cty: undefined } }), 31204],
  ['no signature algorithm', forge({ header: { alg: 'none' } }), 31204],
  ['an unknown API key', forge({ claims: { iss: 'SK00000000000000000000000000000000' } }), 31204],
  ['another account', forge({ claims: { sub: 'AC00000000000000000000000000000000' } }), 31204],
  ['another secret', forge({ secret: 'guessed' }), 31202],
  ['a token of which a letter was changed', changeClaims(forge({})), 31202],
  ['no expiry', forge({ claims: { exp: undefined } }), 31204],
  ['a token that expires this second', forge({ claims: { exp: now } }), 31205],
  ['a token that expires in a second', forge({ claims: { exp: now + 1 } }), 'good'],
  ['a token for tomorrow', forge({ claims: { nbf: now + 60 } }), 31204],
  ['a token that lasts longer than a day', forge({ claims: { iat: now, exp: now + 86_401 } }), 31207],
  ['no identity', forge({ grants: { identity: undefined } }), 31204],
  ['an empty identity', forge({ grants: { identity: '' } }), 31204],
  ['no voice grant', forge({ grants: { voice: undefined } }), 31204],
  ['no grants', forge({ claims: { grants: undefined } }), 31204],
];

for (const [name, token, expected] of table) {
  test(`${name} is ${expected === 'good' ? 'taken' : `refused with ${expected}`}`, () => {
    assert.equal(codeOf(token), expected);
  });
}

test('a token of the twilio library says what it grants', () => {
  const token = createToken(account, { identity: 'alice', applicationParameters: { tenant: '7' } });
  const { expiresAtInSeconds, ...granted } = checkAccessToken(token, account, Date.now() / 1000);
  assert.deepEqual(granted, {
    identity: 'alice',
    mayTakeCalls: true,
    applicationSid: account.applicationSid,
    applicationParameters: { tenant: '7' },
  });
  assert.ok(Math.abs(expiresAtInSeconds - Date.now() / 1000 - 3600) < 5);
});

test('a token without grants for calls grants none', () => {
  const token = createToken(account, { identity: 'alice', incomingAllow: false, applicationSid: null });
  const { mayTakeCalls, applicationSid } = checkAccessToken(token, account, Date.now() / 1000);
  assert.equal(mayTakeCalls, false);
  assert.equal(applicationSid, null);
});

function changeClaims(token: string): string {
  const [header, claims = '', signature] = token.split('.');
  const changed = Buffer.from(claims, 'base64url').toString().replace('alice', 'mallo');
  return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
}
