import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { FakeCallPort, settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';
import type { TestPhone as Phone } from '../support/test-phone.js';

const number = '+12025550199';

function placedCall(phone: Phone): FakeCallPort {
  const call = phone.device.placedCalls.at(-1);
  if (!call) throw new Error('No call was placed.');
  return call;
}

describe('a call placed here', () => {
  test('begins once the device has it, and is fulfilled when it rings there', async () => {
    const phone = await registeredPhone();
    const made = watch(phone.controller.makeCall(` ${number} `, { team: 'blue' }));
    assert.deepEqual(phone.deviceState.pending, ['makeCall']);
    assert.deepEqual(phone.state.calls, []);
    await settle();
    assert.deepEqual(phone.device.commands, [
      `makeCall(token-1, ${JSON.stringify({ team: 'blue', To: number })})`,
    ]);
    assert.deepEqual(
      [phone.call.status, phone.call.direction, phone.call.to],
      ['connecting', 'OUTGOING', number],
    );
    assert.equal(made.outcome, 'pending');
    placedCall(phone).emit({ type: 'ringing', parameters: { CallSid: 'CA1' } });
    await settle();
    assert.equal(made.outcome, 'fulfilled');
    assert.deepEqual(phone.deviceState.pending, []);
    assert.equal(phone.call.parameters['CallSid'], 'CA1');
    assert.deepEqual(phone.factTypes, ['call-ringing']);
  });

  test('is fulfilled by an answer that comes before any ringing', async () => {
    const phone = await registeredPhone();
    const made = watch(phone.controller.makeCall(number));
    await settle();
    placedCall(phone).emit({ type: 'accept', parameters: {} });
    await settle();
    assert.equal(made.outcome, 'fulfilled');
    assert.equal(phone.call.status, 'open');
  });

  test('is fulfilled by a line that was lost and found again: the SDK calls it open then', async () => {
    const phone = await registeredPhone();
    const made = watch(phone.controller.makeCall(number));
    await settle();
    placedCall(phone).emit({ type: 'reconnecting', error: null });
    await settle();
    assert.equal(made.outcome, 'pending');
    placedCall(phone).emit({ type: 'reconnected' });
    await settle();
    assert.equal(made.outcome, 'fulfilled');
    assert.deepEqual(phone.deviceState.pending, []);
  });

  test('cannot send its number elsewhere by a parameter of the page', async () => {
    const phone = await registeredPhone();
    void phone.controller.makeCall(number, { To: '+19005550100' });
    await settle();
    assert.equal(placedCall(phone).to, number);
  });

  test('needs no registration, only a token', async () => {
    const phone = new TestPhone();
    void phone.controller.makeCall('client:bob');
    await settle();
    assert.equal(placedCall(phone).to, 'client:bob');
    assert.equal(phone.deviceState.status, 'unregistered');
  });

  for (const nobody of ['', '   ']) {
    test(`is refused without a number, as in ${JSON.stringify(nobody)}, before anything is touched`, async () => {
      const phone = await registeredPhone();
      await assert.rejects(phone.controller.makeCall(nobody), { code: 'invalid-argument' });
      assert.equal(phone.microphone.acquired, 0);
    });
  }

  test('is placed once, however often one clicks', async () => {
    const phone = await registeredPhone();
    void phone.controller.makeCall(number);
    await assert.rejects(phone.controller.makeCall(number), { code: 'invalid-state' });
    await settle();
    await assert.rejects(phone.controller.makeCall(number), { code: 'invalid-state' });
    assert.equal(phone.device.placedCalls.length, 1);
  });

  test('is refused while somebody rings: the SDK would drop that caller', async () => {
    const phone = await registeredPhone();
    phone.ring();
    await assert.rejects(phone.controller.makeCall(number), { code: 'invalid-state' });
    assert.deepEqual(phone.device.commands, []);
  });
});

describe('a call that cannot be placed', () => {
  test('rejects when the microphone is refused, and asks for no token', async () => {
    const phone = new TestPhone();
    phone.microphone.failure = new PhoneError('microphone-denied', 'The microphone was refused.');
    await assert.rejects(phone.controller.makeCall(number), phone.microphone.failure);
    assert.equal(phone.tokens.requests, 0);
    assert.deepEqual(phone.deviceState.pending, []);
    assert.equal(phone.controller.can('makeCall'), true);
  });

  test('rejects when there is no token, and lets go of the microphone', async () => {
    const phone = new TestPhone();
    phone.tokens.failures.push(new PhoneError('token-request-failed', 'The endpoint answered 500.'));
    await assert.rejects(phone.controller.makeCall(number), { code: 'token-request-failed' });
    assert.equal(phone.microphone.released, 1);
  });

  test('rejects when the device cannot, and lets go of the microphone', async () => {
    const phone = await registeredPhone();
    phone.device.failure = new PhoneError('connection-failed', 'The connection is lost.');
    await assert.rejects(phone.controller.makeCall(number), phone.device.failure);
    assert.equal(phone.microphone.released, 1);
    assert.deepEqual(phone.state.calls, []);
  });

  test('rejects with the reason when the call ends before it rings', async () => {
    const phone = await registeredPhone();
    const made = phone.controller.makeCall(number);
    await settle();
    const reason = new PhoneError('callee-busy', 'Busy.');
    placedCall(phone).emit({ type: 'error', error: reason });
    placedCall(phone).emit({ type: 'disconnect' });
    await assert.rejects(made, reason);
  });

  test('rejects when the person hangs up before it rings', async () => {
    const phone = await registeredPhone();
    const made = watch(phone.controller.makeCall(number));
    await settle();
    await phone.controller.endCall();
    await settle();
    assert.equal(made.outcome, 'rejected: call-ended');
  });

  const early: readonly (readonly [CallPortEvent, string])[] = [
    [{ type: 'ringing', parameters: {} }, 'fulfilled'],
    [{ type: 'disconnect' }, 'rejected: call-ended'],
  ];
  for (const [event, outcome] of early) {
    test(`settles also when ${event.type} happened before anybody listened: ${outcome}`, async () => {
      const phone = await registeredPhone();
      const port = new FakeCallPort({ direction: 'OUTGOING', to: number });
      const subscribe = port.subscribe.bind(port);
      port.subscribe = (listener) => {
        listener(event);
        return subscribe(listener);
      };
      phone.device.makeCall = () => Promise.resolve(port);
      const made = watch(phone.controller.makeCall(number));
      await settle();
      assert.equal(made.outcome, outcome);
      assert.deepEqual(phone.deviceState.pending, []);
    });
  }
});

describe('somebody who calls while a call is being placed', () => {
  test('during the microphone prompt, rings, and the call is not placed', async () => {
    const phone = await registeredPhone();
    phone.microphone.prompts = true;
    const made = watch(phone.controller.makeCall(number));
    phone.ring();
    assert.equal(phone.ringer.isRinging, true);
    phone.microphone.answerPrompt();
    await settle();
    assert.equal(made.outcome, 'rejected: invalid-state');
    assert.equal(phone.microphone.released, 1);
    assert.deepEqual(phone.device.placedCalls, []);
    assert.equal(phone.call.status, 'pending');
  });

  test('while the token is fetched, rings, and the call is not placed', async () => {
    const phone = new TestPhone();
    phone.tokens.hesitates = true;
    const made = watch(phone.controller.makeCall(number));
    await settle();
    phone.ring();
    phone.tokens.settle();
    await settle();
    assert.equal(made.outcome, 'rejected: invalid-state');
    assert.deepEqual(phone.device.placedCalls, []);
    assert.equal(phone.controller.can('answerCall'), true);
  });

  test('does not settle the promise of the call placed', async () => {
    const phone = await registeredPhone();
    const made = watch(phone.controller.makeCall(number));
    await settle();
    phone.ring();
    await settle();
    assert.equal(made.outcome, 'pending');
    placedCall(phone).emit({ type: 'ringing', parameters: {} });
    await settle();
    assert.equal(made.outcome, 'fulfilled');
  });
});

describe('what the page set for calls placed here', () => {
  test('goes along as parameters, which the call itself may overrule', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ record: true, phoneNumber: '+14155550111' });
    void phone.controller.makeCall(number, { record: 'false' });
    await settle();
    assert.deepEqual(placedCall(phone).parameters, {
      callerId: '+14155550111',
      record: 'false',
      To: number,
    });
  });
});
