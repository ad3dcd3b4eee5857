import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle } from '../support/fake-ports.js';
import type { FakeCallPort } from '../support/fake-ports.js';
import { registeredPhone, watch } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

async function talkingPhone(): Promise<{ phone: TestPhone; port: FakeCallPort }> {
  const phone = await registeredPhone();
  const port = await phone.talk();
  port.commands.length = 0;
  phone.facts.length = 0;
  return { phone, port };
}

describe('an answer', () => {
  test('is given by a line that was lost before it was heard, and found again', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    port.hesitates = true;
    const answered = watch(phone.controller.answerCall());
    await settle();
    port.emit({ type: 'connecting' });
    port.emit({ type: 'reconnecting', error: null });
    await settle();
    assert.equal(answered.outcome, 'pending');
    port.emit({ type: 'reconnected' });
    await settle();
    assert.equal(answered.outcome, 'fulfilled');
    assert.deepEqual([phone.call.status, phone.call.pending], ['open', []]);
  });
});

describe('mute', () => {
  test('resolves to the new state, which is the fact', async () => {
    const { phone, port } = await talkingPhone();
    assert.equal(await phone.controller.toggleMute(), true);
    assert.equal(phone.call.isMuted, true);
    assert.equal(await phone.controller.toggleMute(), false);
    assert.equal(phone.call.isMuted, false);
    assert.deepEqual(port.commands, ['mute(true)', 'mute(false)']);
    assert.deepEqual(phone.factTypes, ['call-mute', 'call-mute']);
  });

  test('is not shown before it is a fact, and a second click meanwhile is refused', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const toggled = watch(phone.controller.toggleMute());
    await settle();
    assert.deepEqual(
      [toggled.outcome, phone.call.isMuted, phone.call.pending],
      ['pending', false, ['toggleMute']],
    );
    await assert.rejects(phone.controller.toggleMute(), { code: 'invalid-state' });
    port.emit({ type: 'mute', isMuted: true });
    await settle();
    assert.deepEqual(
      [toggled.outcome, phone.call.isMuted, phone.call.pending],
      ['fulfilled with true', true, []],
    );
    assert.deepEqual(port.commands, ['mute(true)']);
  });

  test('works before the answer when the call is named', async () => {
    const phone = await registeredPhone();
    phone.ring();
    assert.equal(await phone.controller.toggleMute('call-1'), true);
    await assert.rejects(phone.controller.toggleMute(), { code: 'invalid-state' });
  });
});

describe('hold', () => {
  test('resolves to the new state, which is the fact', async () => {
    const { phone, port } = await talkingPhone();
    assert.equal(await phone.controller.toggleHold(), true);
    assert.equal(phone.call.isOnHold, true);
    assert.equal(await phone.controller.toggleHold(), false);
    assert.equal(phone.call.isOnHold, false);
    assert.deepEqual(port.commands, ['hold(true)', 'hold(false)']);
    assert.deepEqual(phone.factTypes, ['call-hold', 'call-hold']);
  });

  test('is independent of mute, also when both are under way', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const held = watch(phone.controller.toggleHold());
    const muted = watch(phone.controller.toggleMute());
    assert.deepEqual(phone.call.pending, ['toggleHold', 'toggleMute']);
    port.emit({ type: 'mute', isMuted: true });
    await settle();
    assert.deepEqual([held.outcome, muted.outcome], ['pending', 'fulfilled with true']);
    port.emit({ type: 'hold', isOnHold: true });
    await settle();
    assert.equal(held.outcome, 'fulfilled with true');
  });

  test('tells the truth when the port could not do it', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const held = phone.controller.toggleHold();
    port.emit({ type: 'hold', isOnHold: false });
    assert.equal(await held, false);
  });

  test('is refused where it is not available, before the port hears of it', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk({ isHoldAvailable: false });
    await assert.rejects(phone.controller.toggleHold(), { code: 'invalid-state' });
    assert.deepEqual(port.commands, ['accept']);
  });
});

