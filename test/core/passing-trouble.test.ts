import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

const lost = new PhoneError('connection-failed', 'Lost.', { recoverable: true });

describe('trouble of a connection that was good', () => {
  test('is told at once, and stands in the state only if it lasts for five seconds', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: lost });
    phone.device.emit({ type: 'unregistered' });
    assert.equal(phone.count('device-error'), 1);
    await phone.pass(4_999);
    assert.equal(phone.deviceState.error, null);
    await phone.pass(1);
    assert.equal(phone.deviceState.error, lost);
  });

  test('is nobody’s trouble when it is good again before', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'unregistered' });
    phone.device.emit({ type: 'error', error: lost });
    await phone.pass(4_000);
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    await phone.pass(60_000);
    assert.equal(phone.deviceState.error, null);
  });

  test('is counted from the loss, not from each report', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'unregistered' });
    await phone.pass(4_000);
    phone.device.emit({ type: 'error', error: lost });
    await phone.pass(1_000);
    assert.equal(phone.deviceState.error, lost);
    const later = new PhoneError('rate-limited', 'Too many.', { recoverable: true });
    phone.device.emit({ type: 'error', error: later });
    assert.equal(phone.deviceState.error, later);
  });

  test('stands at once where it does not pass', async () => {
    const phone = await registeredPhone();
    const final = new PhoneError('browser-unsupported', 'No WebRTC.');
    phone.device.emit({ type: 'error', error: final });
    assert.equal(phone.deviceState.error, final);
  });

  test('does not stand beside a readiness that it did not end, as in a call', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: lost });
    await phone.pass(60_000);
    assert.deepEqual([phone.deviceState.status, phone.deviceState.error], ['registered', null]);
  });

  test('does not come back to a phone that is not wanted any more', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: lost });
    phone.device.emit({ type: 'unregistered' });
    await phone.controller.unregister();
    await phone.pass(60_000);
    assert.equal(phone.deviceState.error, null);
  });

  test('leaves no timer behind when the phone is destroyed', async () => {
    const phone = await registeredPhone();
    phone.device.emit({ type: 'error', error: lost });
    await phone.controller.destroy();
    assert.equal(phone.clock.pendingTimers, 0);
  });
});

test('trouble of a connection that was never good stands at once', () => {
  const phone = new TestPhone();
  phone.device.hesitates = true;
  watch(phone.controller.register());
  phone.device.emit({ type: 'registering' });
  phone.device.emit({ type: 'error', error: lost });
  assert.equal(phone.deviceState.error, lost);
});
