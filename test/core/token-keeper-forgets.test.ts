import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TokenAnswer, TokenSource } from '../../src/core/ports.js';
import { TokenKeeper } from '../../src/core/token-keeper.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeTokenSource, settle } from '../support/fake-ports.js';
import { watch } from '../support/test-phone.js';

function setUp() {
  const source = new FakeTokenSource();
  return { source, keeper: new TokenKeeper(new FakeClock(), source) };
}

/** A source whose answers are written out. */
function sourceOf(answers: readonly Partial<TokenAnswer>[]): TokenSource {
  const rest = [...answers];
  return {
    requestToken: () => ({
      answer: Promise.resolve({
        token: 'token',
        lifetimeInSeconds: 3600,
        issuedAt: null,
        edge: null,
        ...rest.shift(),
      }),
      abort: () => undefined,
    }),
  };
}

describe('forgetting', () => {
  test('drops the token', async () => {
    const { keeper } = setUp();
    await keeper.get();
    keeper.forget();
    assert.equal(keeper.current, null);
    assert.equal((await keeper.get()).token, 'token-2');
  });

  test('ends the request under way, and a new one can begin at once', async () => {
    const { source, keeper } = setUp();
    source.hesitates = true;
    const first = watch(keeper.get());
    keeper.forget();
    const second = watch(keeper.get());
    assert.equal(source.requests, 2);
    await settle();
    assert.deepEqual([first.outcome, second.outcome], ['rejected: token-request-failed', 'pending']);
    assert.equal(source.aborted, 1);
    source.settle();
    await settle();
    assert.equal(keeper.current?.token, 'token-2');
  });

  test('holds also for an answer that has just arrived', async () => {
    let arrive: (answer: TokenAnswer) => void = () => assert.fail('Nobody asked.');
    const answer = new Promise<TokenAnswer>((resolve) => (arrive = resolve));
    const keeper = new TokenKeeper(new FakeClock(), {
      requestToken: () => ({ answer, abort: () => undefined }),
    });
    const asked = watch(keeper.get());
    arrive({ token: 'token', lifetimeInSeconds: 3600, issuedAt: null, edge: null });
    await Promise.resolve();
    keeper.forget();
    await settle();
    assert.equal(asked.outcome, 'rejected: token-request-failed');
    assert.equal(keeper.current, null);
  });

  test('happens when tokens come from elsewhere, and the new source is asked', async () => {
    const { source, keeper } = setUp();
    await keeper.get();
    keeper.setSource(sourceOf([{ token: 'from-elsewhere' }]));
    assert.equal(keeper.current, null);
    assert.equal((await keeper.get()).token, 'from-elsewhere');
    assert.equal(source.requests, 1);
  });
});

describe('a token that Twilio refuses', () => {
  test('is not handed out again, and another is due at once', async () => {
    const { keeper } = setUp();
    await keeper.get();
    keeper.setRefused(true);
    assert.deepEqual(
      [keeper.current, keeper.remainingInMilliseconds, keeper.refreshInMilliseconds],
      [null, 0, 0],
    );
    assert.equal((await keeper.get()).token, 'token-2');
    assert.equal(keeper.current?.token, 'token-2');
  });

  test('is good again when Twilio takes it after all', async () => {
    const { keeper } = setUp();
    await keeper.get();
    keeper.setRefused(true);
    keeper.setRefused(false);
    assert.equal(keeper.current?.token, 'token-1');
  });

  test('that nobody holds is nobody’s trouble', () => {
    const { keeper } = setUp();
    keeper.setRefused(true);
    assert.equal(keeper.current, null);
  });
});

describe('an answer that was issued before the held one', () => {
  const newer = { token: 'newer', issuedAt: 200 };
  const older = { token: 'older', issuedAt: 100 };

  async function keeperThatHeard(answers: readonly Partial<TokenAnswer>[], refusedAfterFirst = false) {
    const clock = new FakeClock();
    const keeper = new TokenKeeper(clock, sourceOf(answers));
    await keeper.renew();
    clock.tick(2_700_000);
    if (refusedAfterFirst) keeper.setRefused(true);
    return { clock, keeper, answer: await keeper.renew() };
  }

  test('does not replace it', async () => {
    const { keeper, answer } = await keeperThatHeard([newer, older]);
    assert.deepEqual([answer.token, keeper.current?.token], ['newer', 'newer']);
  });

  test('does not make it younger, nor start a storm of requests', async () => {
    const { keeper } = await keeperThatHeard([newer, older]);
    assert.equal(keeper.remainingInMilliseconds, 900_000);
    assert.equal(keeper.refreshInMilliseconds, 30_000);
    assert.equal(keeper.isFresh, true);
  });

  test('is taken when the held one is no good any more', async () => {
    const { answer } = await keeperThatHeard([newer, older], true);
    assert.equal(answer.token, 'older');
  });

  for (const [first, second] of [
    [older, newer],
    [newer, { token: 'second', issuedAt: 200 }],
    [
      { token: 'first', issuedAt: null },
      { token: 'second', issuedAt: 100 },
    ],
    [newer, { token: 'second', issuedAt: null }],
  ] as const) {
    test(`is only older when both say so: ${first.issuedAt} and then ${second.issuedAt}`, async () => {
      const { answer } = await keeperThatHeard([first, second]);
      assert.equal(answer.token, second.token);
    });
  }
});
