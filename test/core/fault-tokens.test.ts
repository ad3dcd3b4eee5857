import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

/**
 * Faults 1 to 8 and 15: what may go wrong with tokens, and with the time in which they live. The same faults over
 * HTTP are in test/browser/token-source.test.ts and test/end-to-end/trouble.test.ts.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const down = new PhoneError('token-request-failed', 'HTTP 500.', { recoverable: true });

describe('a token endpoint in trouble', () => {
  test('fault 1: it fails again and again: no device, patience that grows, and back alone', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(down, down, down, down, down);
    watch(phone.controller.register());
    await settle();
    const waits: number[] = [];
    for (let failures = 0; failures < 5; failures += 1) {
      waits.push(phone.clock.nextTimerIn ?? 0);
      assert.deepEqual(phone.device.commands, []);
      assert.equal(phone.deviceState.error, down);
      await phone.pass(phone.clock.nextTimerIn ?? 0);
    }
    assert.deepEqual(waits, [2_000, 3_000, 5_000, 9_000, 15_500]);
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.equal(phone.deviceState.error, null);
  });

  test('fault 1: it is asked seven times in its first minute, and no more than six times in any later one', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(...Array.from({ length: 100 }, () => down));
    watch(phone.controller.register());
    await settle();
    const counts: number[] = [];
    for (let minutes = 0; minutes < 10; minutes += 1) {
      const before = minutes === 0 ? 0 : phone.tokens.requests;
      for (let seconds = 0; seconds < 60; seconds += 1) await phone.pass(1_000);
      counts.push(phone.tokens.requests - before);
    }
    assert.equal(counts[0], 7);
    assert.ok(Math.max(...counts.slice(1)) <= 6, `${counts.join(', ')} requests`);
  });

  for (const status of [401, 403]) {
    test(`fault 2: it answers ${status}: the page is asked to sign in, and nothing else before somebody looks`, async () => {
      const phone = new TestPhone();
      phone.tokens.failures.push(new PhoneError('sign-in-required', `HTTP ${status}.`));
      watch(phone.controller.register());
      await settle();
      assert.equal(phone.count('device-auth-required'), 1);
      await phone.pass(24 * HOUR);
      assert.equal(phone.tokens.requests, 1);
      phone.controller.checkConnection();
      await settle();
      assert.equal(phone.controller.isDeviceReady(), true);
    });
  }

  test('fault 3: it hangs: given up after eight seconds, which counts as a failure', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    watch(phone.controller.register());
    await phone.pass(7_999);
    assert.equal(phone.tokens.aborted, 0);
    await phone.pass(1);
    assert.equal(phone.tokens.aborted, 1);
    assert.equal(phone.deviceState.error?.code, 'token-request-timeout');
    assert.equal(phone.clock.nextTimerIn, 2_000);
  });

  test('fault 4: it answers what is no token: an error that says so, no throw, and another try', async () => {
    const phone = new TestPhone();
    const garbage = new PhoneError('token-answer-invalid', 'HTML.', { recoverable: true });
    phone.tokens.failures.push(garbage);
    assert.equal(await phone.controller.register().catch((error: unknown) => error), garbage);
    await phone.pass(2_000);
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.deepEqual(phone.reports, []);
  });

  test('fault 4: it answers tokens that have expired: they are asked for with patience, not in a storm', async () => {
    const phone = new TestPhone();
    phone.device.failure = new PhoneError('token-expired', '20104', { recoverable: true });
    watch(phone.controller.register());
    for (let seconds = 0; seconds < 60; seconds += 1) await phone.pass(1_000);
    assert.ok(phone.tokens.requests <= 7, `${phone.tokens.requests} requests`);
    phone.device.failure = null;
    await phone.pass(30_000);
    assert.equal(phone.controller.isDeviceReady(), true);
  });
});

describe('time that is not what it seems', () => {
  for (const hours of [12, -12]) {
    test(`fault 5: the client's clock is wrong by ${hours} hours: the refresh is due when it should be`, async () => {
      const phone = new TestPhone();
      phone.clock.jump(hours * HOUR);
      await phone.controller.register();
      await phone.pass(45 * MINUTE - 1);
      assert.equal(phone.tokens.requests, 1);
      phone.clock.jump(-2 * hours * HOUR);
      await phone.pass(1);
      assert.deepEqual(phone.device.commands, ['register(token-1)', 'updateToken(token-2)']);
    });
  }

  test('fault 6: the token ends while the page is frozen: a fresh one first, then registration', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'unregistered' });
    phone.clock.sleep(2 * HOUR);
    phone.controller.checkConnection();
    await settle();
    assert.deepEqual(phone.device.commands, ['register(token-2)']);
  });

  test('fault 6: a call that is placed at that moment waits for the fresh token, and is placed', async () => {
    const phone = await registeredPhone();
    phone.tokens.hesitates = true;
    phone.clock.sleep(2 * HOUR);
    phone.controller.checkConnection();
    const call = watch(phone.controller.makeCall('client:bob'));
    await settle();
    assert.equal(call.outcome, 'pending');
    assert.equal(phone.device.commands.length, 0);
    phone.tokens.settle();
    await settle();
    assert.equal(phone.tokens.requests, 2);
    assert.ok(phone.device.commands.includes('makeCall(token-2, {"To":"client:bob"})'));
  });

  test('fault 7: tokens end in a call of two hours: it goes on, and one is fetched just before each end', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    for (let minutes = 0; minutes < 120; minutes += 1) await phone.pass(MINUTE);
    assert.equal(phone.call.status, 'open');
    assert.deepEqual(port.commands, ['accept']);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)', 'updateToken(token-3)']);
  });

  test('fault 7: the call ends before that: the refresh that waited happens then', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    await phone.pass(50 * MINUTE);
    assert.deepEqual(phone.device.commands, []);
    port.emit({ type: 'disconnect' });
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('fault 8: a slow old answer comes last: the newer token stays', async () => {
    const phone = await registeredPhone();
    await phone.pass(44 * MINUTE);
    const { requestToken } = phone.tokens;
    phone.tokens.requestToken = () => ({
      ...requestToken.call(phone.tokens),
      answer: Promise.resolve({ token: 'from-a-cache', lifetimeInSeconds: 3600, issuedAt: 0, edge: null }),
    });
    await phone.pass(MINUTE);
    assert.equal(phone.tokens.requests, 2);
    assert.deepEqual(
      phone.device.commands.filter((command) => command.includes('from-a-cache')),
      [],
    );
  });

  test('fault 13: Twilio says all the time that the token will end: one request a minute', async () => {
    const phone = await registeredPhone();
    for (let seconds = 0; seconds < 300; seconds += 1) {
      phone.device.emit({ type: 'tokenWillExpire' });
      await phone.pass(1_000);
    }
    assert.equal(phone.tokens.requests, 5);
  });

  test('fault 13: tokens that Twilio takes and soon refuses, each of them, are asked for less and less often', async () => {
    const phone = await registeredPhone();
    const before = phone.tokens.requests;
    for (let seconds = 0; seconds < 300; seconds += 1) {
      if (seconds % 5 === 0) {
        phone.device.emit({
          type: 'error',
          error: new PhoneError('token-expired', '', { recoverable: true }),
        });
        phone.device.emit({ type: 'unregistered' });
      }
      await phone.pass(1_000);
    }
    const requests = phone.tokens.requests - before;
    assert.ok(requests <= 18, `${requests} requests in five minutes`);
  });

  test('fault 15: eight hours of sleep: ready again within a second, with a fresh token', async () => {
    const phone = await registeredPhone();
    phone.device.lastWordAt = 0;
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    phone.clock.sleep(8 * HOUR);
    phone.controller.checkConnection();
    await phone.pass(1_000);
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.equal(phone.tokens.requests, 2);
    assert.equal(phone.device.commands.at(-1), 'register(token-2)');
  });
});