describe('hanging up', () => {
  test('is fulfilled when the call is over', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const ended = watch(phone.controller.endCall());
    await settle();
    assert.deepEqual(
      [ended.outcome, phone.call.status, phone.call.pending],
      ['pending', 'open', ['endCall']],
    );
    port.emit({ type: 'disconnect' });
    await settle();
    assert.deepEqual(
      [ended.outcome, phone.call.status, phone.call.closedBy],
      ['fulfilled', 'closed', 'disconnect'],
    );
    assert.deepEqual(phone.state.calls, []);
  });

  test('is fulfilled however else the call comes to its end', async () => {
    for (const type of ['cancel', 'transportClose'] as const) {
      const phone = await registeredPhone();
      const port = phone.ring({ hesitates: true });
      void phone.controller.answerCall().catch(() => undefined);
      port.emit({ type: 'connecting' });
      const ended = watch(phone.controller.endCall());
      port.emit({ type });
      await settle();
      assert.equal(ended.outcome, 'fulfilled', type);
    }
  });

  test('fails what else was wished for this call, with why it ended', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const muted = phone.controller.toggleMute();
    port.emit({ type: 'disconnect' });
    await assert.rejects(muted, { code: 'call-ended', parameters: { closedBy: 'disconnect' } });
  });

  test('by Twilio with a reason fails it with that reason', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const muted = phone.controller.toggleMute();
    const reason = new PhoneError('media-failed', 'The media is lost.');
    port.emit({ type: 'error', error: reason });
    port.emit({ type: 'disconnect' });
    await assert.rejects(muted, reason);
  });

  test('of another call settles nothing here', async () => {
    const { phone, port } = await talkingPhone();
    port.hesitates = true;
    const muted = watch(phone.controller.toggleMute());
    phone.ring();
    await settle();
    assert.equal(phone.count('call-reject'), 1);
    assert.equal(muted.outcome, 'pending');
  });

  test('a caller who rings is refused: there is nothing to hang up', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    await assert.rejects(phone.controller.endCall('call-1'), { code: 'invalid-state' });
    assert.deepEqual(port.commands, []);
  });
});

describe('keying digits', () => {
  for (const digits of ['0', '0123456789*#', '1w2#', 'ww']) {
    test(`${digits} reaches the call`, async () => {
      const { phone, port } = await talkingPhone();
      await phone.controller.sendDigits(digits);
      assert.deepEqual(port.commands, [`sendDigits(${digits})`]);
    });
  }

  for (const digits of ['', 'a', '1 2', '1,2', '+1', '1\n', '１']) {
    test(`${JSON.stringify(digits)} is refused before the SDK sees it`, async () => {
      const { phone, port } = await talkingPhone();
      await assert.rejects(phone.controller.sendDigits(digits), { code: 'invalid-argument' });
      assert.deepEqual(port.commands, []);
    });
  }

  test('reaches the call that is named', async () => {
    const { phone, port } = await talkingPhone();
    await phone.controller.sendDigits('5', 'call-1');
    await assert.rejects(phone.controller.sendDigits('5', 'call-2'), { code: 'unknown-call' });
    assert.deepEqual(port.commands, ['sendDigits(5)']);
  });
});

describe('every command', () => {
  const commands = ['answerCall', 'rejectCall', 'ignoreCall', 'endCall', 'toggleMute', 'toggleHold'] as const;
  for (const command of commands) {
    test(`${command} without a call is refused by a promise, never thrown`, async () => {
      const phone = await registeredPhone();
      await assert.rejects(phone.controller[command](), { name: 'PhoneError', code: 'invalid-state' });
      await assert.rejects(phone.controller[command]('gone'), { code: 'unknown-call' });
      assert.equal(phone.controller.can(command), false);
    });
  }

  test('a port that throws fails the wish, with an error of ours', async () => {
    const { phone, port } = await talkingPhone();
    port.disconnect = () => {
      throw new Error('The SDK threw.');
    };
    await assert.rejects(phone.controller.endCall(), {
      code: 'call-failed',
      cause: { code: null, name: 'Error', message: 'The SDK threw.' },
    });
    assert.deepEqual(phone.call.pending, []);
  });

  test('a fact that fulfils a wish comes before what the port throws after it', async () => {
    const { phone, port } = await talkingPhone();
    port.mute = (isMuted) => {
      port.emit({ type: 'mute', isMuted });
      throw new Error('Too late.');
    };
    assert.equal(await phone.controller.toggleMute(), true);
  });
});
