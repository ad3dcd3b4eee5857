import { expect } from '@open-wc/testing';
import { createTokenProviderSource, createTokenSource } from '../../src/browser/token-source.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { TokenSource } from '../../src/core/ports.js';

const secret = 'eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEwMCwiZXhwIjoxNjB9.c2VjcmV0';

async function failureOf(source: TokenSource): Promise<PhoneError> {
  try {
    await source.requestToken().answer;
  } catch (error) {
    if (error instanceof PhoneError) return error;
    throw error;
  }
  throw new Error('A token was given.');
}

describe('a token from an address', () => {
  const realFetch = globalThis.fetch;
  let requests: { readonly url: URL; readonly init: RequestInit }[] = [];
  let base: HTMLBaseElement | null = null;

  beforeEach(() => {
    requests = [];
  });

  afterEach(() => {
    globalThis.fetch = realFetch;
    base?.remove();
    base = null;
  });

  function answerWith(answer: () => Response | Promise<Response>): void {
    globalThis.fetch = async (input, init = {}) => {
      requests.push({ url: new URL(input instanceof Request ? input.url : input), init });
      return answer();
    };
  }

  function answerJson(value: unknown, status = 200): void {
    answerWith(() => Response.json(value, { status }));
  }

  async function requestOnce(tokenUrl: string): Promise<{ readonly url: URL; readonly init: RequestInit }> {
    answerJson({ token: secret });
    await createTokenSource({ tokenUrl }).requestToken().answer;
    const [request] = requests;
    if (!request) throw new Error('Nothing was requested.');
    return request;
  }

  it('is read from the guide’s own answer, { token }', async () => {
    answerJson({ token: secret });
    const answer = await createTokenSource({ tokenUrl: '/token' }).requestToken().answer;
    expect(answer).to.deep.equal({
      token: secret,
      lifetimeInSeconds: 60,
      issuedAt: 100,
      edge: null,
    });
  });

  it('is asked for with GET, past every cache, with the cookies of this site', async () => {
    const { init } = await requestOnce('/token');
    expect(init.method).to.equal(undefined);
    expect(init.cache).to.equal('no-store');
    expect(init.credentials).to.equal('same-origin');
    expect(new Headers(init.headers).get('Accept')).to.equal('application/json');
  });

  it('is asked for with the cookies that the page chose', async () => {
    answerJson({ token: secret });
    await createTokenSource({ tokenUrl: '/token', credentials: 'include' }).requestToken().answer;
    expect(requests[0]?.init.credentials).to.equal('include');
  });

  it('is asked for relative to the base of the page', async () => {
    base = document.createElement('base');
    base.href = '/deep/page/';
    document.head.append(base);
    const { url } = await requestOnce('token?for=phone');
    expect(url.href).to.equal(`${location.origin}/deep/page/token?for=phone`);
  });

  it('carries a header of ours on this site only: elsewhere it would cost a preflight', async () => {
    const here = await requestOnce('/token');
    expect(new Headers(here.init.headers).get('X-Twilio-Phone')).to.equal('1');
    requests = [];
    const elsewhere = await requestOnce('https://backend.example/token');
    expect(new Headers(elsewhere.init.headers).has('X-Twilio-Phone')).to.equal(false);
  });

  const badAddresses = [
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///etc/passwd',
    'http://',
    'blob:x',
  ];
  for (const tokenUrl of badAddresses) {
    it(`is not asked for at ${tokenUrl}`, async () => {
      answerJson({ token: secret });
      expect((await failureOf(createTokenSource({ tokenUrl }))).code).to.equal('token-url-invalid');
      expect(requests).to.deep.equal([]);
    });
  }

  for (const status of [401, 403]) {
    it(`needs the person to sign in when the answer is ${status}`, async () => {
      answerJson({ error: 'no' }, status);
      const failure = await failureOf(createTokenSource({ tokenUrl: '/token' }));
      expect(failure).to.include({ code: 'sign-in-required', recoverable: false });
      expect(failure.parameters).to.deep.equal({ status });
    });
  }

  for (const status of [400, 404, 429, 500, 503]) {
    it(`fails, and may be asked for again, when the answer is ${status}`, async () => {
      answerJson({ token: secret }, status);
      const failure = await failureOf(createTokenSource({ tokenUrl: '/token' }));
      expect(failure).to.include({ code: 'token-request-failed', recoverable: true });
      expect(failure.parameters).to.deep.equal({ status });
    });
  }

  it('is never fetched from where a redirect leads', async () => {
    const { init } = await requestOnce('/token');
    expect(init.redirect).to.equal('manual');
    const redirect = Object.create(Response.error(), {
      type: { value: 'opaqueredirect' },
      ok: { value: false },
      status: { value: 0 },
    }) as Response;
    answerWith(() => redirect);
    const failure = await failureOf(createTokenSource({ tokenUrl: '/token' }));
    expect(failure.code).to.equal('token-request-failed');
    expect(failure.message).to.contain('redirects');
  });

  it('fails when there is no network', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
    const failure = await failureOf(createTokenSource({ tokenUrl: '/token' }));
    expect(failure).to.include({ code: 'token-request-failed', recoverable: true });
    expect(failure.cause).to.include({ name: 'TypeError', message: 'Failed to fetch' });
  });

  const garbage: readonly (readonly [string, string])[] = [
    ['a sign-in page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['half of JSON', `{"token":"${secret}`],
    ['JSON without a token', `{"jwt":"${secret}"}`],
    ['a bare token', secret],
  ];
  for (const [what, body] of garbage) {
    it(`is not found in ${what}, which the error does not repeat`, async () => {
      answerWith(() => new Response(body));
      const failure = await failureOf(createTokenSource({ tokenUrl: '/token' }));
      expect(failure.code).to.equal('token-answer-invalid');
      expect(JSON.stringify([failure, failure.message, failure.cause])).not.to.contain('eyJ');
    });
  }

  const wordsForDevelopers: readonly (readonly [string, () => Response | Promise<Response>, RegExp])[] = [
    ['an HTML page', () => new Response('\n<!DOCTYPE html><title>Sign in</title>'), /HTML page/],
    ['text', () => new Response('error'), /not JSON/],
    ['JSON without a token', () => Response.json({ jwt: 'x' }), /no "token"/],
    ['a missing page', () => new Response('', { status: 404 }), /404/],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), /cannot be reached.*CORS/],
  ];
  for (const [what, answer, words] of wordsForDevelopers) {
    it(`tells the developer that ${what} came, and not just that it failed`, async () => {
      answerWith(answer);
      expect((await failureOf(createTokenSource({ tokenUrl: '/token' }))).message).to.match(words);
    });
  }

  it('is found expired by the server’s own clock', async () => {
    const headers = { Date: 'Thu, 01 Jan 1970 00:05:00 GMT' };
    answerWith(() => Response.json({ token: secret }, { headers }));
    const error = await failureOf(createTokenSource({ tokenUrl: '/token' }));
    expect(error.code).to.equal('token-expired-on-arrival');
  });

  it('is not waited for in an answer that never ends', async () => {
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (stream) => stream.enqueue(new TextEncoder().encode(' '.repeat(10_000))),
      cancel: () => {
        isCancelled = true;
      },
    });
    answerWith(() => new Response(endless));
    expect((await failureOf(createTokenSource({ tokenUrl: '/token' }))).code).to.equal(
      'token-answer-invalid',
    );
    expect(isCancelled).to.equal(true);
  });

  it('is read when a letter is cut in two on the way', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ name: 'Zoë', token: secret }));
    const parts = [bytes.slice(0, 12), bytes.slice(12)];
    const body = new ReadableStream({
      start: (stream) => {
        for (const part of parts) stream.enqueue(part);
        stream.close();
      },
    });
    answerWith(() => new Response(body));
    expect((await createTokenSource({ tokenUrl: '/token' }).requestToken().answer).token).to.equal(secret);
  });

  it('is given up at once when it is no longer wanted', async () => {
    let signal: AbortSignal | null | undefined;
    globalThis.fetch = (_input, init) => {
      signal = init?.signal;
      return new Promise(() => undefined);
    };
    const { answer, abort } = createTokenSource({ tokenUrl: '/token' }).requestToken();
    abort();
    const failure = await answer.catch((error: unknown) => error);
    expect(failure).to.include({ code: 'token-request-failed' });
    expect(signal?.aborted).to.equal(true);
  });
});

