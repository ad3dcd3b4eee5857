import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

const number = '+12025550199';

describe('a destroyed phone', () => {
  test('has no listener at any port, and no timer', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    await phone.controller.destroy();
    assert.deepEqual(
      [phone.device.listenerCount, phone.ringer.listenerCount, port.listenerCount, phone.clock.pendingTimers],
      [0, 0, 0, 0],
    );
    assert.equal(phone.ringer.isRinging, false);
    assert.ok(phone.microphone.released > 0);
  });

  test('says so: the last facts are the end of the device, and of each call, written down', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    phone.ring({ hesitates: true });
    phone.facts.length = 0;
    await phone.controller.destroy();
    assert.deepEqual(phone.factTypes, [
      'device-destroyed',
      'call-transport-close',
      'call-transport-close',
      'call-log',
      'call-log',
    ]);
    assert.deepEqual([phone.deviceState.status, phone.state.calls], ['destroyed', []]);
    assert.equal(phone.controller.isDeviceReady(), false);
    assert.equal(phone.controller.hasActiveCall(), false);
    assert.equal(phone.controller.getCurrentCallState(), null);
  });

  test('is destroyed once, however often one asks', async () => {
    const phone = await registeredPhone();
    await phone.controller.destroy();
    await phone.controller.destroy();
    assert.deepEqual(phone.device.commands, ['destroy']);
    assert.equal(phone.count('device-destroyed'), 1);
  });

  test('gives everything back also when it was not destroyed by us', async () => {
    const phone = await registeredPhone();
    phone.ring();
    phone.device.emit({ type: 'destroyed' });
    assert.deepEqual([phone.device.listenerCount, phone.clock.pendingTimers], [0, 0]);
    assert.equal(phone.ringer.isRinging, false);
    await phone.controller.destroy();
    assert.deepEqual(phone.device.commands, []);
  });

  test('refuses every command by a promise', async () => {
    const phone = await registeredPhone();
    phone.ring();
    await phone.controller.destroy();
    const { controller } = phone;
    for (const refused of [
      () => controller.register(),
      () => controller.unregister(),
      () => controller.signOut(),
      () => controller.makeCall(number),
      () => controller.answerCall(),
      () => controller.rejectCall(),
      () => controller.ignoreCall(),
      () => controller.endCall(),
      () => controller.toggleMute(),
      () => controller.toggleHold(),
      () => controller.sendDigits('1'),
    ]) {
      await assert.rejects(refused, { name: 'PhoneError', code: 'invalid-state' });
    }
  });

  test('asks for no token any more, whatever happens around it', async () => {
    const phone = await registeredPhone();
    await phone.controller.destroy();
    phone.controller.checkConnection();
    phone.controller.setTokenSource(phone.tokens);
    await phone.pass(7_200_000);
    assert.equal(phone.tokens.requests, 1);
    assert.equal(phone.clock.pendingTimers, 0);
  });
});

describe('what was wished for when the phone is destroyed', () => {
  test('register() rejects', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    const wish = watch(phone.controller.register());
    await phone.controller.destroy();
    await settle();
    assert.equal(wish.outcome, 'rejected: invalid-state');
    assert.equal(phone.tokens.aborted, 1);
    assert.deepEqual(phone.deviceState.pending, []);
  });

  test('unregister() rejects', async () => {
    const phone = await registeredPhone();
    phone.device.hesitates = true;
    const wish = watch(phone.controller.unregister());
    await phone.controller.destroy();
    await settle();
    assert.equal(wish.outcome, 'rejected: invalid-state');
  });

  test('answering rejects, and an answer to the prompt accepts nothing', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    const wish = watch(phone.controller.answerCall());
    await phone.controller.destroy();
    phone.microphone.answerPrompt();
    await settle();
    assert.equal(wish.outcome, 'rejected: call-ended');
    assert.deepEqual(port.commands, []);
    assert.equal(phone.microphone.released, 2);
  });

  test('hanging up is fulfilled: the call is over', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.hesitates = true;
    const wish = watch(phone.controller.endCall());
    await phone.controller.destroy();
    await settle();
    assert.equal(wish.outcome, 'fulfilled');
  });

  for (const moment of ['the prompt', 'the token'] as const) {
    test(`a call that waits for ${moment} rejects, and is never placed`, async () => {
      const phone = new TestPhone();
      phone.microphone.prompts = moment === 'the prompt';
      phone.tokens.hesitates = true;
      const wish = watch(phone.controller.makeCall(number));
      await settle();
      const requests = phone.tokens.requests;
      await phone.controller.destroy();
      phone.microphone.answerPrompt();
      phone.tokens.settle();
      await settle();
      assert.equal(wish.outcome, 'rejected: invalid-state');
      assert.equal(phone.tokens.requests, requests);
      assert.deepEqual(phone.device.commands, ['destroy']);
      assert.equal(phone.clock.pendingTimers, 0);
    });
  }

  test('a call that the device is placing rejects, and is none of this phone', async () => {
    const phone = await registeredPhone();
    const destroyed = new PhoneError('invalid-state', 'The phone has been destroyed.');
    let refuse: (reason: PhoneError) => void = () => assert.fail('Nobody called.');
    phone.device.makeCall = () => new Promise((_resolve, reject) => (refuse = reject));
    const wish = watch(phone.controller.makeCall(number));
    await settle();
    await phone.controller.destroy();
    refuse(destroyed);
    await settle();
    assert.equal(wish.outcome, 'rejected: invalid-state');
    assert.deepEqual(phone.state.calls, []);
  });
});
