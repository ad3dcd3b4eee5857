import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, watch } from '../support/test-phone.js';

const denied = new PhoneError('microphone-denied', 'The microphone was refused.');

describe('a call that comes in', () => {
  test('is in the state, whole and frozen, before anybody is told of it', async () => {
    const phone = await registeredPhone();
    let seen = 0;
    phone.controller.subscribeToFacts(() => (seen = phone.state.calls.length));
    phone.ring({ parameters: { CallSid: 'CA1', name: ' Ann ' } });
    assert.equal(seen, 1);
    assert.deepEqual(phone.call, {
      id: 'call-1',
      status: 'pending',
      direction: 'INCOMING',
      from: '+14155550100',
      to: 'client:alice',
      name: 'Ann',
      isMuted: false,
      isTalkingWhileMuted: false,
      isOnHold: false,
      isHoldAvailable: true,
      createdAt: phone.clock.now(),
      openedAt: null,
      closedAt: null,
      reconnectingSince: null,
      parameters: { CallSid: 'CA1', name: ' Ann ' },
      warnings: [],
      pending: [],
      closedBy: null,
      autoAnswerAt: null,
      isMissed: false,
      quality: null,
      isFeedbackPossible: true,
      feedback: null,
      error: null,
    });
  });

  const nameless: readonly Readonly<Record<string, string>>[] = [{}, { name: '' }, { name: '  ' }];
  for (const parameters of nameless) {
    test(`has no name when its caller's side sent ${JSON.stringify(parameters)}`, async () => {
      const phone = await registeredPhone();
      phone.ring({ parameters });
      assert.equal(phone.call.name, null);
    });
  }

  test('is answered: the promise settles with the fact, the microphone comes before accept', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    await phone.controller.answerCall();
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-connecting', 'call-accept']);
    assert.equal(phone.microphone.acquired, 1);
    assert.equal(phone.microphone.released, 0);
    assert.deepEqual(port.commands, ['accept']);
    assert.equal(phone.call.openedAt, phone.clock.now());
  });

  test('is not open before the network says so: nothing is optimistic', async () => {
    const phone = await registeredPhone();
    const port = phone.ring({ hesitates: true });
    const answered = watch(phone.controller.answerCall());
    await settle();
    assert.deepEqual(port.commands, ['accept']);
    assert.deepEqual([phone.call.status, phone.call.pending], ['pending', ['answerCall']]);
    port.emit({ type: 'connecting' });
    assert.deepEqual([phone.call.status, phone.call.pending], ['connecting', ['answerCall']]);
    await settle();
    assert.equal(answered.outcome, 'pending');
    port.emit({ type: 'accept', parameters: {} });
    assert.deepEqual([phone.call.status, phone.call.pending], ['open', []]);
    await settle();
    assert.equal(answered.outcome, 'fulfilled');
  });

  test('is declined: its caller hears so', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    await phone.controller.rejectCall();
    assert.deepEqual(port.commands, ['reject']);
    assert.deepEqual([phone.call.closedBy, phone.call.isMissed], ['reject', false]);
    assert.deepEqual(phone.state.calls, []);
  });

  test('is ignored: its caller hears nothing', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    await phone.controller.ignoreCall();
    assert.deepEqual(port.commands, ['ignore']);
    assert.equal(phone.call.closedBy, 'ignore');
  });

  for (const command of ['rejectCall', 'ignoreCall'] as const) {
    test(`${command} is not a fact before the network says so`, async () => {
      const phone = await registeredPhone();
      const port = phone.ring({ hesitates: true });
      const wish = watch(phone.controller[command]());
      await settle();
      assert.deepEqual(
        [wish.outcome, phone.call.status, phone.call.pending],
        ['pending', 'pending', [command]],
      );
      port.emit(command === 'rejectCall' ? { type: 'reject' } : { type: 'ignore' });
      await settle();
      assert.deepEqual([wish.outcome, phone.call.status], ['fulfilled', 'closed']);
    });
  }

  test('given up just as it is declined: the wish fails, for it was not the person who ended it', async () => {
    const phone = await registeredPhone();
    const port = phone.ring({ hesitates: true });
    const rejected = phone.controller.rejectCall();
    port.emit({ type: 'cancel' });
    await assert.rejects(rejected, { code: 'call-ended', parameters: { closedBy: 'cancel' } });
  });

  test('fault 19: given up at once is missed once, and rings no more', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-cancel']);
    assert.deepEqual([phone.state.calls.length, phone.state.missedCallCount], [0, 1]);
    assert.equal(phone.ringer.isRinging, false);
  });

  test('fault 18: whose signalling is lost while it rings is told as what it is: an end', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'reconnecting', error: null });
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-transport-close']);
    assert.equal(phone.call.closedBy, 'transportClose');
    assert.equal(phone.state.missedCallCount, 1);
    assert.equal(phone.ringer.isRinging, false);
  });
});

