import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { quickSounds } from './support/quick-sounds.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

/** The speech synthesizer is a process of its own, and may be killed. */
const speechless = {
  ...quickSounds,
  speech: () => Promise.reject(new Error('The speech synthesizer failed.')),
};
const twiml = '<Response><Echo/></Response>';

let silent: SilentTwilio | null = null;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

afterEach(async () => {
  process.off('unhandledRejection', note);
  await silent?.stop();
});

test('a caller whose greeting cannot be spoken goes without one, and the log says so', async () => {
  process.on('unhandledRejection', note);
  silent = await startSilentTwilio(speechless);
  const call = silent.twilio.callPhoneNumber({ from: '+12025550123', twiml });
  await call.answered;
  // Whatever nobody handles is told after the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled, []);
  assert.match(silent.log.map(({ message }) => message).join(), /No greeting: .*synthesizer failed/);
  assert.equal(call.leg.isOver, false);
});

test('a document that cannot be spoken ends its call with Twilio’s error, and nothing else', async () => {
  process.on('unhandledRejection', note);
  silent = await startSilentTwilio(speechless);
  const call = silent.twilio.callPhoneNumber({
    from: '+12025550123',
    as: 'silent',
    twiml: '<Response><Say>Hello</Say></Response>',
  });
  const { error } = await call.ended;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(error?.code, 13512);
  assert.deepEqual(unhandled, []);
});
