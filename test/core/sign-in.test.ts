import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { isSignedOut } from '../../src/core/phone-state.js';
import { FakeTokenSource, settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

const MINUTE = 60_000;
const signInRequired = new PhoneError('sign-in-required', 'The endpoint answered 401.');
const failed = new PhoneError('token-request-failed', 'The endpoint answered 500.');

async function refusedPhone(): Promise<TestPhone> {
  const phone = new TestPhone();
  phone.tokens.failures.push(signInRequired);
  await assert.rejects(phone.controller.register(), signInRequired);
  return phone;
}

describe('an endpoint that asks for signing in', () => {
  test('is not asked again, and the page is told once', async () => {
    const phone = await refusedPhone();
    await phone.pass(24 * 60 * MINUTE);
    assert.equal(phone.tokens.requests, 1);
    assert.deepEqual(phone.factTypes, ['device-auth-required']);
    assert.deepEqual([phone.deviceState.isSignInRequired, phone.deviceState.error], [true, signInRequired]);
    const fact = phone.facts[0];
    assert.equal(fact && 'error' in fact && fact.error, signInRequired);
  });

  test('is asked again when the page has reason to, and told no second time while nothing has changed', async () => {
    const phone = await refusedPhone();
    phone.tokens.failures.push(signInRequired);
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.tokens.requests, 2);
    assert.equal(phone.count('device-auth-required'), 1);
    phone.controller.checkConnection();
    await settle();
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.deepEqual([phone.deviceState.isSignInRequired, phone.deviceState.error], [false, null]);
  });

  test('is told again to whoever registers again in vain', async () => {
    const phone = await refusedPhone();
    phone.tokens.failures.push(signInRequired);
    await assert.rejects(phone.controller.register(), signInRequired);
    assert.equal(phone.count('device-auth-required'), 2);
  });

  test('during a refresh leaves the phone registered, and nothing asks again by itself', async () => {
    const phone = await registeredPhone();
    phone.tokens.failures.push(signInRequired);
    await phone.pass(45 * MINUTE);
    assert.deepEqual([phone.deviceState.status, phone.deviceState.isSignInRequired], ['registered', true]);
    phone.device.emit({ type: 'tokenWillExpire' });
    phone.device.emit({ type: 'error', error: new PhoneError('token-expired', 'The token has expired.') });
    phone.ring().emit({ type: 'cancel' });
    await phone.pass(24 * 60 * MINUTE);
    assert.equal(phone.tokens.requests, 2);
    assert.equal(phone.count('device-auth-required'), 1);
    assert.equal(phone.clock.pendingTimers, 0);
  });

  test('during a refresh is asked again when the page looks', async () => {
    const phone = await registeredPhone();
    phone.tokens.failures.push(signInRequired);
    await phone.pass(45 * MINUTE);
    phone.controller.checkConnection();
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-3)']);
    assert.deepEqual([phone.deviceState.isSignInRequired, phone.deviceState.error], [false, null]);
  });

  test('is over once a call placed here got a token from it', async () => {
    const phone = await registeredPhone();
    phone.tokens.failures.push(signInRequired);
    await phone.pass(45 * MINUTE);
    await phone.pass(15 * MINUTE);
    watch(phone.controller.makeCall('client:bob'));
    await settle();
    assert.deepEqual([phone.deviceState.isSignInRequired, phone.deviceState.error], [false, null]);
    assert.equal(phone.clock.nextTimerIn, 45 * MINUTE);
  });

  test('is not over because a call placed here used the token that was held', async () => {
    const phone = await registeredPhone();
    phone.tokens.failures.push(signInRequired);
    await phone.pass(45 * MINUTE);
    watch(phone.controller.makeCall('client:bob'));
    await settle();
    assert.deepEqual([phone.deviceState.isSignInRequired, phone.deviceState.error], [true, signInRequired]);
  });

  test('calls off the retry that was due', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: new PhoneError('token-expired', 'The token has expired.') });
    phone.tokens.failures.push(signInRequired);
    phone.controller.checkConnection();
    await settle();
    assert.deepEqual([phone.clock.pendingTimers, phone.deviceState.retryAt], [0, null]);
  });

  test('calls off the retry that a report of the device made due while it was asked', async () => {
    const phone = await registeredPhone();
    phone.tokens.hesitates = true;
    phone.tokens.failures.push(signInRequired);
    await phone.pass(45 * MINUTE);
    phone.device.emit({ type: 'error', error: new PhoneError('token-expired', 'The token has expired.') });
    assert.notEqual(phone.deviceState.retryAt, null);
    phone.tokens.settle();
    await settle();
    assert.deepEqual([phone.clock.pendingTimers, phone.deviceState.retryAt], [0, null]);
  });
});

