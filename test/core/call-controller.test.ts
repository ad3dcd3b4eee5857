import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PhoneState } from '../../src/core/phone-state.js';
import { settle } from '../support/fake-ports.js';
import { unfrozenPlaces } from '../support/states.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

describe('a new phone', () => {
  test('does nothing by itself: no token, no device, no microphone, no sound', async () => {
    const phone = new TestPhone();
    await settle();
    assert.deepEqual(
      [phone.tokens.requests, phone.device.commands, phone.microphone.acquired, phone.clock.pendingTimers],
      [0, [], 0, 0],
    );
    assert.equal(phone.ringer.isRinging, false);
  });

  test('hands out the devices that it was given', () => {
    const phone = new TestPhone();
    assert.equal(phone.controller.audio, phone.audio);
  });

  test('answers the questions of a page', () => {
    const { controller } = new TestPhone();
    assert.equal(controller.isDeviceReady(), false);
    assert.equal(controller.hasActiveCall(), false);
    assert.equal(controller.getCurrentCallState(), null);
    assert.equal(controller.can('register'), true);
    assert.equal(controller.can('answerCall'), false);
  });
});

describe('the questions', () => {
  test('are answered by the call that one has', async () => {
    const phone = await registeredPhone();
    const { controller } = phone;
    phone.ring();
    assert.deepEqual([controller.hasActiveCall(), controller.getCurrentCallState()], [false, phone.call]);
    await controller.answerCall();
    assert.deepEqual([controller.hasActiveCall(), controller.getCurrentCallState()], [true, phone.call]);
    await controller.endCall();
    assert.deepEqual([controller.hasActiveCall(), controller.getCurrentCallState()], [false, null]);
  });

  test('can() says what the command would do, for the call that is named', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    phone.ring({ hesitates: true });
    const { controller } = phone;
    assert.equal(controller.can('toggleHold', 'call-1'), true);
    assert.equal(controller.can('toggleHold', 'call-2'), false);
    assert.equal(controller.can('rejectCall', 'call-2'), true);
    assert.equal(controller.can('makeCall'), false);
  });
});

describe('the state', () => {
  test('is told at once, and again at each change, frozen through and through', async () => {
    const phone = new TestPhone();
    const seen: PhoneState[] = [];
    const leave = phone.controller.subscribe((state) => seen.push(state));
    assert.deepEqual(seen, [phone.state]);
    await phone.controller.register();
    await phone.talk();
    await phone.controller.toggleHold();
    await phone.controller.endCall();
    assert.deepEqual(
      seen.flatMap((state) => unfrozenPlaces(state)),
      [],
    );
    assert.equal(seen.at(-1), phone.state);
    assert.equal(new Set(seen).size, seen.length);
    const count = seen.length;
    leave();
    phone.ring();
    assert.equal(seen.length, count);
  });

  test('has what a fact tells before anybody hears the fact', async () => {
    const phone = new TestPhone();
    const before: boolean[] = [];
    phone.controller.subscribeToFacts((fact) => {
      const { device, calls, lastCall } = phone.controller.getState();
      if ('call' in fact) before.push([...calls, lastCall].includes(fact.call));
      if ('device' in fact) before.push(device === fact.device);
    });
    await phone.controller.register();
    phone.ring();
    phone.device.emit({ type: 'tokenWillExpire' });
    assert.deepEqual(before, [true, true, true, true]);
  });

  test('is not hurt by a listener that throws, and the phone still rings', async () => {
    const phone = new TestPhone();
    phone.controller.subscribe(() => {
      throw new Error('The page is broken.');
    });
    phone.controller.subscribeToFacts(() => {
      throw new Error('So is its log.');
    });
    await phone.controller.register();
    phone.ring();
    await phone.controller.answerCall();
    assert.equal(phone.call.status, 'open');
    assert.ok(phone.reports.includes('A listener threw: Error: The page is broken.'));
    assert.ok(phone.reports.includes('A listener threw: Error: So is its log.'));
  });
});

describe('a page that acts inside a listener', () => {
  test('may answer as soon as it is told of a caller', async () => {
    const phone = await registeredPhone();
    phone.controller.subscribeToFacts(({ type }) => {
      if (type === 'call-incoming') watch(phone.controller.answerCall());
    });
    phone.ring();
    await settle();
    assert.equal(phone.call.status, 'open');
    assert.deepEqual(phone.factTypes, ['call-incoming', 'call-connecting', 'call-accept']);
  });

  test('may answer as soon as it sees a caller', async () => {
    const phone = await registeredPhone();
    phone.controller.subscribe(() => {
      if (phone.controller.can('answerCall')) watch(phone.controller.answerCall());
    });
    phone.ring();
    await settle();
    assert.equal(phone.call.status, 'open');
  });

  test('may decline, and everybody hears of the caller first', async () => {
    const phone = await registeredPhone();
    const order: string[] = [];
    phone.controller.subscribeToFacts(({ type }) => {
      if (type === 'call-incoming') watch(phone.controller.rejectCall());
    });
    phone.controller.subscribeToFacts(({ type }) => order.push(type));
    phone.ring();
    await settle();
    assert.deepEqual(order, ['call-incoming', 'call-reject']);
    assert.equal(phone.call.isMissed, false);
  });

  test('may destroy the phone', async () => {
    const phone = await registeredPhone();
    phone.controller.subscribeToFacts(({ type }) => {
      if (type === 'call-mute') void phone.controller.destroy();
    });
    const port = await phone.talk();
    const muted = watch(phone.controller.toggleMute());
    await settle();
    assert.notEqual(muted.outcome, 'pending');
    assert.deepEqual([phone.deviceState.status, phone.state.calls], ['destroyed', []]);
    assert.equal(port.listenerCount, 0);
  });

  test('may destroy the phone while somebody rings, and nothing goes on behind its back', async () => {
    const phone = await registeredPhone();
    phone.controller.configure({ autoAnswer: true });
    phone.controller.subscribeToFacts(({ type }) => {
      if (type === 'call-incoming') void phone.controller.destroy();
    });
    phone.ring();
    await settle();
    assert.equal(phone.clock.pendingTimers, 0);
    assert.equal(phone.ringer.isRinging, false);
  });
});
