import { expect } from '@open-wc/testing';
import { createCallActions } from '../../src/browser/call-actions.js';
import type { OfferedCallActions, TokenAnswer } from '../../src/core/ports.js';

/** What is asked of the backend for a call, and what is made of its answers. */
describe('the backend’s call actions', () => {
  const { fetch: realFetch, console: realConsole } = globalThis;
  const secret = 'the-access-token';
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];

  beforeEach(() => requests.splice(0));

  afterEach(() => {
    globalThis.fetch = realFetch;
    globalThis.console = realConsole;
  });

  function answerWith(answer: Response | Error): void {
    globalThis.fetch = (input, init = {}) => {
      requests.push({ url: input instanceof Request ? input.url : input.toString(), init });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
  }

  function open(methods: OfferedCallActions['methods'] | null = ['end']) {
    const actions = methods && { url: 'https://backend.example/calls', methods };
    const answer: TokenAnswer = {
      token: secret,
      lifetimeInSeconds: 60,
      issuedAt: 1,
      edge: null,
      ...(actions && { actions }),
    };
    return createCallActions(() => answer);
  }

  it('are those that the token answer offers', () => {
    expect(open(['end', 'hold']).isOffered('end')).to.equal(true);
    expect(open(['hold']).isOffered('end')).to.equal(false);
    expect(open(null).isOffered('end')).to.equal(false);
    expect(createCallActions(() => null).isOffered('end')).to.equal(false);
  });

  it('end a call in a request that outlives the page and shows the access token', async () => {
    answerWith(new Response(null, { status: 204 }));
    expect(await open().end('CA1')).to.equal(true);
    const [{ url, init } = { url: '', init: {} }] = requests;
    expect(url).to.equal('https://backend.example/calls');
    expect(init).to.include({ method: 'POST', keepalive: true, redirect: 'manual', cache: 'no-store' });
    expect(JSON.parse(init.body as string)).to.deep.equal({ action: 'end', callSid: 'CA1' });
    const headers = new Headers(init.headers);
    expect(headers.get('Authorization')).to.equal(`Bearer ${secret}`);
    expect(headers.get('Content-Type')).to.equal('application/json');
  });

  it('always show the newest token', async () => {
    answerWith(new Response(null, { status: 204 }));
    let token = 'old';
    const actions = { url: 'https://backend.example/calls', methods: ['end'] as const };
    const backend = createCallActions(() => {
      return { token, lifetimeInSeconds: 60, issuedAt: 1, edge: null, actions };
    });
    token = 'new';
    await backend.end('CA1');
    expect(new Headers(requests[0]?.init.headers).get('Authorization')).to.equal('Bearer new');
  });

  for (const status of [400, 403, 404, 409]) {
    it(`are done with ${status}: to ask again would be answered the same`, async () => {
      answerWith(new Response(null, { status }));
      expect(await open().end('CA1')).to.equal(true);
    });
  }

  for (const status of [401, 408, 429, 500, 503]) {
    it(`may be asked again after ${status}`, async () => {
      answerWith(new Response(null, { status }));
      expect(await open().end('CA1')).to.equal(false);
    });
  }

  it('may be asked again where there is no network, and nothing of the token is printed', async () => {
    const printed: unknown[] = [];
    const listen = (...values: unknown[]) => printed.push(...values);
    globalThis.console = { ...realConsole, log: listen, warn: listen, error: listen, debug: listen };
    answerWith(new TypeError(`Failed to fetch with ${secret}`));
    expect(await open().end('CA1')).to.equal(false);
    expect(printed).to.deep.equal([]);
  });

  it('are not asked for where nobody offers them', async () => {
    answerWith(new Response(null, { status: 204 }));
    expect(await open(null).end('CA1')).to.equal(false);
    expect(requests).to.deep.equal([]);
  });
});
