import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, watch } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

const notLoaded = new PhoneError('sdk-load-failed', 'A part of the phone did not load.', {
  recoverable: true,
});

/** A phone that is registered, and whose half that knows calls is still on its way. */
async function reachablePhone(): Promise<TestPhone> {
  const phone = await registeredPhone();
  phone.calls.current = null;
  return phone;
}

describe('while the half that knows calls is not there', () => {
  test('the phone registers, and asks for nothing more', async () => {
    const phone = await reachablePhone();
    assert.equal(phone.controller.isDeviceReady(), true);
    assert.equal(phone.controller.hasActiveCall(), false);
    assert.equal(phone.calls.loads, 0);
  });

  test('what may be asked of the phone is known, and nothing may be asked of a call', async () => {
    const { controller } = await reachablePhone();
    assert.equal(controller.can('makeCall'), true);
    assert.equal(controller.can('unregister'), true);
    assert.equal(controller.can('register'), false);
    for (const command of ['answerCall', 'rejectCall', 'endCall', 'toggleMute', 'toggleHold'] as const) {
      assert.equal(controller.can(command), false, command);
    }
  });

  test('a call that arrives waits for it, and then rings', async () => {
    const phone = await reachablePhone();
    phone.ring();
    assert.deepEqual(phone.state.calls, []);
    phone.calls.come();
    await settle();
    assert.equal(phone.call.status, 'pending');
    assert.equal(phone.ringer.isRinging, true);
    assert.deepEqual(phone.factTypes, ['call-incoming']);
  });

  test('a call whose caller gives up meanwhile is told as one that came and went', async () => {
    const phone = await reachablePhone();
    phone.ring().emit({ type: 'cancel' });
    phone.calls.come();
    await settle();
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-cancel']);
    assert.equal(phone.state.missedCallCount, 1);
  });

  test('two calls that arrive wait for one half, in their order', async () => {
    const phone = await reachablePhone();
    phone.ring({ from: '+14155550101' });
    phone.ring({ from: '+14155550102' });
    phone.calls.come();
    await settle();
    assert.deepEqual(
      phone.state.calls.map(({ from }) => from),
      ['+14155550101', '+14155550102'],
    );
  });

  test('a call is placed as soon as it is there', async () => {
    const phone = await reachablePhone();
    const placing = watch(phone.controller.makeCall('+14155550100'));
    await settle();
    assert.equal(phone.device.placedCalls.length, 0);
    phone.calls.come();
    await settle();
    assert.equal(phone.device.placedCalls.length, 1);
    assert.equal(placing.outcome, 'pending');
  });

  test('what the page says about calls holds for the first of them', async () => {
    const phone = await reachablePhone();
    phone.controller.configure({ ringTimeoutInSeconds: 5 });
    const port = phone.ring();
    phone.calls.come();
    await settle();
    await phone.pass(5_000);
    assert.deepEqual(port.commands, ['ignore']);
  });

  test('a command about a call is refused once it is there', async () => {
    const phone = await reachablePhone();
    const answering = watch(phone.controller.answerCall());
    phone.calls.come();
    await settle();
    assert.equal(answering.outcome, 'rejected: invalid-state');
  });
});

describe('when the half that knows calls does not come', () => {
  test('a call goes on ringing elsewhere, and why is reported', async () => {
    const phone = await reachablePhone();
    phone.calls.failure = notLoaded;
    const port = phone.ring();
    await settle();
    assert.deepEqual(port.commands, ['ignore']);
    assert.deepEqual(phone.state.calls, []);
    assert.equal(phone.reports.length, 1);
    assert.match(phone.reports[0] ?? '', /did not load/);
  });

  test('a command says so, and the next one tries again', async () => {
    const phone = await reachablePhone();
    phone.calls.failure = notLoaded;
    await assert.rejects(phone.controller.makeCall('+14155550100'), { code: 'sdk-load-failed' });
    phone.calls.failure = null;
    void phone.controller.makeCall('+14155550100');
    phone.calls.come();
    await settle();
    assert.equal(phone.device.placedCalls.length, 1);
  });

  test('a phone that was destroyed meanwhile takes no call any more', async () => {
    const phone = await reachablePhone();
    const port = phone.ring();
    await phone.controller.destroy();
    phone.calls.come();
    await settle();
    assert.deepEqual(port.commands, ['ignore']);
    assert.deepEqual(phone.state.calls, []);
  });
});

test('with that half at hand a command acts within the click that asked for it', async () => {
  const phone = await registeredPhone();
  phone.ring();
  void phone.controller.answerCall();
  assert.equal(phone.microphone.acquired, 1);
  assert.deepEqual(phone.call.pending, ['answerCall']);
});
