/** Shown with the virtual devices of a PulseAudio daemon, measured where their sound comes out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE_RATE_IN_HERTZ } from '../../demo/local-twilio/media/audio.js';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { levelAt, rms } from '../support/measure-sound.js';
import { LOUDSPEAKER_RATE_IN_HERTZ } from '../support/pulse-audio.js';
import type { Loudspeaker } from '../support/pulse-audio.js';
import { hums, useDevices } from './devices-stage.js';
import { earOfTelephone, hearsNothing, hearsTone } from './hearing.js';
import type { Ear } from './hearing.js';
import { tones } from './stage.js';
import { until } from './until.js';

const caller = '+12025550101';
const chimeInHertz = 880;
const SILENCE_LEVEL = 0.001;

const stage = useDevices();

function callFromOutside() {
  const call = stage().localTwilio.callPhoneNumber({ from: caller, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

/** A call that is open, and the ear of who called. */
async function openCall() {
  const call = callFromOutside();
  await stage().portal.answer();
  await call.answered;
  const recorder = record(call.hear());
  return { call, recorder, ear: earOfTelephone('the caller', recorder) };
}

function earOf(name: string, loudspeaker: Loudspeaker): Ear {
  return { name, listen: () => loudspeaker.samples(300), sampleRateInHertz: LOUDSPEAKER_RATE_IN_HERTZ };
}

/** How loud a tone that does not last was at its best. */
function loudestMoment(samples: Int16Array, frequencyInHertz: number): number {
  const length = LOUDSPEAKER_RATE_IN_HERTZ / 10;
  const starts = Array.from({ length: Math.floor(samples.length / length) }, (_, index) => index * length);
  const moments = starts.map((start) => samples.subarray(start, start + length));
  return Math.max(...moments.map((moment) => levelAt(moment, frequencyInHertz, LOUDSPEAKER_RATE_IN_HERTZ)));
}

/** How long the longest silence was, as the far end's telephone counts. */
function longestSilence(samples: Int16Array): number {
  const frame = SAMPLE_RATE_IN_HERTZ / 50;
  let longest = 0;
  let current = 0;
  for (let start = 0; start < samples.length; start += frame) {
    current = rms(samples.subarray(start, start + frame)) < 0.01 ? current + frame : 0;
    longest = Math.max(longest, current);
  }
  return longest / SAMPLE_RATE_IN_HERTZ;
}

test('it rings on the ring device, and the caller is heard on the speaker', async () => {
  const earphones = await stage().plugLoudspeaker('Earphones');
  await stage().choose('speaker', 'Earphones');
  await stage().choose('ringer', 'Speakers');
  const call = callFromOutside();
  await until('it rings on the speakers', () => rms(stage().speakers.samples(300)) > 0.01);
  assert.ok(rms(earphones.samples(300)) < SILENCE_LEVEL, 'it rings in the earphones, too');
  await stage().portal.answer();
  await call.answered;
  await hearsTone(earOf('the person with earphones', earphones), tones.outside);
  await hearsNothing(earOf('the room', stage().speakers));
  call.hangUp();
});

test('it rings as loud as it is set', async () => {
  await stage().changeSettings({ ringVolume: 0 });
  const call = callFromOutside();
  await stage().portal.toast().waitFor();
  await hearsNothing(earOf('the room', stage().speakers));
  await stage().changeSettings({ ringVolume: 1 });
  await until('it rings', () => rms(stage().speakers.samples(300)) > 0.01);
  call.hangUp();
});

test('the test sound is heard on the chosen speaker only', async () => {
  const earphones = await stage().plugLoudspeaker('Earbuds');
  await stage().choose('speaker', 'Earbuds');
  await until('the room is quiet', () => rms(stage().speakers.samples(3000)) < SILENCE_LEVEL);
  // A machine that is busy opens a loudspeaker late: then a person presses the button again.
  await until('the chime is heard', async () => {
    await stage().playTestSound('speaker');
    return loudestMoment(earphones.samples(3000), chimeInHertz) > 0.05;
  });
  assert.ok(rms(stage().speakers.samples(3000)) < SILENCE_LEVEL);
});

test('a microphone that is chosen in a call is heard at the other end, as is the one chosen after it', async () => {
  await stage().plugMicrophone('Headset');
  const { call, ear } = await openCall();
  await hearsTone(ear, hums.BuiltIn);
  await stage().choose('microphone', 'Headset');
  await hearsTone(ear, hums.Headset);
  await stage().choose('microphone', 'BuiltIn');
  await hearsTone(ear, hums.BuiltIn);
  call.hangUp();
});

test('a speaker that is chosen in a call is heard at once', async () => {
  const { call } = await openCall();
  await hearsTone(earOf('the room', stage().speakers), tones.outside);
  const earphones = await stage().plugLoudspeaker('Headphones');
  await stage().choose('speaker', 'Headphones');
  await hearsTone(earOf('the person with earphones', earphones), tones.outside);
  await hearsNothing(earOf('the room', stage().speakers));
  call.hangUp();
});

