import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { TokenKeeper } from '../../src/core/token-keeper.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeTokenSource, settle } from '../support/fake-ports.js';
import { watch } from '../support/test-phone.js';

const SECOND = 1_000;
const TWELVE_HOURS = 12 * 3600 * SECOND;

function setUp(lifetimeInSeconds: number | null = 3600) {
  const clock = new FakeClock();
  const source = new FakeTokenSource();
  source.lifetimeInSeconds = lifetimeInSeconds;
  return { clock, source, keeper: new TokenKeeper(clock, source) };
}

describe('a token that is held', () => {
  test('is handed out again while it is good, without asking', async () => {
    const { source, keeper } = setUp();
    assert.equal(keeper.current, null);
    const answer = await keeper.get();
    assert.equal(answer.token, 'token-1');
    assert.equal(await keeper.get(), answer);
    assert.equal(keeper.current, answer);
    assert.equal(source.requests, 1);
  });

  test('is not handed out in its last ten seconds', async () => {
    const { clock, keeper } = setUp(60);
    await keeper.get();
    clock.tick(49_999);
    assert.equal(keeper.current?.token, 'token-1');
    clock.tick(1);
    assert.equal(keeper.current, null);
    assert.equal((await keeper.get()).token, 'token-2');
  });

  test('lives for as long as it said since it was received, and not longer', async () => {
    const { clock, keeper } = setUp(60);
    assert.equal(keeper.remainingInMilliseconds, 0);
    await keeper.get();
    assert.equal(keeper.remainingInMilliseconds, 60_000);
    clock.tick(59_000);
    assert.equal(keeper.remainingInMilliseconds, 1_000);
    clock.tick(5_000);
    assert.equal(keeper.remainingInMilliseconds, 0);
  });

  test('that does not say how long it lives is never due, and never ends by itself', async () => {
    const { clock, keeper } = setUp(null);
    await keeper.get();
    clock.tick(TWELVE_HOURS);
    assert.equal(keeper.refreshInMilliseconds, Infinity);
    assert.equal(keeper.remainingInMilliseconds, Infinity);
    assert.equal(keeper.current?.token, 'token-1');
  });

  for (const jump of [TWELVE_HOURS, -TWELVE_HOURS]) {
    test(`does not care that the computer's clock jumps by ${jump / 3_600_000} hours`, async () => {
      const { clock, keeper } = setUp(3600);
      await keeper.get();
      clock.jump(jump);
      assert.equal(keeper.remainingInMilliseconds, 3_600_000);
      assert.equal(keeper.refreshInMilliseconds, 2_700_000);
      assert.equal(keeper.isFresh, true);
    });
  }
});

describe('when a token is due', () => {
  test('at three quarters of its life', async () => {
    const { clock, keeper } = setUp(3600);
    await keeper.get();
    assert.equal(keeper.refreshInMilliseconds, 2_700_000);
    clock.tick(2_699_999);
    assert.equal(keeper.refreshInMilliseconds, 1);
    clock.tick(10);
    assert.equal(keeper.refreshInMilliseconds, 0);
  });

  for (const lifetime of [40, 5, 0, -60]) {
    test(`not sooner than after 30 seconds, also when it lives for ${lifetime} seconds`, async () => {
      const { clock, keeper } = setUp(lifetime);
      await keeper.get();
      assert.equal(keeper.refreshInMilliseconds, 30_000);
      clock.tick(29_999);
      assert.equal(keeper.refreshInMilliseconds, 1);
      clock.tick(1);
      assert.equal(keeper.refreshInMilliseconds, 0);
    });

    test(`not for a mere hint within a minute, also when it lives for ${lifetime} seconds`, async () => {
      const { clock, keeper } = setUp(lifetime);
      await keeper.get();
      clock.tick(59_999);
      assert.equal(keeper.isFresh, true);
      clock.tick(1);
      assert.equal(keeper.isFresh, false);
    });
  }

  test('at once when there is none', () => {
    const { keeper } = setUp();
    assert.equal(keeper.refreshInMilliseconds, 0);
    assert.equal(keeper.isFresh, false);
  });
});

describe('a request', () => {
  test('is shared by all who ask while it is under way', async () => {
    const { source, keeper } = setUp();
    source.hesitates = true;
    const asked = [keeper.get(), keeper.renew(), keeper.renew(), keeper.get()];
    source.settle();
    const tokens = (await Promise.all(asked)).map(({ token }) => token);
    assert.deepEqual(
      tokens,
      Array.from({ length: 4 }, () => 'token-1'),
    );
    assert.equal(source.requests, 1);
    source.hesitates = false;
    assert.equal((await keeper.renew()).token, 'token-2');
  });

  test('that fails is told to all who asked, and leaves the held token as it is', async () => {
    const { source, keeper } = setUp();
    const held = await keeper.get();
    const failure = new PhoneError('token-request-failed', 'The endpoint answered 500.');
    source.failures.push(failure);
    const both = [keeper.renew(), keeper.renew()];
    for (const one of both) await assert.rejects(one, failure);
    assert.equal(keeper.current, held);
    assert.equal((await keeper.renew()).token, 'token-3');
  });

  test('is given up after eight seconds, and aborted', async () => {
    const { clock, source, keeper } = setUp();
    source.hesitates = true;
    const asked = watch(keeper.get());
    clock.tick(7_999);
    await settle();
    assert.equal(asked.outcome, 'pending');
    clock.tick(1);
    await settle();
    assert.equal(asked.outcome, 'rejected: token-request-timeout');
    assert.equal(source.aborted, 1);
  });

  test('is worth another try after that', async () => {
    const { clock, source, keeper } = setUp();
    source.hesitates = true;
    const asked = keeper.get();
    clock.tick(8_000);
    await assert.rejects(asked, { recoverable: true });
  });

  test('that answers after it was given up answers to nobody', async () => {
    const { clock, source, keeper } = setUp();
    source.hesitates = true;
    watch(keeper.get());
    clock.tick(8_000);
    await settle();
    source.settle();
    await settle();
    assert.equal(keeper.current, null);
  });

  test('leaves no timer behind, however it ends', async () => {
    const { clock, source, keeper } = setUp();
    await keeper.get();
    assert.equal(clock.pendingTimers, 0);
    source.failures.push(new PhoneError('token-request-failed', 'The endpoint answered 500.'));
    await assert.rejects(keeper.renew());
    assert.equal(clock.pendingTimers, 0);
  });

  test('cannot be made without a source', async () => {
    const keeper = new TokenKeeper(new FakeClock(), null);
    await assert.rejects(keeper.get(), { code: 'token-url-missing' });
    await assert.rejects(keeper.renew(), { code: 'token-url-missing' });
  });
});
