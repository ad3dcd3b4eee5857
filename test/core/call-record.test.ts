import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { betterRecord } from '../../src/core/call-record.js';
import type { CallRecord } from '../../src/core/call-record.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { callRecord } from '../support/call-records.js';
import { settle } from '../support/fake-ports.js';
import type { FakeCallPort } from '../support/fake-ports.js';
import { sample } from '../support/samples.js';
import { unfrozenPlaces } from '../support/states.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

/** The record of the only call. */
async function recordOf(phone: TestPhone): Promise<CallRecord> {
  await phone.pass(0);
  const [record, another] = phone.records;
  assert.ok(record);
  assert.equal(another, undefined);
  return record;
}

async function placed(phone: TestPhone): Promise<FakeCallPort> {
  phone.controller.makeCall('+12025550101').catch(() => undefined);
  await settle();
  const port = phone.device.placedCalls.at(-1);
  assert.ok(port);
  return port;
}

function troubled(code: PhoneErrorCode): { type: 'error'; error: PhoneError } {
  return { type: 'error', error: new PhoneError(code, 'Told by Twilio.', { cause: { code: 31486 } }) };
}

describe('how an incoming call ended', () => {
  const endings: readonly [string, string, (phone: TestPhone, port: FakeCallPort) => unknown][] = [
    ['missed', 'missed', (_phone, port) => port.emit({ type: 'cancel' })],
    ['declined', 'refused', (phone) => phone.controller.rejectCall()],
    ['ignored', 'refused', (phone) => phone.controller.ignoreCall()],
    ['missed', 'missed', (phone) => phone.pass(30_000)],
    ['lost', 'missed', (_phone, port) => port.emit({ type: 'transportClose' })],
    ['answered', 'refused', (phone) => phone.controller.answerCall().then(() => phone.controller.endCall())],
  ];
  for (const [outcome, asked, act] of endings) {
    test(`is ${outcome} when ${act.toString().replace(/^.*=> /, '')}`, async () => {
      const phone = await registeredPhone();
      await act(phone, phone.ring());
      const record = await recordOf(phone);
      assert.equal(record.outcome, outcome);
      assert.equal(record.wasMissed, asked === 'missed');
      assert.equal(record.wasEndedHere, asked === 'refused');
    });
  }

  test('is lost when the connection went while they talked, and nobody missed it', async () => {
    const phone = await registeredPhone();
    (await phone.talk()).emit({ type: 'transportClose' });
    const { outcome, wasMissed, wasEndedHere } = await recordOf(phone);
    assert.deepEqual(
      { outcome, wasMissed, wasEndedHere },
      { outcome: 'lost', wasMissed: false, wasEndedHere: false },
    );
  });

  test('is answered when the other side hung up', async () => {
    const phone = await registeredPhone();
    (await phone.talk()).emit({ type: 'disconnect' });
    assert.equal((await recordOf(phone)).wasEndedHere, false);
  });

  test('is busy for a second caller, and both calls are told', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    phone.ring({ from: '+12025550102' });
    await phone.controller.endCall('call-1');
    await phone.pass(0);
    const told = phone.records.map(({ from, outcome, wasMissed }) => ({ from, outcome, wasMissed }));
    assert.deepEqual(told, [
      { from: '+12025550102', outcome: 'busy', wasMissed: true },
      { from: '+14155550100', outcome: 'answered', wasMissed: false },
    ]);
  });

  test('is failed when the microphone failed as it was answered, and canceled when the person thought better', async () => {
    for (const [outcome, act] of [
      ['failed', (port: FakeCallPort) => port.emit({ type: 'disconnect' })],
      [
        'canceled',
        (port: FakeCallPort, phone: TestPhone) => {
          void phone.controller.endCall();
          port.emit({ type: 'disconnect' });
        },
      ],
    ] as const) {
      const phone = await registeredPhone();
      const port = phone.ring({ hesitates: true });
      phone.controller.answerCall().catch(() => undefined);
      await settle();
      port.emit({ type: 'connecting' });
      act(port, phone);
      assert.equal((await recordOf(phone)).outcome, outcome);
    }
  });
});