describe('another source of tokens', () => {
  test('is asked at once by a phone that is wanted', async () => {
    const phone = await refusedPhone();
    const other = new FakeTokenSource();
    phone.controller.setTokenSource(other);
    assert.equal(other.requests, 1);
    assert.equal(phone.deviceState.isSignInRequired, false);
    await settle();
    assert.equal(phone.controller.isDeviceReady(), true);
  });

  test('that asks for signing in too says so anew', async () => {
    const phone = await refusedPhone();
    const other = new FakeTokenSource();
    other.failures.push(signInRequired);
    phone.controller.setTokenSource(other);
    await settle();
    assert.equal(phone.count('device-auth-required'), 2);
  });

  test('is not asked by a phone that is not wanted', async () => {
    const phone = new TestPhone();
    const other = new FakeTokenSource();
    phone.controller.setTokenSource(other);
    await settle();
    assert.equal(other.requests, 0);
    await phone.controller.register();
    assert.equal(other.requests, 1);
  });

  test('replaces a request under way: whoever waits to be registered gets the new answer', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    const registered = watch(phone.controller.register());
    const other = new FakeTokenSource();
    phone.controller.setTokenSource(other);
    await settle();
    phone.tokens.settle();
    await settle();
    assert.equal(registered.outcome, 'fulfilled');
    assert.deepEqual(phone.device.commands, ['register(token-1)']);
    assert.deepEqual([phone.tokens.aborted, other.requests], [1, 1]);
    assert.equal(phone.count('device-error'), 0);
  });

  test('replaces a refresh under way without a word about the old source', async () => {
    const phone = await registeredPhone();
    phone.tokens.hesitates = true;
    await phone.pass(45 * MINUTE);
    const other = new FakeTokenSource();
    phone.controller.setTokenSource(other);
    await settle();
    assert.deepEqual(phone.device.commands, ['updateToken(token-1)']);
    assert.deepEqual([phone.count('device-error'), phone.deviceState.error], [0, null]);
    assert.equal(phone.deviceState.retryAt, null);
  });

  test('does not wait for the retry that the old one made due, and begins with short waits', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(failed, failed, failed);
    watch(phone.controller.register());
    await settle();
    await phone.pass(2_000);
    await phone.pass(3_000);
    const other = new FakeTokenSource();
    other.failures.push(failed);
    phone.controller.setTokenSource(other);
    await settle();
    assert.equal(other.requests, 1);
    assert.equal(phone.clock.nextTimerIn, 2_000);
  });

  test('may be none: then nobody is asked until there is one', async () => {
    const phone = await registeredPhone();
    phone.controller.setTokenSource(null);
    await settle();
    assert.equal(phone.deviceState.error?.code, 'token-url-missing');
    assert.equal(phone.clock.pendingTimers, 0);
  });
});

describe('signing out', () => {
  test('unregisters, and forgets the token', async () => {
    const phone = await registeredPhone();
    await phone.controller.signOut();
    assert.deepEqual(phone.device.commands, ['unregister']);
    assert.deepEqual([phone.deviceState.status, phone.deviceState.isWanted], ['unregistered', false]);
    await phone.controller.register();
    assert.equal(phone.device.commands.at(-1), 'register(token-2)');
  });

  test('forgets who it was, and the calls that are over', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    assert.deepEqual([phone.deviceState.identity, phone.state.missedCallCount], ['alice', 1]);
    await phone.controller.signOut();
    assert.equal(isSignedOut(phone.deviceState), true);
    assert.deepEqual([phone.state.lastCall, phone.state.missedCallCount], [null, 0]);
    await phone.controller.register();
    assert.deepEqual([phone.deviceState.identity, phone.state.lastCall], ['alice', null]);
  });

  test('during a request ends it, and nothing is reported or tried again', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    const registered = watch(phone.controller.register());
    await phone.controller.signOut();
    await settle();
    assert.equal(registered.outcome, 'rejected: registration-failed');
    assert.deepEqual([phone.clock.pendingTimers, phone.deviceState.error], [0, null]);
    assert.equal(phone.count('device-error'), 0);
  });

  test('of a phone that was never registered is fulfilled, and touches nothing', async () => {
    const phone = new TestPhone();
    await phone.controller.signOut();
    assert.deepEqual(phone.device.commands, []);
  });
});
