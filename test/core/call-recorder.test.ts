import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextCallStatus } from '../../src/core/call-machine.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

const parameters = { CallSid: 'CA1' };
const denied = new PhoneError('microphone-denied', 'The microphone was refused.');

/** Every event that a call may report, and two of those that may be repeated with another value. */
const events: readonly CallPortEvent[] = [
  { type: 'connecting' },
  { type: 'ringing', parameters },
  { type: 'accept', parameters },
  { type: 'reconnecting', error: null },
  { type: 'reconnected' },
  { type: 'mute', isMuted: true },
  { type: 'hold', isOnHold: true },
  { type: 'hold-available', isHoldAvailable: true },
  { type: 'talking-while-muted', isTalking: true },
  { type: 'warning', name: 'high-rtt' },
  { type: 'warning-cleared', name: 'high-rtt' },
  { type: 'error', error: denied },
  { type: 'cancel' },
  { type: 'reject' },
  { type: 'ignore' },
  { type: 'disconnect' },
  { type: 'transportClose' },
];

/** Every order of so many events, those that the machine does not expect included, that leads to an end. */
function* lives(length: number, status: CallStatus): Generator<readonly CallPortEvent[]> {
  for (const event of events) {
    const next = nextCallStatus(status, event.type) ?? status;
    if (next === 'closed') yield [event];
    else if (length > 1) for (const rest of lives(length - 1, next)) yield [event, ...rest];
  }
}

describe('every call is told exactly once', () => {
  for (const isIncoming of [true, false]) {
    const direction = isIncoming ? 'INCOMING' : 'OUTGOING';
    test(`whatever happens to it in three steps, and whatever is said after: ${direction}`, async () => {
      const phone = await registeredPhone();
      // Each is let ring as long as it likes: hundreds of lives pass in one moment.
      phone.controller.configure({ ringTimeoutInSeconds: null });
      let count = 0;
      for (const life of lives(3, isIncoming ? 'pending' : 'connecting')) {
        const port = isIncoming ? phone.ring({ hesitates: true }) : await place(phone);
        for (const event of life) port.emit(event);
        // Said twice, as the SDK does, and in the same turn: why it ended.
        port.emit({ type: 'disconnect' });
        port.emit({ type: 'error', error: denied });
        count += 1;
        phone.clock.tick(0);
        port.emit({ type: 'error', error: denied });
        phone.clock.tick(60_000);
        assert.equal(phone.records.length, count, life.map(({ type }) => type).join(', '));
        assert.equal(phone.records.at(-1)?.errors.at(-1)?.code, 'microphone-denied');
      }
      assert.ok(count > 100, `only ${count} lives were tried`);
      assert.equal(new Set(phone.records.map(({ id }) => id)).size, count);
    });
  }

  test('also when its caller gives up at once', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    phone.clock.tick(20);
    port.emit({ type: 'cancel' });
    await phone.pass(1_000);
    assert.deepEqual(
      phone.records.map(({ outcome, waitInMilliseconds }) => [outcome, waitInMilliseconds]),
      [['missed', 20]],
    );
    assert.equal(phone.state.missedCallCount, 1);
  });

  test('also when it failed before its port was handed over', async () => {
    const phone = await registeredPhone();
    phone.device.hesitates = true;
    const calling = phone.controller.makeCall('+12025550101');
    calling.catch(() => undefined);
    await settle();
    phone.device.placedCalls[0]?.emit({ type: 'error', error: denied });
    phone.device.placedCalls[0]?.emit({ type: 'disconnect' });
    await phone.pass(0);
    assert.equal(phone.count('call-log'), 1);
  });

  test('also when the phone is destroyed in the middle of it, or just after it', async () => {
    for (const hasEnded of [false, true]) {
      const phone = await registeredPhone();
      const port = await phone.talk();
      if (hasEnded) port.emit({ type: 'disconnect' });
      await phone.controller.destroy();
      await phone.pass(60_000);
      assert.equal(phone.records.length, 1);
      assert.equal(phone.records[0]?.outcome, hasEnded ? 'answered' : 'lost');
      assert.equal(phone.clock.pendingTimers, 0);
    }
  });

  test('after all that happened to it', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    await phone.controller.endCall();
    await phone.pass(0);
    assert.deepEqual(phone.factTypes.slice(-2), ['call-disconnect', 'call-log']);
  });

  test('and nothing of a call is kept in mind once it is told', async () => {
    const phone = await registeredPhone();
    const before = phone.clock.pendingTimers;
    for (let turn = 0; turn < 100; turn += 1) {
      await phone.talk();
      await phone.controller.endCall();
      await phone.pass(0);
    }
    assert.equal(phone.records.length, 100);
    assert.equal(phone.clock.pendingTimers, before);
  });
});

async function place(phone: TestPhone) {
  phone.device.hesitates = true;
  phone.controller.makeCall('+12025550101').catch(() => undefined);
  await settle();
  const port = phone.device.placedCalls.at(-1);
  assert.ok(port);
  return port;
}
