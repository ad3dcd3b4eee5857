import { expect } from '@open-wc/testing';
import { readTokenAnswer } from '../../src/browser/read-token-answer.js';
import { createTokenProviderSource, createTokenSource } from '../../src/browser/token-source.js';

const secret = 'the-access-token';

/** A call action is asked for with the access token: it goes where the token is known already, and nowhere else. */
describe('call actions', () => {
  const realFetch = globalThis.fetch;

  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('that an address answers with are those of its own origin, and of the page’s', async () => {
    const tokenUrl = 'https://api.example/token';
    for (const [url, isOffered] of [
      ['https://api.example/calls', true],
      ['/calls', true],
      ['https://calls.api.example/calls', false],
      ['http://api.example/calls', false],
    ] as const) {
      globalThis.fetch = () =>
        Promise.resolve(Response.json({ token: secret, actions: { url, methods: ['end'] } }));
      const answer = await createTokenSource({ tokenUrl }).requestToken().answer;
      expect('actions' in answer, url).to.equal(isOffered);
      expect(answer.token).to.equal(secret);
    }
  });

  it('that a page provides are those of the page’s own origin, and of what the page names as token-url', async () => {
    const urls = ['/calls', 'https://api.example/calls', 'https://elsewhere.example/calls'];
    const offersOf = async (tokenUrl?: string) => {
      const offered = urls.map(async (url) => {
        const provider = () => Promise.resolve({ token: secret, actions: { url, methods: ['end'] } });
        const { actions } = await createTokenProviderSource(provider, tokenUrl).requestToken().answer;
        return actions !== undefined;
      });
      return Promise.all(offered);
    };
    expect(await offersOf()).to.deep.equal([true, false, false]);
    expect(await offersOf('https://api.example/token')).to.deep.equal([true, true, false]);
    expect(await offersOf('http://[')).to.deep.equal([true, false, false]);
  });

  it('of a third origin are not used, which is said once, and all else of the answer is', () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    const read = (url: string) =>
      readTokenAnswer({ token: 'opaque', actions: { url, methods: ['end'] } }, ['https://api.example']);
    try {
      expect(read('https://api.example/calls').actions?.url).to.equal('https://api.example/calls');
      expect(read('https://third.example/calls?secret=1')).to.not.have.property('actions');
      expect(read('https://third.example/other').token).to.equal('opaque');
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('https://third.example').and.to.contain('actions.url');
    expect(warnings[0]).not.to.contain('secret').and.not.to.contain('opaque');
  });
});
