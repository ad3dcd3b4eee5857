import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCallFeedback } from '../../src/core/call-feedback.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

const good = { score: 5, issue: null } as const;

function rejection(code: PhoneErrorCode) {
  return { name: 'PhoneError', code };
}

async function afterCall(): Promise<TestPhone> {
  const phone = await registeredPhone();
  const port = await phone.talk();
  port.emit({ type: 'disconnect' });
  return phone;
}

describe('what a page says of a call', () => {
  test('is a score of 1 to 5', () => {
    assert.deepEqual(readCallFeedback({ score: 1 }), { score: 1, issue: null });
    assert.deepEqual(readCallFeedback({ score: 5, issue: null }), good);
    for (const score of [0, 6, 2.5, NaN]) assert.equal(readCallFeedback({ score }), null);
  });

  test('names one of Twilio’s issues, or none', () => {
    for (const issue of [
      'dropped-call',
      'audio-latency',
      'one-way-audio',
      'choppy-audio',
      'noisy-call',
      'echo',
    ]) {
      assert.deepEqual(readCallFeedback({ score: 2, issue }), { score: 2, issue });
    }
    assert.equal(readCallFeedback({ score: 2, issue: 'bad-weather' }), null);
  });

  test('is frozen, and carries nothing else', () => {
    const read = readCallFeedback({ ...good, note: 'hello' } as typeof good);
    assert.deepEqual(read, good);
    assert.ok(Object.isFrozen(read));
  });
});

describe('feedback', () => {
  test('is sent for the call that ended last, told once, and stands with it', async () => {
    const phone = await afterCall();
    await phone.controller.sendFeedback({ score: 2, issue: 'echo' });
    assert.deepEqual(phone.call.feedback, { score: 2, issue: 'echo' });
    assert.equal(phone.count('call-feedback'), 1);
    assert.deepEqual(phone.reports, []);
  });

  test('reaches the call’s own port', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.emit({ type: 'disconnect' });
    await phone.controller.sendFeedback({ score: 1, issue: 'one-way-audio' }, phone.call.id);
    assert.equal(port.commands.at(-1), 'sendFeedback(1, one-way-audio)');
  });

  test('is given once', async () => {
    const phone = await afterCall();
    await phone.controller.sendFeedback(good);
    assert.equal(phone.controller.can('sendFeedback'), false);
    await assert.rejects(phone.controller.sendFeedback(good), rejection('invalid-state'));
  });

  test('is not given for a call that goes on', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    await assert.rejects(phone.controller.sendFeedback(good), rejection('invalid-state'));
    await assert.rejects(phone.controller.sendFeedback(good, phone.call.id), rejection('unknown-call'));
  });

  test('is not given for a call that was never open', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    assert.equal(phone.controller.can('sendFeedback'), false);
  });

  test('is not given where nothing may be told to Twilio’s event gateway', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk({ isFeedbackPossible: false });
    port.emit({ type: 'disconnect' });
    assert.equal(phone.controller.can('sendFeedback'), false);
  });

  test('of a kind that nobody knows is refused before the port is asked', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.emit({ type: 'disconnect' });
    const wrong = { score: 9, issue: null } as unknown as typeof good;
    await assert.rejects(phone.controller.sendFeedback(wrong), rejection('invalid-argument'));
    assert.equal(port.commands.includes('sendFeedback(9, null)'), false);
  });

  test('that does not arrive may be given again', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.emit({ type: 'disconnect' });
    port.failure = new PhoneError('feedback-failed', 'Offline.');
    await assert.rejects(phone.controller.sendFeedback(good), rejection('feedback-failed'));
    assert.equal(phone.call.feedback, null);
    port.failure = null;
    await phone.controller.sendFeedback(good);
    assert.deepEqual(phone.call.feedback, good);
  });
});

describe('sound that is reconnected', () => {
  test('is the port’s affair, and the command settles with it', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    await phone.controller.reconnectSound();
    assert.equal(port.commands.at(-1), 'reconnectSound');
    port.failure = new PhoneError('microphone-missing', 'It is gone.');
    await assert.rejects(phone.controller.reconnectSound(), rejection('microphone-missing'));
  });

  test('is refused without an open call', async () => {
    const phone = await registeredPhone();
    await assert.rejects(phone.controller.reconnectSound(), rejection('invalid-state'));
  });
});
