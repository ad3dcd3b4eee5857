import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { FakeTokenSource, settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

const MINUTE = 60_000;
const failed = new PhoneError('token-request-failed', 'The endpoint answered 500.');
const expired = new PhoneError('token-expired', 'The token has expired.');

async function phoneWithLifetime(lifetimeInSeconds: number | null): Promise<TestPhone> {
  const phone = new TestPhone();
  phone.tokens.lifetimeInSeconds = lifetimeInSeconds;
  await phone.controller.register();
  phone.device.commands.length = 0;
  return phone;
}

describe('a fresh token', () => {
  test('is handed to the device when the old one has done three quarters of its time, again and again', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.pass(45 * MINUTE - 1);
    assert.deepEqual(phone.device.commands, []);
    await phone.pass(1);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
    await phone.pass(45 * MINUTE);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)', 'updateToken(token-3)']);
  });

  test('does not come in a storm when tokens live for five seconds', async () => {
    const phone = await phoneWithLifetime(5);
    for (let seconds = 0; seconds < 60; seconds += 1) {
      phone.device.emit({ type: 'tokenWillExpire' });
      await phone.pass(1_000);
    }
    assert.ok(phone.tokens.requests <= 3, `${phone.tokens.requests} requests`);
  });

  test('is not asked for where the old one does not say how long it lives, but when Twilio says so', async () => {
    const phone = await phoneWithLifetime(null);
    assert.equal(phone.clock.pendingTimers, 0);
    await phone.pass(24 * 60 * MINUTE);
    assert.equal(phone.tokens.requests, 1);
    phone.device.emit({ type: 'tokenWillExpire' });
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('is asked for once, however often Twilio says that the old one will expire', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.pass(60_000);
    phone.tokens.hesitates = true;
    for (let times = 0; times < 50; times += 1) phone.device.emit({ type: 'tokenWillExpire' });
    phone.tokens.settle();
    await settle();
    for (let times = 0; times < 50; times += 1) phone.device.emit({ type: 'tokenWillExpire' });
    await settle();
    assert.equal(phone.tokens.requests, 2);
    assert.equal(phone.count('device-token-will-expire'), 100);
  });

  for (const jump of [12, -12]) {
    test(`comes at its time though the computer's clock jumps by ${jump} hours`, async () => {
      const phone = await phoneWithLifetime(3600);
      phone.clock.jump(jump * 60 * MINUTE);
      await phone.pass(45 * MINUTE - 1);
      assert.equal(phone.tokens.requests, 1);
      await phone.pass(1);
      assert.equal(phone.tokens.requests, 2);
    });
  }

  test('is not handed to a phone that is not wanted any more', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.tokens.hesitates = true;
    await phone.pass(45 * MINUTE);
    await phone.controller.unregister();
    phone.tokens.settle();
    await settle();
    assert.deepEqual(phone.device.commands, ['unregister']);
    assert.equal(phone.clock.pendingTimers, 0);
  });

  test('is not asked for by a phone that is not wanted, whatever Twilio says', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.controller.unregister();
    await phone.pass(50 * MINUTE);
    phone.device.emit({ type: 'tokenWillExpire' });
    phone.device.emit({ type: 'error', error: expired });
    await phone.pass(MINUTE);
    assert.deepEqual([phone.tokens.requests, phone.clock.pendingTimers], [1, 0]);
  });

  test('registers a device that has lost its registration meanwhile', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.device.emit({ type: 'unregistered' });
    await phone.pass(45 * MINUTE);
    assert.deepEqual(phone.device.commands, ['register(token-2)']);
    assert.equal(phone.controller.isDeviceReady(), true);
  });
});

describe('a refresh that fails', () => {
  test('is tried again, and the phone stays reachable meanwhile', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.tokens.failures.push(failed, failed);
    await phone.pass(45 * MINUTE);
    assert.deepEqual([phone.deviceState.status, phone.deviceState.error], ['registered', failed]);
    assert.equal(phone.deviceState.retryAt, phone.clock.now() + 2_000);
    await phone.pass(2_000);
    assert.equal(phone.deviceState.retryAt, phone.clock.now() + 3_000);
    await phone.pass(3_000);
    assert.deepEqual([phone.deviceState.error, phone.deviceState.retryAt], [null, null]);
    assert.deepEqual(phone.device.commands, ['updateToken(token-4)']);
    assert.equal(phone.clock.nextTimerIn, 45 * MINUTE);
  });

  test('counts anew after a token that did its time', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.tokens.failures.push(failed, failed);
    await phone.pass(45 * MINUTE);
    await phone.pass(2_000);
    await phone.pass(3_000);
    phone.tokens.failures.push(failed);
    await phone.pass(45 * MINUTE);
    assert.equal(phone.deviceState.retryAt, phone.clock.now() + 2_000);
  });

  test('by the deadline of eight seconds counts as failed, and its late answer is not used', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.tokens.hesitates = true;
    await phone.pass(45 * MINUTE);
    await phone.pass(8_000);
    assert.equal(phone.deviceState.error?.code, 'token-request-timeout');
    assert.equal(phone.tokens.aborted, 1);
    phone.tokens.settle();
    await settle();
    assert.deepEqual(phone.device.commands, []);
  });
});