describe('a token from the page itself', () => {
  it('is taken as the backend’s answer would be', async () => {
    const source = createTokenProviderSource(() => Promise.resolve({ token: secret, edge: 'sydney' }));
    expect(await source.requestToken().answer).to.deep.equal({
      token: secret,
      lifetimeInSeconds: 60,
      issuedAt: 100,
      edge: 'sydney',
    });
  });

  it('is asked for anew each time', async () => {
    let asked = 0;
    const source = createTokenProviderSource(() => Promise.resolve({ token: `token-${(asked += 1)}` }));
    await source.requestToken().answer;
    expect((await source.requestToken().answer).token).to.equal('token-2');
  });

  it('fails with what the page threw', async () => {
    const source = createTokenProviderSource(() => {
      throw new RangeError('no session');
    });
    const failure = await failureOf(source);
    expect(failure.code).to.equal('token-request-failed');
    expect(failure.cause).to.include({ name: 'RangeError', message: 'no session' });
  });

  it('lets the page say that the person must sign in', async () => {
    const source = createTokenProviderSource(() =>
      Promise.reject(new PhoneError('sign-in-required', 'The session is over.')),
    );
    expect((await failureOf(source)).code).to.equal('sign-in-required');
  });

  it('is given up at once, even by a page that does not listen', async () => {
    let signal: AbortSignal | null = null;
    const source = createTokenProviderSource((given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    const { answer, abort } = source.requestToken();
    abort();
    expect(await answer.catch((error: unknown) => error)).to.include({ code: 'token-request-failed' });
    expect(signal).to.have.property('aborted', true);
  });
});
