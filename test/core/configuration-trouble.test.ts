import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { FakeTokenSource, settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

/** Each, as the first answer that a phone gets, and whether somebody has to set something right. */
const rows: readonly (readonly [PhoneErrorCode, boolean])[] = [
  ['token-url-missing', false],
  ['token-url-invalid', false],
  ['token-request-failed', false],
  ['token-request-timeout', false],
  ['token-answer-invalid', false],
  ['token-grants-missing', false],
  ['token-expired-on-arrival', false],
  ['incoming-not-allowed', false],
  ['token-invalid', false],
  ['page-not-secure', false],
  ['sign-in-required', true],
  ['token-expired', true],
  ['connection-failed', true],
  ['registration-failed', true],
  ['rate-limited', true],
  ['sdk-load-failed', true],
  ['browser-unsupported', true],
];

for (const [code, isConfigured] of rows) {
  test(`a phone that never worked and met ${code} is ${isConfigured ? 'set up' : 'not set up'}`, async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(new PhoneError(code, 'whatever', { recoverable: true }));
    await assert.rejects(phone.controller.register(), { code });
    assert.equal(phone.deviceState.isConfigured, isConfigured);
    assert.equal(phone.deviceState.error?.code, code);
  });

  test(`${code} set right, the phone comes alive without anybody loading the page anew`, async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(new PhoneError(code, 'whatever', { recoverable: true }));
    await assert.rejects(phone.controller.register());
    phone.controller.setTokenSource(new FakeTokenSource());
    await settle();
    assert.equal(phone.deviceState.status, 'registered');
    assert.equal(phone.deviceState.isConfigured, true);
    assert.equal(phone.deviceState.error, null);
  });
}

test('an endpoint that worked before and fails now is no matter of configuration', async () => {
  const phone = await registeredPhone();
  phone.device.emit({ type: 'unregistered' });
  phone.tokens.failures.push(new PhoneError('token-request-failed', 'HTTP 500.', { recoverable: true }));
  phone.controller.setTokenSource(phone.tokens);
  await settle();
  assert.equal(phone.deviceState.error?.code, 'token-request-failed');
  assert.equal(phone.deviceState.isConfigured, true);
});

test('a token that Twilio itself refuses is a matter of configuration', async () => {
  const phone = await registeredPhone();
  const error = new PhoneError('token-invalid', '31202', { recoverable: true });
  phone.device.failure = error;
  phone.device.emit({ type: 'error', error });
  phone.device.emit({ type: 'unregistered' });
  await phone.pass(5_000);
  assert.equal(phone.deviceState.isConfigured, false);
});

const mendedByTheServer: readonly PhoneErrorCode[] = [
  'token-request-failed',
  'token-answer-invalid',
  'token-grants-missing',
  'token-expired-on-arrival',
  'token-invalid',
];
for (const code of mendedByTheServer) {
  test(`${code} mended on the server, the phone finds it out by itself within half a minute`, async () => {
    const phone = new TestPhone();
    phone.chance = 0.999;
    for (let time = 0; time < 8; time += 1) {
      phone.tokens.failures.push(new PhoneError(code, 'whatever', { recoverable: true }));
    }
    await assert.rejects(phone.controller.register());
    for (let time = 0; phone.tokens.failures.length > 0 && time < 20; time += 1) await phone.pass(30_000);
    await phone.pass(30_000);
    assert.equal(phone.deviceState.status, 'registered');
  });
}

test('a token that lets no calls come is not registered with, but calls with', async () => {
  const phone = new TestPhone();
  phone.tokens.isIncomingAllowed = false;
  await assert.rejects(phone.controller.register(), { code: 'incoming-not-allowed' });
  assert.deepEqual(phone.device.commands, []);
  assert.equal(phone.deviceState.isConfigured, false);
  void phone.controller.makeCall('+14155550100');
  await settle();
  assert.match(phone.device.commands.join(), /makeCall/);
});

test('a token that lets no calls come is asked for anew, until one does', async () => {
  const phone = new TestPhone();
  phone.tokens.isIncomingAllowed = false;
  await assert.rejects(phone.controller.register());
  phone.tokens.isIncomingAllowed = undefined;
  await phone.pass(30_000);
  assert.equal(phone.deviceState.status, 'registered');
  assert.equal(phone.deviceState.isConfigured, true);
});

test('a refresh that brings a token without incoming calls keeps the one that Twilio took', async () => {
  const phone = await registeredPhone();
  phone.tokens.isIncomingAllowed = false;
  phone.device.emit({ type: 'tokenWillExpire' });
  await phone.pass(3_600_000 * 0.75);
  assert.equal(phone.deviceState.status, 'registered');
  assert.equal(phone.deviceState.error?.code, 'incoming-not-allowed');
  assert.doesNotMatch(phone.device.commands.join(), /updateToken/);
});
