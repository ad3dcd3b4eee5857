/** The whole phone in Firefox, over the real SDK, measured at the far end's telephone and at the loudspeaker. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE_RATE_IN_HERTZ } from '../../demo/local-twilio/media/audio.js';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { levelAt, rms } from '../support/measure-sound.js';
import { LOUDSPEAKER_RATE_IN_HERTZ } from '../support/pulse-audio.js';
import { HUM_IN_HERTZ, useFirefox } from './firefox-stage.js';
import { earOfTelephone, hearsNothing, hearsTone, recordSecond } from './hearing.js';
import type { Ear } from './hearing.js';
import { tones } from './stage.js';
import { until } from './until.js';

const caller = '+12025550101';
const SILENCE_LEVEL = 0.001;

const stage = useFirefox();

function callFromOutside() {
  const call = stage().localTwilio.callPhoneNumber({ from: caller, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

/** A call that was answered by a click, and the ears at both of its ends. */
async function talk() {
  await stage().openPortal();
  const call = callFromOutside();
  await stage().answer();
  await call.answered;
  const recorder = record(call.hear());
  return { call, recorder, far: earOfTelephone('the caller', recorder), near: earOfLoudspeaker() };
}

function earOfLoudspeaker(): Ear {
  return {
    name: 'whoever sits before the loudspeaker',
    listen: () => stage().speakers.samples(300),
    sampleRateInHertz: LOUDSPEAKER_RATE_IN_HERTZ,
  };
}

test('it rings aloud, is answered, and both hear each other', async () => {
  await stage().openPortal();
  const call = callFromOutside();
  await stage().see('Ada Winter');
  await until('the bell is heard', () => rms(stage().speakers.samples(300)) > 0.005);
  await stage().answer();
  await call.answered;
  await hearsTone(earOfTelephone('the caller', record(call.hear())), HUM_IN_HERTZ);
  await hearsTone(earOfLoudspeaker(), tones.outside);
  assert.deepEqual(stage().errors, []);
});

test('muted, the caller hears silence, and only then', async () => {
  const { recorder, far, near } = await talk();
  await hearsTone(far, HUM_IN_HERTZ);
  await stage().press('Mute');
  await hearsNothing(far);
  await hearsTone(near, tones.outside);
  assert.ok(rms(await recordSecond(recorder)) < SILENCE_LEVEL, 'something leaked while muted');
  await stage().press('Unmute');
  await hearsTone(far, HUM_IN_HERTZ);
});

test('on hold, the caller hears music and not the microphone, and the loudspeaker is silent', async () => {
  const { far, near } = await talk();
  await hearsTone(far, HUM_IN_HERTZ);
  await hearsTone(near, tones.outside);
  await stage().press('Hold');
  await until('the caller hears music', async () => {
    const samples = await far.listen();
    return rms(samples) > 0.02 && levelAt(samples, HUM_IN_HERTZ, SAMPLE_RATE_IN_HERTZ) < 0.005;
  });
  await hearsNothing(near);
  await stage().press('Resume');
  await hearsTone(far, HUM_IN_HERTZ);
  await hearsTone(near, tones.outside);
});

test('keys are decoded at the far end, in order', async () => {
  await stage().openPortal();
  await stage().press('Call Ada Winter');
  await until('the call is open', async () => (await stage().callStatus()) === 'open');
  const leg = stage().localTwilio.calls.find(({ from, isOver }) => from.startsWith('client:') && !isOver);
  let heard = '';
  leg?.media.onDigit((digit) => (heard += digit));
  await stage().press('Keypad');
  await until('the focus is on the keys', () => stage().isFocused('call-keypad'));
  for (const key of '159*0#') await stage().page.keyboard.press(key as '1');
  await until('all keys are decoded', () => heard.length >= 6);
  assert.equal(heard, '159*0#');
});

test('hung up here, the caller hears that it is over, and the next call rings', async () => {
  const { call, near } = await talk();
  await hearsTone(near, tones.outside);
  await stage().press('End call');
  assert.equal((await call.ended).status, 'completed');
  await hearsNothing(near);
  await stage().see('Ready for calls');
  const next = callFromOutside();
  await stage().answer();
  await next.answered;
  await hearsTone(near, tones.outside);
});

test('a call is placed from the page, and the loudspeaker plays who answers', async () => {
  await stage().openPortal();
  await stage().press('Call Ada Winter');
  await until('the call is open', async () => (await stage().callStatus()) === 'open');
  // Whoever is called here says back what it hears.
  await hearsTone(earOfLoudspeaker(), HUM_IN_HERTZ);
  await stage().press('End call');
  await stage().see('Ready for calls');
});

test('a call outlives the loss of the signalling connection', async () => {
  const { far, near } = await talk();
  await hearsTone(far, HUM_IN_HERTZ);
  await stage().localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await until('the line is missed', async () => (await stage().callStatus()) === 'reconnecting');
  await until('the call is open again', async () => (await stage().callStatus()) === 'open');
  await hearsTone(far, HUM_IN_HERTZ);
  await hearsTone(near, tones.outside);
});

test('of what the phone uses where it is there, only the number on the app’s icon is missing', async () => {
  await stage().openPortal();
  const missing = await stage().page.evaluate(() => {
    const used: Readonly<Record<string, boolean>> = {
      'AbortSignal.timeout': 'timeout' in AbortSignal,
      AudioContext: 'AudioContext' in window,
      BroadcastChannel: 'BroadcastChannel' in window,
      'HTMLElement.showPopover': 'showPopover' in HTMLElement.prototype,
      'HTMLMediaElement.setSinkId': 'setSinkId' in HTMLMediaElement.prototype,
      IntersectionObserver: 'IntersectionObserver' in window,
      'Intl.DurationFormat': 'DurationFormat' in Intl,
      'Intl.RelativeTimeFormat': 'RelativeTimeFormat' in Intl,
      Notification: 'Notification' in window,
      RTCDTMFSender: 'RTCDTMFSender' in window,
      'navigator.mediaDevices': 'mediaDevices' in navigator,
      'navigator.permissions': 'permissions' in navigator,
      'navigator.serviceWorker': 'serviceWorker' in navigator,
      'navigator.setAppBadge': 'setAppBadge' in navigator,
      'navigator.userActivation': 'userActivation' in navigator,
    };
    return Object.keys(used).filter((name) => !used[name]);
  });
  assert.deepEqual(missing, ['navigator.setAppBadge']);
});
