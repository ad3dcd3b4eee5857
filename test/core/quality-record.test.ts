import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CallState } from '../../src/core/phone-state.js';
import { QualityRecord } from '../../src/core/quality-record.js';
import { sample, seconds } from '../support/samples.js';
import { unfrozenPlaces } from '../support/states.js';
import { registeredPhone } from '../support/test-phone.js';

function recordOf(...samples: ReturnType<typeof seconds>) {
  const record = new QualityRecord();
  for (const one of samples) record.add(one);
  return record;
}

describe('the record of a call’s quality', () => {
  test('sums up nothing before anything was measured', () => {
    assert.deepEqual(new QualityRecord().summarize(), {
      sampleCount: 0,
      mos: null,
      roundTripTimeInMilliseconds: null,
      jitterInMilliseconds: null,
      packetLossFraction: 0,
      warnings: [],
    });
  });

  test('knows of each figure the average and the worst', () => {
    const record = recordOf(
      sample({ mos: 4, roundTripTimeInMilliseconds: 100, jitterInMilliseconds: 2 }),
      sample({ mos: 2, roundTripTimeInMilliseconds: 300, jitterInMilliseconds: 10 }),
    );
    const { mos, roundTripTimeInMilliseconds, jitterInMilliseconds, sampleCount } = record.summarize();
    assert.deepEqual(mos, { average: 3, worst: 2 });
    assert.deepEqual(roundTripTimeInMilliseconds, { average: 200, worst: 300 });
    assert.deepEqual(jitterInMilliseconds, { average: 6, worst: 10 });
    assert.equal(sampleCount, 2);
  });

  test('leaves out what was not measured', () => {
    const record = recordOf(sample({ mos: null }), sample({ mos: 4 }));
    assert.deepEqual(record.summarize().mos, { average: 4, worst: 4 });
  });

  test('weighs the loss by packets, not by seconds', () => {
    const record = recordOf(
      sample({ packetsReceived: 90, packetsLost: 10, packetLossFraction: 0.1 }),
      sample({ packetsReceived: 0, packetsLost: 0 }),
    );
    assert.equal(record.summarize().packetLossFraction, 0.1);
  });

  test('names each warning once, in the order in which they came', () => {
    const record = new QualityRecord();
    for (const name of ['high-rtt', 'low-mos', 'high-rtt']) record.noteWarning(name);
    assert.deepEqual(record.summarize().warnings, ['high-rtt', 'low-mos']);
  });

  test('keeps two minutes to look at, and sums up the whole call', () => {
    const record = recordOf(...seconds(130));
    let kept: readonly { readonly at: number }[] = [];
    record.watch((samples) => (kept = samples));
    assert.equal(kept.length, 120);
    assert.equal(kept[0]?.at, 10_000);
    assert.equal(record.summarize().sampleCount, 130);
  });

  test('is heard at once, each second, and no more afterwards', () => {
    const record = recordOf(sample());
    const lengths: number[] = [];
    const stop = record.watch(({ length }) => lengths.push(length));
    record.add(sample());
    stop();
    record.add(sample());
    assert.deepEqual(lengths, [1, 2]);
  });

  test('hands out nothing that could be changed', () => {
    const record = recordOf(sample());
    record.noteWarning('low-mos');
    record.watch((samples) => assert.deepEqual(unfrozenPlaces(samples), []));
    assert.deepEqual(unfrozenPlaces(record.summarize()), []);
  });
});

describe('a call', () => {
  test('changes nothing in the phone’s state while it is measured', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    let changes = 0;
    phone.controller.subscribe(() => (changes += 1));
    const heard: number[] = [];
    phone.controller.watchQuality(phone.call.id, ({ length }) => heard.push(length));
    for (const one of seconds(3)) port.measure(one);
    assert.equal(changes, 1);
    assert.deepEqual(heard, [0, 1, 2, 3]);
  });

  test('has its quality when it is over, and not before', async () => {
    const phone = await registeredPhone();
    const port = await phone.talk();
    port.measure(sample({ mos: 3 }));
    assert.equal(phone.call.quality, null);
    port.emit({ type: 'disconnect' });
    const over: CallState = phone.call;
    assert.deepEqual(over.quality?.mos, { average: 3, worst: 3 });
    const [end] = phone.facts.filter(({ type }) => type === 'call-disconnect');
    assert.ok(end && 'call' in end && end.call.quality?.sampleCount === 1);
  });

  test('that was never open has none', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    assert.equal(phone.call.quality, null);
  });

  test('that nobody knows is not measured', async () => {
    const phone = await registeredPhone();
    const fail = () => assert.fail('There is nothing to hear.');
    phone.controller.watchQuality('nobody', fail)();
    await phone.talk();
    phone.controller.watchQuality('nobody', fail)();
  });
});
