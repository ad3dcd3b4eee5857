import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

function failure(code: PhoneErrorCode = 'token-request-failed') {
  return new PhoneError(code, 'It failed.');
}

function failures(count: number) {
  return Array.from({ length: count }, () => failure());
}

describe('registering', () => {
  test('asks for a token, hands it to the device, and is fulfilled by the fact', async () => {
    const phone = new TestPhone();
    const registered = watch(phone.controller.register());
    assert.deepEqual([phone.deviceState.isWanted, phone.deviceState.pending], [true, ['register']]);
    await settle();
    assert.equal(registered.outcome, 'fulfilled');
    assert.deepEqual(phone.device.commands, ['register(token-1)']);
    assert.deepEqual(phone.factTypes, ['device-registering', 'device-registered']);
    assert.deepEqual(
      [phone.deviceState.status, phone.deviceState.identity, phone.deviceState.edge],
      ['registered', 'alice', 'ashburn'],
    );
    assert.deepEqual(phone.deviceState.pending, []);
    assert.equal(phone.controller.isDeviceReady(), true);
  });

  test('is not a fact before the device says so, and is refused a second time', async () => {
    const phone = new TestPhone();
    phone.device.hesitates = true;
    const registered = watch(phone.controller.register());
    await settle();
    assert.deepEqual([registered.outcome, phone.deviceState.status], ['pending', 'unregistered']);
    await assert.rejects(phone.controller.register(), { code: 'invalid-state' });
    phone.device.emit({ type: 'registering' });
    await settle();
    assert.equal(registered.outcome, 'pending');
    assert.equal(phone.controller.isDeviceReady(), false);
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    await settle();
    assert.equal(registered.outcome, 'fulfilled');
  });

  test('that fails rejects with the reason, and goes on by itself', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failure());
    await assert.rejects(phone.controller.register(), { code: 'token-request-failed' });
    assert.equal(phone.deviceState.error?.code, 'token-request-failed');
    assert.equal(phone.deviceState.retryAt, phone.clock.now() + 2_000);
    assert.deepEqual(phone.factTypes, ['device-error']);
    await phone.pass(2_000);
    assert.deepEqual(
      [phone.deviceState.status, phone.deviceState.error, phone.deviceState.retryAt],
      ['registered', null, null],
    );
  });

  test('whose device rejects with undefined fails with an error of ours, and goes on', async () => {
    const phone = new TestPhone();
    const { register } = phone.device;
    let reject: (reason: unknown) => void = () => assert.fail('Nobody registered.');
    phone.device.register = () => new Promise<void>((_resolve, refuse) => (reject = refuse));
    const registered = phone.controller.register();
    await settle();
    reject(undefined);
    await assert.rejects(registered, { code: 'registration-failed', recoverable: true });
    phone.device.register = register;
    await phone.pass(2_000);
    assert.equal(phone.controller.isDeviceReady(), true);
  });

  test('by hand does not wait for the retry that is due', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failure());
    await assert.rejects(phone.controller.register());
    await phone.controller.register();
    assert.equal(phone.tokens.requests, 2);
    await phone.pass(10_000);
    assert.equal(phone.tokens.requests, 2);
  });

  test('is fulfilled by the retry that it waits for', async () => {
    const phone = new TestPhone();
    phone.device.hesitates = true;
    const registered = watch(phone.controller.register());
    await settle();
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    await settle();
    assert.equal(registered.outcome, 'fulfilled');
  });
});

describe('trying again', () => {
  const delays: readonly (readonly [number, readonly number[]])[] = [
    [0, [1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000]],
    [0.5, [2_000, 3_000, 5_000, 9_000, 15_500, 15_500, 15_500]],
    [0.999_999, [3_000, 5_000, 9_000, 17_000, 30_000, 30_000, 30_000]],
  ];
  for (const [chance, expected] of delays) {
    test(`waits longer each time, up to 30 seconds, never under one: ${expected.join(', ')}`, async () => {
      const phone = new TestPhone();
      phone.chance = chance;
      phone.tokens.failures.push(...failures(expected.length));
      watch(phone.controller.register());
      await settle();
      for (const delay of expected) {
        assert.equal(phone.clock.nextTimerIn, delay);
        await phone.pass(delay);
      }
      assert.equal(phone.controller.isDeviceReady(), true);
    });
  }

  test('begins with short waits again after success', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(...failures(4));
    watch(phone.controller.register());
    await phone.pass(60_000);
    for (let tries = 0; tries < 4; tries += 1) await phone.pass(15_500);
    assert.equal(phone.controller.isDeviceReady(), true);
    phone.device.emit({ type: 'unregistered' });
    phone.controller.checkConnection();
    phone.device.failure = failure('connection-failed');
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.deviceState.retryAt, phone.clock.now() + 2_000);
  });

  test('makes no more than six requests in any minute once it has waited long', async () => {
    const phone = new TestPhone();
    phone.chance = 0.5;
    phone.tokens.failures.push(...failures(500));
    watch(phone.controller.register());
    await settle();
    for (let seconds = 0; seconds < 120; seconds += 1) await phone.pass(1_000);
    const before = phone.tokens.requests;
    for (let seconds = 0; seconds < 60; seconds += 1) await phone.pass(1_000);
    assert.ok(phone.tokens.requests - before <= 6, `${phone.tokens.requests - before} requests`);
  });

  test('has one retry due at a time, however often the failure is reported', async () => {
    const phone = new TestPhone();
    phone.device.hesitates = true;
    phone.device.failure = failure('token-invalid');
    watch(phone.controller.register());
    await settle();
    for (let reports = 0; reports < 5; reports += 1) {
      phone.device.emit({ type: 'error', error: failure('token-invalid') });
    }
    assert.equal(phone.clock.pendingTimers, 1);
    assert.equal(phone.clock.nextTimerIn, 2_000);
  });

  test('says when it is due by the clock on the wall', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failure());
    watch(phone.controller.register());
    await settle();
    assert.equal(phone.deviceState.retryAt, Date.UTC(2026, 0, 1) + 2_000);
  });

  const finals: readonly PhoneErrorCode[] = ['token-url-invalid', 'browser-unsupported', 'sign-in-required'];
  for (const code of finals) {
    test(`does not happen after ${code}: somebody has to change something first`, async () => {
      const phone = new TestPhone();
      phone.tokens.failures.push(failure(code));
      await assert.rejects(phone.controller.register(), { code });
      assert.deepEqual([phone.clock.pendingTimers, phone.deviceState.retryAt], [0, null]);
      assert.equal(phone.deviceState.error?.code, code);
    });
  }

  test('does not happen without a token source', async () => {
    const phone = new TestPhone({ tokens: null });
    await assert.rejects(phone.controller.register(), { code: 'token-url-missing' });
    assert.equal(phone.clock.pendingTimers, 0);
  });
});