describe('a token that Twilio does not take', () => {
  test('is replaced with patience, and the wait grows while the new ones are no better', async () => {
    const phone = await phoneWithLifetime(3600);
    const delays: (number | null)[] = [];
    for (let tokens = 0; tokens < 4; tokens += 1) {
      phone.device.emit({ type: 'error', error: expired });
      delays.push(phone.clock.nextTimerIn);
      await phone.pass(phone.clock.nextTimerIn ?? 0);
    }
    assert.deepEqual(delays, [2_000, 3_000, 5_000, 9_000]);
    assert.equal(phone.tokens.requests, 5);
    assert.deepEqual(phone.device.commands.at(-1), 'updateToken(token-5)');
  });

  test('stays when Twilio takes it after all', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.device.emit({ type: 'error', error: new PhoneError('token-invalid', 'False alarm.') });
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    await phone.pass(45 * MINUTE - 1);
    assert.equal(phone.tokens.requests, 1);
    await phone.pass(1);
    assert.equal(phone.tokens.requests, 2);
  });

  test('at registration is not offered again', async () => {
    const phone = new TestPhone();
    phone.device.failure = new PhoneError('token-invalid', 'No.');
    await assert.rejects(phone.controller.register(), { code: 'token-invalid' });
    phone.device.failure = null;
    await phone.pass(2_000);
    assert.deepEqual(phone.device.commands, ['register(token-1)', 'register(token-2)']);
  });

  test('is told from other errors of the device: those ask for nothing', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.device.emit({ type: 'error', error: new PhoneError('connection-failed', 'Lost.') });
    await phone.pass(MINUTE);
    assert.equal(phone.tokens.requests, 1);
  });
});

describe('in a call', () => {
  test('a token is refreshed only when less than a minute is left: it disturbs the call', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.talk();
    await phone.pass(59 * MINUTE - 1);
    assert.deepEqual(phone.device.commands, []);
    await phone.pass(1);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('what waited for the end of the call happens then', async () => {
    const phone = await phoneWithLifetime(3600);
    const port = await phone.talk();
    await phone.pass(50 * MINUTE);
    port.emit({ type: 'disconnect' });
    await phone.pass(0);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
    assert.equal(phone.clock.nextTimerIn, 45 * MINUTE);
  });

  test('that ends early nothing has waited for', async () => {
    const phone = await phoneWithLifetime(3600);
    const port = await phone.talk();
    port.emit({ type: 'disconnect' });
    await settle();
    assert.equal(phone.tokens.requests, 1);
  });

  test('a second caller who is declined does not count as its end', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.talk();
    await phone.pass(50 * MINUTE);
    phone.ring();
    await settle();
    assert.equal(phone.tokens.requests, 1);
  });

  test('a token that does not say how long it lives is replaced when Twilio says so', async () => {
    const phone = await phoneWithLifetime(null);
    await phone.talk();
    await phone.pass(MINUTE);
    phone.device.emit({ type: 'tokenWillExpire' });
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('a token that has expired is replaced at once', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.talk();
    phone.device.emit({ type: 'error', error: expired });
    await phone.pass(2_000);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
    assert.equal(phone.call.status, 'open');
  });

  test('a retry that comes due waits too, and the phone goes on trying after it', async () => {
    const phone = await phoneWithLifetime(3600);
    phone.tokens.failures.push(failed);
    await phone.pass(45 * MINUTE);
    await phone.talk();
    await phone.pass(2_000);
    assert.deepEqual([phone.tokens.requests, phone.deviceState.retryAt], [2, null]);
    phone.tokens.failures.push(failed);
    await phone.pass(14 * MINUTE);
    assert.equal(phone.tokens.requests, 3);
    assert.notEqual(phone.deviceState.retryAt, null);
  });
});

describe('a call placed by a phone that is registered', () => {
  test('uses the token that is held, and leaves its refresh as it was', async () => {
    const phone = await phoneWithLifetime(3600);
    await phone.pass(10 * MINUTE);
    watch(phone.controller.makeCall('client:bob'));
    await settle();
    assert.deepEqual(phone.device.commands, ['makeCall(token-1, {"To":"client:bob"})']);
    assert.equal(phone.clock.nextTimerIn, 35 * MINUTE);
  });

  test('takes a new token where Twilio refuses the held one', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: expired });
    watch(phone.controller.makeCall('client:bob'));
    await settle();
    assert.deepEqual(phone.device.commands, ['makeCall(token-2, {"To":"client:bob"})']);
  });
});

test('a source that is set in between is asked for the fresh token', async () => {
  const phone = await registeredPhone();
  const other = new FakeTokenSource();
  phone.controller.setTokenSource(other);
  await settle();
  assert.equal(other.requests, 1);
  await phone.pass(45 * MINUTE);
  assert.deepEqual([phone.tokens.requests, other.requests], [1, 2]);
});