describe('how an outgoing call ended', () => {
  const codes: readonly [PhoneErrorCode, string][] = [
    ['callee-busy', 'busy'],
    ['call-declined', 'declined'],
    ['callee-not-found', 'unavailable'],
    ['callee-unavailable', 'no-answer'],
    ['media-failed', 'failed'],
  ];
  for (const [code, outcome] of codes) {
    test(`is ${outcome} after ${code}`, async () => {
      const phone = await registeredPhone();
      const port = await placed(phone);
      port.emit(troubled(code));
      port.emit({ type: 'disconnect' });
      const record = await recordOf(phone);
      assert.equal(record.outcome, outcome);
      assert.deepEqual(record.errors, [{ code, twilioCode: 31486 }]);
    });
  }

  test('is canceled when the person gave up, and no-answer when the network did', async () => {
    for (const [outcome, isEndedHere] of [
      ['canceled', true],
      ['no-answer', false],
    ] as const) {
      const phone = await registeredPhone();
      const port = await placed(phone);
      port.emit({ type: 'ringing', parameters: { CallSid: 'CA1' } });
      if (isEndedHere) await phone.controller.endCall();
      else port.emit({ type: 'disconnect' });
      const record = await recordOf(phone);
      assert.equal(record.outcome, outcome);
      assert.equal(record.wasEndedHere, isEndedHere);
      assert.equal(record.callSid, 'CA1');
    }
  });
});

describe('a record', () => {
  test('has what was measured: by the monotonic clock, whatever somebody sets the other to', async () => {
    const phone = await registeredPhone();
    const start = phone.clock.now();
    const port = phone.ring({ parameters: { CallSid: 'CA7', name: 'Ada', secret: 'never kept' } });
    await phone.pass(4_000);
    await phone.controller.answerCall();
    await phone.pass(10_000);
    await phone.controller.toggleHold();
    await phone.pass(7_000);
    await phone.controller.toggleHold();
    await phone.controller.toggleMute();
    phone.clock.jump(3_600_000);
    await phone.pass(3_000);
    port.measure(sample({ mos: 4, packetsReceived: 30, packetsLost: 10 }));
    port.emit({ type: 'warning', name: 'high-rtt' });
    port.emit({ type: 'warning-cleared', name: 'high-rtt' });
    port.emit({ type: 'reconnecting', error: new PhoneError('connection-failed', 'Lost.') });
    port.emit({ type: 'reconnected' });
    port.emit({ type: 'disconnect' });
    const record = await recordOf(phone);
    assert.deepEqual(record, {
      id: 'call-1',
      callSid: 'CA7',
      direction: 'INCOMING',
      from: '+14155550100',
      to: 'client:alice',
      name: 'Ada',
      outcome: 'answered',
      wasMissed: false,
      wasEndedHere: false,
      createdAt: start,
      ringingAt: start,
      openedAt: start + 4_000,
      closedAt: start + 24_000 + 3_600_000,
      waitInMilliseconds: 4_000,
      talkInMilliseconds: 20_000,
      holdInMilliseconds: 7_000,
      muteInMilliseconds: 3_000,
      reconnectCount: 1,
      warnings: ['high-rtt'],
      errors: [{ code: 'connection-failed', twilioCode: null }],
      quality: {
        sampleCount: 1,
        mos: { average: 4, worst: 4 },
        roundTripTimeInMilliseconds: { average: 60, worst: 60 },
        jitterInMilliseconds: { average: 4, worst: 4 },
        packetLossFraction: 0.25,
        warnings: ['high-rtt'],
      },
      identity: 'alice',
      edge: 'ashburn',
    });
  });

  test('is frozen through and through, survives JSON, and names no parameter', async () => {
    const phone = await registeredPhone();
    phone.ring({ parameters: { secret: 'never kept' } }).emit(troubled('call-failed'));
    await phone.controller.rejectCall();
    const record = await recordOf(phone);
    assert.equal(record.quality, null);
    assert.deepEqual(unfrozenPlaces(record), []);
    assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
    assert.doesNotMatch(JSON.stringify(record), /never kept|token/);
  });

  test('of a phone that was never registered is of the client that Twilio calls it', async () => {
    const phone = new TestPhone();
    (await placed(phone)).emit({ type: 'disconnect' });
    assert.equal((await recordOf(phone)).identity, 'alice');
  });
});

describe('of two records of one call', () => {
  const missed = callRecord({ id: 'a', outcome: 'missed', openedAt: null });
  const answered = callRecord({ id: 'b', outcome: 'answered', openedAt: 1 });

  test('the answered one is better, whichever came first', () => {
    assert.equal(betterRecord(missed, answered), answered);
    assert.equal(betterRecord(answered, missed), answered);
  });

  test('the first stays where neither knows more', () => {
    assert.equal(betterRecord(missed, { ...missed, id: 'c' }), missed);
  });
});
