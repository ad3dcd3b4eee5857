import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridge } from '../../demo/local-twilio/bridge.js';
import { Leg } from '../../demo/local-twilio/leg.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { Telephone } from '../../demo/local-twilio/telephone.js';
import { until } from './media/until.js';
import { measure } from './support/measure.js';

function createLeg(telephone: Telephone): Leg {
  const leg = new Leg(telephone, { direction: 'inbound', from: '+12025550123', to: '+12025550100' });
  telephone.connect(leg);
  return leg;
}

function hears(telephone: Telephone, frequency: number) {
  return until(
    () => measure(telephone.hear(), 300),
    (heard) => Math.abs(heard.frequency - frequency) < 10,
  );
}

test('two legs that are bridged hear each other, and once parted they do not', async () => {
  const [one, other] = [new Telephone(), new Telephone()];
  const [oneLeg, otherLeg] = [createLeg(one), createLeg(other)];
  one.say(tone(600));
  other.say(tone(900));
  const part = bridge(oneLeg, otherLeg);
  await Promise.all([hears(one, 900), hears(other, 600)]);
  part();
  await Promise.all([hears(one, 0), hears(other, 0)]);
  oneLeg.hangUp('completed');
  otherLeg.hangUp('completed');
});

test('a telephone is heard by everyone who listens to it', async () => {
  const telephone = new Telephone();
  const leg = createLeg(telephone);
  telephone.say(tone(700));
  const [first, second] = await Promise.all([measure(leg.listen()), measure(leg.listen())]);
  for (const { frequency } of [first, second]) assert.ok(Math.abs(frequency - 700) < 10, `${frequency} Hz`);
  leg.hangUp('completed');
});

test('a telephone that is hung up ends its leg once, and nothing revives it', async () => {
  const telephone = new Telephone();
  const leg = createLeg(telephone);
  await leg.answer();
  telephone.hangUp();
  telephone.hangUp('busy');
  telephone.answer();
  leg.hangUp('failed');
  assert.deepEqual(await leg.ended, { status: 'completed', by: 'far-end', error: null });
  assert.equal(leg.status, 'completed');
});