test('fault 28: unplugged in a call, the default takes over within two seconds; back, it is used again', async () => {
  const headset = await stage().plugMicrophone('Headset');
  await stage().choose('microphone', 'Headset');
  const { call, recorder, ear } = await openCall();
  await hearsTone(ear, hums.Headset);
  const unpluggedAt = recorder.samples().length;
  await headset.unplug();
  const gone = await stage().waitForState('the headset is gone', ({ microphone }) => !microphone.used);
  assert.equal(gone.microphone.wanted?.label, 'Headset');
  await hearsTone(ear, hums.BuiltIn);
  const silence = longestSilence(recorder.samples().subarray(unpluggedAt));
  assert.ok(silence < 2, `the caller heard nothing for ${silence.toFixed(2)} s`);
  await stage().plugMicrophone('Headset');
  await stage().waitForState('the headset is back', ({ microphone }) => microphone.used !== null);
  await hearsTone(ear, hums.Headset);
  call.hangUp();
});

test('unplugged earphones give the call back to the speakers', async () => {
  const earphones = await stage().plugLoudspeaker('Conference');
  await stage().choose('speaker', 'Conference');
  const { call } = await openCall();
  await hearsTone(earOf('the person with earphones', earphones), tones.outside);
  await earphones.unplug();
  await stage().waitForState('the earphones are gone', ({ speaker }) => speaker.used === null);
  await hearsTone(earOf('the room', stage().speakers), tones.outside);
  call.hangUp();
});

test('muted, nothing is heard at the other end while microphones come and go', async () => {
  const { call, recorder, ear } = await openCall();
  await hearsTone(ear, hums.BuiltIn);
  await stage().portal.press('Mute');
  // Longer than what was said before can be late on a busy machine.
  await until('the caller hears nothing', () => rms(recorder.samples(2000)) < SILENCE_LEVEL);
  const mutedFrom = recorder.samples().length;
  for (let round = 0; round < 5; round += 1) {
    const headset = await stage().plugMicrophone('Headset');
    await stage().choose('microphone', 'Headset');
    await headset.unplug();
    await stage().waitForState('the headset is gone', ({ microphone }) => microphone.used === null);
  }
  const heard = recorder.samples().subarray(mutedFrom);
  for (let start = 0; start < heard.length; start += SAMPLE_RATE_IN_HERTZ / 50) {
    const level = rms(heard.subarray(start, start + SAMPLE_RATE_IN_HERTZ / 50));
    assert.ok(level < SILENCE_LEVEL, `${level.toFixed(4)} leaked at sample ${start}`);
  }
  await stage().portal.press('Unmute');
  await hearsTone(ear, hums.BuiltIn);
  call.hangUp();
});

test('fault 29: a storm of changes is one change, and opens the microphone once', async () => {
  const headset = await stage().plugMicrophone('Headset');
  await stage().choose('microphone', 'Headset');
  const { call, ear } = await openCall();
  await hearsTone(ear, hums.Headset);
  const before = await stage().countChanges();
  // As a Bluetooth headset does when it changes its profile: one thing after another, and then gone.
  const others = [await stage().plugLoudspeaker('Hands-free'), await stage().plugLoudspeaker('Stereo')];
  for (const device of [headset, ...others]) await device.unplug();
  await stage().waitForState('the headset is gone', ({ microphone }) => microphone.used === null);
  await hearsTone(ear, hums.BuiltIn);
  const after = await stage().countChanges();
  assert.equal(after.states - before.states, 1);
  assert.equal(after.openings - before.openings, 1);
  call.hangUp();
});

test('a device that is plugged in and not chosen changes nothing in a call', async () => {
  const { call, ear } = await openCall();
  await hearsTone(ear, hums.BuiltIn);
  const before = await stage().countChanges();
  await stage().plugMicrophone('Headset');
  await stage().plugLoudspeaker('Docking');
  await stage().waitForState('the headset is listed', ({ microphone }) => microphone.devices.length === 2);
  await hearsTone(ear, hums.BuiltIn);
  assert.equal((await stage().countChanges()).openings, before.openings);
  call.hangUp();
});

test('after a call no microphone is open, whatever was chosen in it', async () => {
  await stage().plugMicrophone('Headset');
  const { call, ear } = await openCall();
  await stage().choose('microphone', 'Headset');
  await hearsTone(ear, hums.Headset);
  assert.ok((await stage().pulse.countRecordings()) > 0);
  call.hangUp();
  await until('no microphone is open', async () => (await stage().pulse.countRecordings()) === 0);
  const again = await openCall();
  await hearsTone(again.ear, hums.Headset);
  again.call.hangUp();
  await until('no microphone is open', async () => (await stage().pulse.countRecordings()) === 0);
});

test('what was chosen is chosen after the page was opened again', async () => {
  await stage().plugMicrophone('Headset');
  const earphones = await stage().plugLoudspeaker('Television');
  await stage().choose('microphone', 'Headset');
  await stage().choose('speaker', 'Television');
  await stage().openPortal();
  const { call, ear } = await openCall();
  await hearsTone(ear, hums.Headset);
  await hearsTone(earOf('the person with earphones', earphones), tones.outside);
  call.hangUp();
});
