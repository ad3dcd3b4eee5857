import { expect } from '@open-wc/testing';
import { readTokenAnswer } from '../../src/browser/read-token-answer.js';
import { PhoneError } from '../../src/core/phone-error.js';

/** A JWT as Twilio's libraries make them, with a signature that means nothing. */
function createToken(claims: object): string {
  const encode = (value: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const base64 = btoa(String.fromCharCode(...bytes));
    return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.signature`;
}

describe('a token answer', () => {
  it('needs no more than a token', () => {
    expect(readTokenAnswer({ token: 'opaque' })).to.deep.equal({
      token: 'opaque',
      lifetimeInSeconds: null,
      issuedAt: null,
      edge: null,
    });
  });

  it('says how long its token lives and when it was issued', () => {
    const token = createToken({ iat: 1_700_000_000, exp: 1_700_003_600, grants: { identity: 'alice' } });
    const { lifetimeInSeconds, issuedAt } = readTokenAnswer({ token });
    expect(lifetimeInSeconds).to.equal(3600);
    expect(issuedAt).to.equal(1_700_000_000);
  });

  it('is read whatever letters the claims hold', () => {
    const token = createToken({ iat: 100, exp: 160, grants: { identity: 'Zoë ≈ ÿÿÿ?>' } });
    expect(readTokenAnswer({ token }).lifetimeInSeconds).to.equal(60);
  });

  it('names the edge that the backend chose', () => {
    expect(readTokenAnswer({ token: 'opaque', edge: 'dublin' }).edge).to.equal('dublin');
  });

  const tokensWithoutLifetime: readonly (readonly [string, string])[] = [
    ['no JWT', 'abc'],
    ['no JSON inside', 'a.b.c'],
    ['a list inside', `a.${btoa('[1]')}.c`],
    ['null inside', `a.${btoa('null')}.c`],
    ['an end before its beginning', createToken({ iat: 200, exp: 100 })],
    ['times that are text', createToken({ iat: '1', exp: '2' })],
    ['endless times', `a.${btoa('{"iat":1,"exp":1e999}')}.c`],
    ['no issue time', createToken({ exp: 1_700_003_600 })],
  ];
  for (const [what, token] of tokensWithoutLifetime) {
    it(`takes a token with ${what}, and says nothing of its life`, () => {
      expect(readTokenAnswer({ token })).to.include({ token, lifetimeInSeconds: null });
    });
  }

  const answersWithoutToken: readonly unknown[] = [
    null,
    undefined,
    'a.b.c',
    42,
    [],
    {},
    { token: '' },
    { token: 1 },
  ];
  for (const answer of answersWithoutToken) {
    it(`is refused when it is ${JSON.stringify(answer)}`, () => {
      expect(() => readTokenAnswer(answer))
        .to.throw(PhoneError)
        .with.property('code', 'token-answer-invalid');
    });
  }

  it('never appears in its own refusal', () => {
    const secret = 'eyJhbGciOi.secret.secret';
    try {
      readTokenAnswer({ jwt: secret });
      expect.fail('was taken');
    } catch (error) {
      expect(JSON.stringify(error) + String(error)).not.to.contain('secret');
    }
  });
});
