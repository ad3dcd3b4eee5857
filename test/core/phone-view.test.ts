import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from '../../src/core/phone-view.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

test('a view of no phone has no calls, and none can come', () => {
  assert.deepEqual(viewOf(null), {
    incomingCall: null,
    hasIncomingCall: false,
    currentCallState: null,
    hasActiveCall: false,
    isDeviceReady: false,
  });
});

test('a view says when calls can come', async () => {
  assert.equal(viewOf(new TestPhone().state).isDeviceReady, false);
  assert.equal(viewOf((await registeredPhone()).state).isDeviceReady, true);
});

test('a view tells a call that rings from one that is answered', async () => {
  const phone = await registeredPhone();
  phone.ring({ from: '+12025550101' });
  const ringing = viewOf(phone.state);
  assert.equal(ringing.incomingCall?.from, '+12025550101');
  assert.equal(ringing.hasIncomingCall, true);
  assert.equal(ringing.currentCallState, ringing.incomingCall);
  assert.equal(ringing.hasActiveCall, false);

  await phone.controller.answerCall();
  const answered = viewOf(phone.state);
  assert.equal(answered.incomingCall, null);
  assert.equal(answered.hasIncomingCall, false);
  assert.equal(answered.currentCallState?.from, '+12025550101');
  assert.equal(answered.hasActiveCall, true);
});

test('a view cannot be changed', () => {
  assert.ok(Object.isFrozen(viewOf(null)));
  assert.ok(Object.isFrozen(viewOf(new TestPhone().state)));
});
