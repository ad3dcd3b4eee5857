import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';

describe('the bell', () => {
  test('is silent until somebody calls, and rings at once then', async () => {
    const phone = await registeredPhone();
    assert.equal(phone.ringer.isRinging, false);
    phone.ring();
    assert.equal(phone.ringer.isRinging, true);
  });

  const endings: readonly CallPortEvent[] = [
    { type: 'cancel' },
    { type: 'reject' },
    { type: 'ignore' },
    { type: 'transportClose' },
    { type: 'reconnecting', error: null },
    { type: 'connecting' },
  ];
  for (const event of endings) {
    test(`stops at ${event.type}`, async () => {
      const phone = await registeredPhone();
      phone.ring().emit(event);
      assert.equal(phone.ringer.isRinging, false);
    });
  }

  for (const command of ['answerCall', 'rejectCall', 'ignoreCall'] as const) {
    test(`is silent as soon as the person has chosen ${command}, before the network knows`, async () => {
      const phone = await registeredPhone();
      phone.ring({ hesitates: true });
      phone.microphone.prompts = true;
      void phone.controller[command]().catch(() => undefined);
      assert.equal(phone.ringer.isRinging, false);
    });
  }

  test('goes on when the microphone was refused: the caller still waits', async () => {
    const phone = await registeredPhone();
    phone.ring();
    phone.microphone.failure = new PhoneError('microphone-denied', 'The microphone was refused.');
    await phone.controller.answerCall().catch(() => undefined);
    assert.equal(phone.ringer.isRinging, true);
  });

  test('goes on for the second caller when the first has given up', async () => {
    const phone = await registeredPhone();
    const first = phone.ring();
    const second = phone.ring();
    first.emit({ type: 'cancel' });
    assert.equal(phone.ringer.isRinging, true);
    second.emit({ type: 'cancel' });
    assert.equal(phone.ringer.isRinging, false);
  });

  test('does not ring into a call', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    phone.ring({ hesitates: true });
    assert.equal(phone.ringer.isRinging, false);
  });

  test('does not ring for a call placed here', async () => {
    const phone = await registeredPhone();
    void phone.controller.makeCall('+12025550199');
    await settle();
    phone.device.placedCalls[0]?.emit({ type: 'ringing', parameters: {} });
    assert.equal(phone.ringer.isRinging, false);
  });

  test('that throws does not keep the call from being shown', async () => {
    const phone = await registeredPhone();
    phone.ringer.start = () => {
      throw new Error('No sound today.');
    };
    phone.ring();
    assert.equal(phone.call.status, 'pending');
    assert.deepEqual(phone.reports, ['A listener threw: Error: No sound today.']);
  });
});

describe('sound that the browser blocks', () => {
  test('is in the state, and out of it when the person has clicked', async () => {
    const phone = await registeredPhone();
    phone.ringer.setBlocked(true);
    assert.equal(phone.state.isSoundBlocked, true);
    phone.ringer.setBlocked(false);
    assert.equal(phone.state.isSoundBlocked, false);
  });

  test('said twice changes nothing', async () => {
    const phone = await registeredPhone();
    phone.ringer.setBlocked(true);
    const { state } = phone;
    phone.ringer.setBlocked(true);
    assert.equal(phone.state, state);
  });
});