describe('an answer of the device that comes too late', () => {
  test('does not count once the device is registered after all', async () => {
    const phone = new TestPhone();
    let reject: (reason: unknown) => void = () => assert.fail('Nobody registered.');
    phone.device.register = () => new Promise<void>((_resolve, refuse) => (reject = refuse));
    const registered = watch(phone.controller.register());
    await settle();
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    reject(undefined);
    await settle();
    assert.equal(registered.outcome, 'fulfilled');
    assert.deepEqual([phone.deviceState.error, phone.deviceState.retryAt], [null, null]);
    assert.equal(phone.count('device-error'), 0);
  });

  test('does not count once the phone is not wanted any more', async () => {
    const phone = new TestPhone();
    let reject: (reason: unknown) => void = () => assert.fail('Nobody registered.');
    phone.device.register = () => new Promise<void>((_resolve, refuse) => (reject = refuse));
    watch(phone.controller.register());
    await settle();
    await phone.controller.unregister();
    reject(failure('connection-failed'));
    await settle();
    assert.deepEqual([phone.deviceState.error, phone.clock.pendingTimers], [null, 0]);
  });
});

describe('unregistering', () => {
  test('is fulfilled by the fact, and asks for nothing any more', async () => {
    const phone = await registeredPhone();
    const done = watch(phone.controller.unregister());
    assert.deepEqual([phone.deviceState.isWanted, phone.deviceState.pending], [false, ['unregister']]);
    assert.equal(phone.deviceState.status, 'registered');
    await settle();
    assert.equal(done.outcome, 'fulfilled');
    assert.equal(phone.deviceState.status, 'unregistered');
    assert.equal(phone.clock.pendingTimers, 0);
    phone.controller.checkConnection();
    await phone.pass(7_200_000);
    assert.equal(phone.tokens.requests, 1);
  });

  test('while the token is fetched ends the request, and fails whoever waits to be registered', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    const registered = watch(phone.controller.register());
    await phone.controller.unregister();
    await settle();
    assert.equal(registered.outcome, 'rejected: registration-failed');
    phone.tokens.settle();
    await settle();
    assert.ok(!phone.device.commands.includes('register(token-1)'));
    assert.deepEqual(phone.deviceState.pending, []);
    assert.equal(phone.controller.can('register'), true);
    assert.equal(phone.count('device-error'), 0);
  });

  test('while the device has not said a word yet reaches the device all the same', async () => {
    const phone = new TestPhone();
    phone.device.hesitates = true;
    const registered = watch(phone.controller.register());
    await settle();
    await phone.controller.unregister();
    assert.deepEqual(phone.device.commands, ['register(token-1)', 'unregister']);
    await settle();
    assert.equal(registered.outcome, 'rejected: registration-failed');
  });

  test('while a retry is due calls it off', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failure());
    await assert.rejects(phone.controller.register());
    await phone.controller.unregister();
    assert.deepEqual([phone.deviceState.retryAt, phone.clock.pendingTimers], [null, 0]);
  });

  test('makes the waits short again', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(...failures(4));
    watch(phone.controller.register());
    await phone.pass(0);
    for (const delay of [2_000, 3_000]) await phone.pass(delay);
    await phone.controller.unregister();
    watch(phone.controller.register());
    await settle();
    assert.equal(phone.clock.nextTimerIn, 2_000);
  });

  test('can be taken back: the phone registers again, with the token that it has', async () => {
    const phone = await registeredPhone();
    await phone.controller.unregister();
    await phone.controller.register();
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.equal(phone.tokens.requests, 1);
  });

  test('leaves a call under way alone', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    await phone.controller.unregister();
    assert.equal(phone.call.status, 'open');
    assert.deepEqual(port.commands, ['accept']);
  });

  test('that fails rejects, and the phone stays unwanted', async () => {
    const phone = await registeredPhone();
    phone.device.unregister = () => Promise.reject(failure('connection-failed'));
    await assert.rejects(phone.controller.unregister(), { code: 'connection-failed' });
    assert.deepEqual([phone.deviceState.isWanted, phone.deviceState.pending], [false, []]);
  });
});
