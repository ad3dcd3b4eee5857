import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultPhoneSettings, outgoingParameters } from '../../src/core/phone-settings.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';

describe('a caller whom nobody answers', () => {
  test('is let go after 30 seconds, rings on elsewhere, and is missed', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.clock.tick(29_999);
    assert.equal(phone.call.status, 'pending');
    phone.clock.tick(1);
    assert.deepEqual(port.commands, ['ignore']);
    assert.deepEqual([phone.call.closedBy, phone.call.isMissed], ['ignore', true]);
    assert.equal(phone.state.missedCallCount, 1);
  });

  test('is told so where the page wishes it, after the time that it set', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ ringTimeoutInSeconds: 10, ringTimeoutAction: 'reject' });
    const port = phone.ring();
    phone.clock.tick(10_000);
    assert.deepEqual(port.commands, ['reject']);
  });

  test('rings until giving up where the page set no time', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ ringTimeoutInSeconds: null });
    phone.ring();
    phone.clock.tick(3_600_000);
    assert.equal(phone.call.status, 'pending');
  });

  test('is not let go once answered, and no timer of it is left', async () => {
    const phone = await registeredPhone();
    const before = phone.clock.pendingTimers;
    await phone.talk();
    assert.equal(phone.clock.pendingTimers, before);
    phone.clock.tick(60_000);
    assert.equal(phone.call.status, 'open');
  });

  test('is not let go while the browser asks the person who answers for the microphone', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    const answered = phone.controller.answerCall();
    phone.clock.tick(45_000);
    assert.deepEqual(port.commands, []);
    phone.microphone.answerPrompt();
    await answered;
    assert.equal(phone.call.status, 'open');
  });

  test('is let go after another while when the person did not answer after all', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    phone.microphone.failure = new PhoneError('microphone-denied', 'The microphone was refused.');
    const answered = phone.controller.answerCall();
    phone.clock.tick(30_000);
    phone.microphone.answerPrompt();
    await assert.rejects(answered);
    phone.clock.tick(29_999);
    assert.deepEqual(port.commands, []);
    phone.clock.tick(1);
    assert.deepEqual(port.commands, ['ignore']);
  });
});

describe('a second caller', () => {
  test('is ignored where the page wishes it', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ busyAction: 'ignore' });
    await phone.talk();
    assert.deepEqual(phone.ring().commands, ['ignore']);
  });
});

describe('answering by itself', () => {
  test('is announced, and happens three seconds later', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    phone.ring();
    await settle();
    assert.equal(phone.ringer.announcements, 1);
    assert.equal(phone.call.autoAnswerAt, phone.clock.now() + 3_000);
    await phone.pass(2_999);
    assert.equal(phone.call.status, 'pending');
    await phone.pass(1);
    assert.equal(phone.call.status, 'open');
  });

  test('does not happen where the browser would have to ask for the microphone', async () => {
    const phone = await registeredPhone();
    phone.microphone.granted = false;
    phone.controller.configure({ autoAnswer: true });
    phone.ring();
    await phone.pass(3_000);
    assert.deepEqual([phone.ringer.announcements, phone.call.status], [0, 'pending']);
    assert.equal(phone.call.autoAnswerAt, null);
  });

  test('is not announced for a caller who gave up at once', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    phone.ring().emit({ type: 'cancel' });
    await settle();
    assert.equal(phone.ringer.announcements, 0);
    assert.equal(phone.call.autoAnswerAt, null);
  });

  test('is not announced for one of two callers who both gave up at once', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    phone.ring().emit({ type: 'cancel' });
    phone.ring().emit({ type: 'cancel' });
    await settle();
    assert.equal(phone.ringer.announcements, 0);
  });

  test('is called off by the person who declines in time', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    const port = phone.ring();
    await settle();
    await phone.controller.rejectCall();
    await phone.pass(10_000);
    assert.deepEqual(port.commands, ['reject']);
    assert.equal(phone.call.autoAnswerAt, null);
  });

  test('that fails leaves the caller ringing, with the reason, and announces nothing any more', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    phone.ring();
    await settle();
    const failure = new PhoneError('microphone-busy', 'In use.');
    phone.microphone.failure = failure;
    await phone.pass(3_000);
    assert.deepEqual(
      [phone.call.status, phone.call.error, phone.call.autoAnswerAt],
      ['pending', failure, null],
    );
  });

  test('steps back when the person answers first', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    const port = phone.ring();
    await settle();
    await phone.controller.answerCall();
    await phone.pass(10_000);
    assert.deepEqual(port.commands, ['accept']);
  });

  test('is off unless the page wishes it', async () => {
    const phone = await registeredPhone();
    phone.ring();
    await phone.pass(5_000);
    assert.deepEqual([phone.ringer.announcements, phone.call.status], [0, 'pending']);
  });
});

describe('missed calls', () => {
  test('are counted until somebody has looked', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    phone.ring().emit({ type: 'cancel' });
    assert.equal(phone.state.missedCallCount, 2);
    phone.controller.clearMissedCalls();
    assert.equal(phone.state.missedCallCount, 0);
    const { state } = phone;
    phone.controller.clearMissedCalls();
    assert.equal(phone.state, state);
  });

  test('are counted once, also when an error follows the end', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    port.emit({ type: 'cancel' });
    port.emit({ type: 'error', error: new PhoneError('call-failed', 'Late.') });
    assert.equal(phone.state.missedCallCount, 1);
  });

  test('are not those that were answered or declined', async () => {
    const phone = await registeredPhone();
    phone.ring();
    await phone.controller.rejectCall();
    await phone.talk();
    await phone.controller.endCall();
    assert.equal(phone.state.missedCallCount, 0);
  });
});

describe('the settings', () => {
  test("are the guide's until the page changes them", () => {
    assert.deepEqual(defaultPhoneSettings, {
      ringTimeoutInSeconds: 30,
      ringTimeoutAction: 'ignore',
      busyAction: 'reject',
      autoAnswer: false,
      record: false,
      phoneNumber: null,
      keepsHistory: true,
    });
    assert.ok(Object.isFrozen(defaultPhoneSettings));
  });

  test('change one by one', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ ringTimeoutInSeconds: 5 });
    phone.controller.configure({ ringTimeoutAction: 'reject' });
    const port = phone.ring();
    phone.clock.tick(5_000);
    assert.deepEqual(port.commands, ['reject']);
  });

  test('ask the voice webhook for a recording, and for the number that is seen', () => {
    const settings = { ...defaultPhoneSettings, record: true, phoneNumber: '+14155550111' };
    assert.deepEqual(outgoingParameters(settings), { record: 'true', callerId: '+14155550111' });
  });

  test('say nothing to the voice webhook that the page did not say', () => {
    assert.deepEqual(outgoingParameters(defaultPhoneSettings), {});
  });
});
