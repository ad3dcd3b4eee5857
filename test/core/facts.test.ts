import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CallController } from '../../src/core/call-controller.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallFactType, DeviceFactType } from '../../src/core/phone-fact.js';
import type { CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent, DevicePortEvent } from '../../src/core/ports.js';
import { FakeCallPort } from '../support/fake-ports.js';
import { unfrozenPlaces } from '../support/states.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

const trouble = new PhoneError('connection-failed', 'The connection is lost.');

describe('each event of a call', () => {
  const told: readonly (readonly [readonly CallPortEvent[], CallFactType, CallStatus])[] = [
    [[{ type: 'connecting' }], 'call-connecting', 'connecting'],
    [[{ type: 'connecting' }, { type: 'ringing', parameters: {} }], 'call-ringing', 'ringing'],
    [[{ type: 'connecting' }, { type: 'accept', parameters: {} }], 'call-accept', 'open'],
    [[{ type: 'mute', isMuted: true }], 'call-mute', 'pending'],
    [[{ type: 'hold-available', isHoldAvailable: true }], 'call-hold-available', 'pending'],
    [[{ type: 'error', error: trouble }], 'call-error', 'pending'],
    [[{ type: 'cancel' }], 'call-cancel', 'closed'],
    [[{ type: 'reject' }], 'call-reject', 'closed'],
    [[{ type: 'ignore' }], 'call-ignore', 'closed'],
    [[{ type: 'transportClose' }], 'call-transport-close', 'closed'],
  ];
  for (const [events, type, status] of told) {
    test(`is told as ${type}, once, with the call ${status}`, async () => {
      const phone = await registeredPhone();
      const port = phone.ring({ isHoldAvailable: false });
      for (const event of events) port.emit(event);
      const fact = phone.facts.at(-1);
      assert.ok(fact && 'call' in fact);
      assert.deepEqual([fact.type, fact.call.status], [type, status]);
      assert.equal(phone.count(type), 1);
      assert.equal(fact.call, phone.call);
      assert.deepEqual(unfrozenPlaces(fact), []);
    });
  }

  const inACall: readonly (readonly [CallPortEvent, CallFactType])[] = [
    [{ type: 'hold', isOnHold: true }, 'call-hold'],
    [{ type: 'talking-while-muted', isTalking: true }, 'call-talking-while-muted'],
    [{ type: 'warning', name: 'low-mos' }, 'call-warning'],
    [{ type: 'warning-cleared', name: 'low-mos' }, 'call-warning-cleared'],
    [{ type: 'reconnecting', error: trouble }, 'call-reconnecting'],
    [{ type: 'disconnect' }, 'call-disconnect'],
  ];
  for (const [event, type] of inACall) {
    test(`is told as ${type}, once, when it happens in a call`, async () => {
      const phone = await registeredPhone();
      (await phone.talk()).emit(event);
      assert.deepEqual([phone.factTypes.at(-1), phone.count(type)], [type, 1]);
    });
  }

  test('reconnected is told as call-reconnected', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.emit({ type: 'reconnecting', error: trouble });
    assert.equal(phone.call.status, 'reconnecting');
    port.emit({ type: 'reconnected' });
    assert.deepEqual([phone.factTypes.at(-1), phone.call.status], ['call-reconnected', 'open']);
  });
});

describe('each event of the device', () => {
  const told: readonly (readonly [DevicePortEvent, DeviceFactType])[] = [
    [{ type: 'unregistered' }, 'device-unregistered'],
    [{ type: 'registering' }, 'device-registering'],
    [{ type: 'registered', identity: 'alice', edge: null }, 'device-registered'],
    [{ type: 'tokenWillExpire' }, 'device-token-will-expire'],
    [{ type: 'error', error: trouble }, 'device-error'],
    [{ type: 'destroyed' }, 'device-destroyed'],
  ];
  for (const [event, type] of told) {
    test(`${event.type} is told as ${type}, once, after the state has it`, async () => {
      const phone = await registeredPhone();
      phone.device.emit(event);
      const fact = phone.facts[0];
      assert.ok(fact && 'device' in fact);
      assert.deepEqual([phone.facts.length, fact.type], [1, type]);
      assert.equal(fact.error, event.type === 'error' ? trouble : null);
      assert.deepEqual(unfrozenPlaces(fact), []);
    });
  }
});