describe('a microphone that is refused', () => {
  test('leaves the caller ringing, with what happened written beside it', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.failure = denied;
    await assert.rejects(phone.controller.answerCall(), denied);
    assert.deepEqual(port.commands, []);
    assert.deepEqual([phone.call.status, phone.call.error, phone.call.pending], ['pending', denied, []]);
    assert.equal(phone.ringer.isRinging, true);
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-error']);
  });

  test('may be tried again: the trouble is cleared at once, and the call opens', async () => {
    const phone = await registeredPhone();
    phone.ring();
    phone.microphone.failure = denied;
    await assert.rejects(phone.controller.answerCall());
    phone.microphone.failure = null;
    phone.microphone.prompts = true;
    const answered = phone.controller.answerCall();
    assert.equal(phone.call.error, null);
    phone.microphone.answerPrompt();
    await answered;
    assert.equal(phone.call.status, 'open');
  });

  test('after the caller gave up is told to whoever asked, and changes nothing', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    phone.microphone.failure = denied;
    const answered = watch(phone.controller.answerCall());
    port.emit({ type: 'cancel' });
    const ended = phone.call;
    phone.microphone.answerPrompt();
    await settle();
    assert.equal(answered.outcome, 'rejected: call-ended');
    assert.equal(phone.call, ended);
    assert.equal(phone.count('call-error'), 0);
  });

  test('for a reason that nobody foresaw still rejects with an error of ours', async () => {
    const phone = await registeredPhone();
    phone.ring();
    phone.microphone.acquire = () => Promise.reject(new TypeError('Something odd.'));
    await assert.rejects(phone.controller.answerCall(), {
      name: 'PhoneError',
      code: 'call-failed',
      cause: { code: null, name: 'TypeError', message: 'Something odd.' },
    });
    assert.equal(phone.call.status, 'pending');
  });
});

describe('while the browser asks for the microphone', () => {
  test('the caller may give up: the microphone is let go, nothing is accepted', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    const answered = watch(phone.controller.answerCall());
    port.emit({ type: 'cancel' });
    await settle();
    assert.equal(answered.outcome, 'rejected: call-ended');
    assert.equal(phone.microphone.released, 0);
    phone.microphone.answerPrompt();
    await settle();
    assert.equal(phone.microphone.released, 1);
    assert.deepEqual(port.commands, []);
  });

  test('the person may decline after all', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    const answered = watch(phone.controller.answerCall());
    await phone.controller.rejectCall();
    phone.microphone.answerPrompt();
    await settle();
    assert.equal(answered.outcome, 'rejected: call-ended');
    assert.deepEqual(port.commands, ['reject']);
    assert.equal(phone.microphone.released, 1);
  });

  test('a second click on Answer is refused, and asks for nothing', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.microphone.prompts = true;
    const first = phone.controller.answerCall();
    await assert.rejects(phone.controller.answerCall(), { code: 'invalid-state' });
    assert.equal(phone.microphone.acquired, 1);
    phone.microphone.answerPrompt();
    await first;
    assert.deepEqual(port.commands, ['accept']);
  });
});

describe('a second caller while somebody talks', () => {
  test('is shown, declined at once, and counted as missed', async () => {
    const phone = await registeredPhone();
    const open = await phone.talk();
    const second = phone.ring();
    assert.deepEqual(second.commands, ['reject']);
    assert.deepEqual(phone.factTypes.slice(-2), ['call-incoming', 'call-reject']);
    assert.deepEqual(
      phone.state.calls.map(({ id, status }) => [id, status]),
      [['call-1', 'open']],
    );
    assert.equal(phone.state.missedCallCount, 1);
    assert.deepEqual(open.commands, ['accept']);
  });

  test('that the network does not let go of at once is silent, and cannot be answered', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    phone.ring({ hesitates: true });
    assert.equal(phone.ringer.isRinging, false);
    await assert.rejects(phone.controller.answerCall('call-2'), { code: 'invalid-state' });
  });

  test('who rang before the first was answered rings again when that one is over', async () => {
    const phone = await registeredPhone();
    phone.ring();
    phone.ring();
    assert.equal(phone.controller.can('answerCall'), false);
    await phone.controller.answerCall('call-1');
    assert.equal(phone.ringer.isRinging, false);
    await phone.controller.endCall();
    assert.equal(phone.ringer.isRinging, true);
    await phone.controller.answerCall();
    assert.deepEqual([phone.call.id, phone.call.status], ['call-2', 'open']);
  });
});
