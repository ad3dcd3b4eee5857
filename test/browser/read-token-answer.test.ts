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

/** What a token for calls grants. */
const grants = { identity: 'alice', voice: { incoming: { allow: true } } };

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
    const token = createToken({ iat: 1_700_000_000, exp: 1_700_003_600, grants });
    const { lifetimeInSeconds, issuedAt } = readTokenAnswer({ token });
    expect(lifetimeInSeconds).to.equal(3600);
    expect(issuedAt).to.equal(1_700_000_000);
  });

  it('is read whatever letters the claims hold', () => {
    const token = createToken({ iat: 100, exp: 160, grants: { ...grants, identity: 'Zoë ≈ ÿÿÿ?>' } });
    expect(readTokenAnswer({ token }).lifetimeInSeconds).to.equal(60);
  });

  it('names the edge that the backend chose', () => {
    expect(readTokenAnswer({ token: 'opaque', edge: 'dublin' }).edge).to.equal('dublin');
  });

  it('says what the backend does for a call, and where', () => {
    const actions = { url: '/api/calls', methods: ['record', 'end'] };
    expect(readTokenAnswer({ token: 'opaque', actions }).actions).to.deep.equal({
      url: new URL('/api/calls', document.baseURI).href,
      methods: ['end', 'record'],
    });
  });

  it('leaves out what no phone knows', () => {
    const actions = { url: '/calls', methods: ['end', 'fly', 7, null] };
    expect(readTokenAnswer({ token: 'opaque', actions }).actions?.methods).to.deep.equal(['end']);
  });

  const strangeActions: readonly unknown[] = [
    null,
    'end',
    [],
    { url: '/api/calls' },
    { url: '/api/calls', methods: 'end' },
    { url: '/api/calls', methods: [] },
    { url: '/api/calls', methods: ['fly'] },
    { url: 7, methods: ['end'] },
    { url: 'javascript:alert(1)', methods: ['end'] },
    { url: 'http://[', methods: ['end'] },
  ];
  for (const actions of strangeActions) {
    it(`offers nothing for ${JSON.stringify(actions)}`, () => {
      expect(readTokenAnswer({ token: 'opaque', actions })).not.to.have.property('actions');
    });
  }

  const tokensWithoutLifetime: readonly (readonly [string, string])[] = [
    ['no JWT', 'abc'],
    ['no JSON inside', 'a.b.c'],
    ['a list inside', `a.${btoa('[1]')}.c`],
    ['null inside', `a.${btoa('null')}.c`],
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

  const uselessTokens: readonly (readonly [string, object, string | undefined])[] = [
    ['no identity', { ...grants, identity: undefined }, 'identity'],
    ['an empty identity', { ...grants, identity: '' }, 'identity'],
    ['no voice grant, as a token for video has', { identity: 'alice', video: {} }, 'voice'],
    ['empty grants', {}, 'identity'],
  ];
  for (const [what, granted, missing] of uselessTokens) {
    it(`is refused for a token with ${what}: Twilio would only say "invalid"`, () => {
      const token = createToken({ iat: 100, exp: 160, grants: granted });
      const error = refusalOf({ token });
      expect(error.code).to.equal('token-grants-missing');
      expect(error.parameters).to.deep.equal({ missing });
    });
  }

  const incomingRows: readonly (readonly [string, unknown, boolean | undefined])[] = [
    ['allows it', { incoming: { allow: true } }, undefined],
    ['forbids it', { incoming: { allow: false } }, false],
    ['says nothing of it', { outgoing: { application_sid: 'AP0' } }, false],
    ['holds nonsense', 'yes', false],
  ];
  for (const [what, voice, isAllowed] of incomingRows) {
    it(`knows whether calls may come with a token whose voice grant ${what}`, () => {
      const token = createToken({ grants: { identity: 'alice', voice } });
      expect(readTokenAnswer({ token }).isIncomingAllowed).to.equal(isAllowed);
    });
  }

  it('says nothing of a token that says nothing of grants', () => {
    const token = createToken({ iat: 100, exp: 160 });
    expect(readTokenAnswer({ token })).not.to.have.property('isIncomingAllowed');
  });

  const lives: readonly (readonly [string, object, number | null, boolean])[] = [
    ['an end before its beginning', { iat: 200, exp: 100 }, null, true],
    ['an end before it was answered', { iat: 100, exp: 160 }, 161, true],
    ['an end in the very second of the answer', { iat: 100, exp: 160 }, 160, true],
    ['some life left by the server’s clock, however late it is here', { iat: 100, exp: 160 }, 159, false],
    ['an end long ago, and no word of the server about the time', { iat: 100, exp: 160 }, null, false],
    ['no end', { iat: 100 }, 1e9, false],
  ];
  for (const [what, times, servedAt, isRefused] of lives) {
    it(`${isRefused ? 'refuses' : 'takes'} a token with ${what}`, () => {
      const answer = { token: createToken({ ...times, grants }) };
      if (isRefused) expect(refusalOf(answer, servedAt).code).to.equal('token-expired-on-arrival');
      else expect(readTokenAnswer(answer, [], servedAt).token).to.equal(answer.token);
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

function refusalOf(answer: unknown, servedAt: number | null = null): PhoneError {
  try {
    readTokenAnswer(answer, [], servedAt);
  } catch (error) {
    if (error instanceof PhoneError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