describe('what nobody expects', () => {
  test('from a call leaves the state alone, and is reported once', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    const { state } = phone;
    port.emit({ type: 'reconnected' });
    assert.equal(phone.state, state);
    assert.deepEqual(phone.factTypes, ['call-incoming']);
    assert.deepEqual(phone.reports, ['Unexpected: call call-1 is pending and reports reconnected.']);
  });

  test('from a call that is over changes nothing either', async () => {
    const phone = await registeredPhone();
    const port = phone.ring();
    port.emit({ type: 'cancel' });
    port.emit({ type: 'cancel' });
    assert.equal(phone.count('call-cancel'), 1);
    assert.deepEqual(phone.reports, ['Unexpected: call call-1 is closed and reports cancel.']);
  });

  test('from a call that is forgotten is reported, though nobody listens any more', async () => {
    const phone = await registeredPhone();
    const rude = new FakeCallPort();
    let speak: ((event: CallPortEvent) => void) | undefined;
    rude.subscribe = (listener) => {
      speak = listener;
      return () => undefined;
    };
    phone.device.emit({ type: 'incoming', call: rude });
    speak?.({ type: 'cancel' });
    phone.ring().emit({ type: 'cancel' });
    speak?.({ type: 'error', error: trouble });
    assert.deepEqual(phone.reports, ['Unexpected: call call-1 is forgotten and reports error.']);
  });

  test('from a destroyed device is reported', () => {
    const phone = new TestPhone();
    let speak: ((event: DevicePortEvent) => void) | undefined;
    const { device } = phone;
    device.subscribe = (listener) => {
      speak = listener;
      return () => undefined;
    };
    const reports: string[] = [];
    const controller = new CallController({
      ...portsOf(phone),
      reportUnexpected: (report) => reports.push(report),
    });
    speak?.({ type: 'destroyed' });
    speak?.({ type: 'registered', identity: null, edge: null });
    assert.equal(controller.getState().device.status, 'destroyed');
    assert.deepEqual(reports, ['Unexpected: the device is destroyed and reports registered.']);
  });

  test('harms nobody where reports are not wanted', () => {
    const phone = new TestPhone();
    const controller = new CallController(portsOf(phone));
    phone.device.ring().emit({ type: 'reconnected' });
    assert.equal(controller.getCurrentCallState()?.status, 'pending');
  });
});

describe('an error after the end', () => {
  test('is told, and stands with the call that ended last', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.emit({ type: 'disconnect' });
    port.emit({ type: 'error', error: trouble });
    assert.equal(phone.state.lastCall?.error, trouble);
    assert.deepEqual(phone.factTypes.slice(-2), ['call-disconnect', 'call-error']);
    assert.deepEqual(phone.state.calls, []);
  });

  test('is heard until another call has ended; then nobody listens to that call', async () => {
    const phone = await registeredPhone();
    const first = phone.ring();
    first.emit({ type: 'cancel' });
    assert.equal(first.listenerCount, 1);
    const second = phone.ring();
    second.emit({ type: 'cancel' });
    assert.deepEqual([first.listenerCount, second.listenerCount], [0, 1]);
  });

  test('a thousand calls leave one listener', async () => {
    const phone = await registeredPhone();
    const ports = Array.from({ length: 1_000 }, () => {
      const port = phone.ring();
      port.emit({ type: 'cancel' });
      return port;
    });
    const listeners = ports.reduce((sum, { listenerCount }) => sum + listenerCount, 0);
    assert.deepEqual([listeners, phone.state.calls.length], [1, 0]);
  });
});

/** All that a controller needs, and nobody to report to. */
function portsOf({ device, calls, tokens, microphone, ringer, audio, log, clock }: TestPhone) {
  const ports = { device, calls, tokens, microphone, ringer, audio, log, clock };
  return { ...ports, random: () => 0, createId: () => 'call' };
}
