import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

const MINUTE = 60_000;
const failed = new PhoneError('token-request-failed', 'The endpoint answered 500.');

describe('looking at once', () => {
  test('instead of the retry that was due leaves nothing of it', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: new PhoneError('token-expired', 'The token has expired.') });
    phone.controller.checkConnection();
    await settle();
    await phone.pass(10_000);
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('while a fresh token is on its way waits for it', async () => {
    const phone = await registeredPhone();
    phone.tokens.hesitates = true;
    await phone.pass(45 * MINUTE);
    phone.device.emit({ type: 'unregistered' });
    phone.controller.checkConnection();
    await settle();
    phone.tokens.settle();
    await settle();
    assert.deepEqual(phone.device.commands, ['register(token-2)']);
  });

  test('brings back a phone that waits for its retry', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failed);
    await assert.rejects(phone.controller.register());
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.controller.isDeviceReady(), true);
    await phone.pass(10_000);
    assert.equal(phone.tokens.requests, 2);
  });

  test('three times at once asks once', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failed);
    await assert.rejects(phone.controller.register());
    for (let times = 0; times < 3; times += 1) phone.controller.checkConnection();
    await settle();
    assert.deepEqual(phone.device.commands, ['register(token-2)']);
  });

  test('does nothing while all is well, or while the phone is not wanted', async () => {
    const phone = await registeredPhone();
    const { state } = phone;
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.state, state);
    await phone.controller.unregister();
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.tokens.requests, 1);
  });

  test('after eight hours of sleep fetches a fresh token first, and registers with it', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'unregistered' });
    const sleep = 8 * 60 * MINUTE;
    const { monotonicNow } = phone.clock;
    phone.clock.monotonicNow = () => monotonicNow.call(phone.clock) + sleep;
    phone.controller.checkConnection();
    await settle();
    assert.deepEqual(phone.device.commands, ['register(token-2)']);
    assert.equal(phone.controller.isDeviceReady(), true);
  });

  test('after sleep refreshes the token of a device that still calls itself registered', async () => {
    const phone = await registeredPhone();
    const { monotonicNow } = phone.clock;
    phone.clock.monotonicNow = () => monotonicNow.call(phone.clock) + 50 * MINUTE;
    phone.controller.checkConnection();
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-2)']);
  });

  test('in a call of a phone that was just told to unregister leaves no timer', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    await phone.pass(50 * MINUTE);
    phone.device.hesitates = true;
    watch(phone.controller.unregister());
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.clock.pendingTimers, 0);
  });
});
