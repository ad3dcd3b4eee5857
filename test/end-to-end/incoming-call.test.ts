import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { rms } from '../support/measure-sound.js';
import {
  assertHeardThroughout,
  earOfPage,
  earOfTelephone,
  hears,
  hearsNothing,
  recordSecond,
} from './hearing.js';
import { tones, useStage } from './stage.js';

const ada = '+12025550101';
const stranger = '+12025550177';

const stage = useStage();
afterEach(() => stage.clear());

function callFromOutside(from = ada) {
  const call = stage.localTwilio.callPhoneNumber({ from, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

test('a call rings in the page, is answered, and each side hears the other', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.toast('Ada Winter').waitFor();
  await portal.answer();
  await call.answered;
  const atTheOtherEnd = earOfTelephone('the caller', record(call.hear()));
  await hears(earOfPage('the portal', portal.page), tones.outside);
  await hears(atTheOtherEnd, tones.portal);
  await portal.controls.waitFor();
  await portal.toast().waitFor({ state: 'detached' });
  call.hangUp();
});

test('whoever is not a customer is called by their number', async () => {
  const portal = await stage.openPortal();
  callFromOutside(stranger);
  await portal.toast(stranger).waitFor();
});

test('muted, the caller hears silence, and only then', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  const caller = record(call.hear());
  const ear = earOfTelephone('the caller', caller);
  await hears(ear, tones.portal);
  assertHeardThroughout(await recordSecond(caller), tones.portal);

  await portal.press('Mute');
  await hearsNothing(ear);
  await hears(earOfPage('the portal, muted,', portal.page), tones.outside);
  assert.ok(rms(await recordSecond(caller)) < 0.001, 'something leaked while muted');

  await portal.press('Unmute');
  await hears(ear, tones.portal);
  assertHeardThroughout(await recordSecond(caller), tones.portal);
});

test('the portal hangs up, and the caller hears that it is over', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.outside);
  await portal.press('End call');
  assert.equal((await call.ended).status, 'completed');
  await portal.waitUntilReady();
  assert.equal(await portal.isInCall(), false);
  await hearsNothing(earOfPage('the portal', portal.page));
});

test('the caller hangs up, and the portal is ready again', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.outside);
  call.hangUp();
  await portal.waitUntilReady();
  await portal.controls.waitFor({ state: 'hidden' });
  await hearsNothing(earOfPage('the portal', portal.page));
});

test('a caller who gives up takes the toast along', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.toast().waitFor();
  call.hangUp();
  await portal.toast().waitFor({ state: 'detached' });
  assert.equal((await call.ended).status, 'canceled');
  await portal.waitUntilReady();
});

test('a declined caller is told that nobody can take the call', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.decline();
  await portal.toast().waitFor({ state: 'detached' });
  await call.answered;
  const end = await call.ended;
  assert.equal(end.status, 'completed');
  assert.equal(end.by, 'network');
});

test('two calls, one after the other, are both heard', async () => {
  const portal = await stage.openPortal();
  for (const from of [ada, stranger]) {
    const call = callFromOutside(from);
    await portal.toast(from === ada ? 'Ada Winter' : from).waitFor();
    await portal.answer();
    await call.answered;
    await hears(earOfPage('the portal', portal.page), tones.outside);
    await hears(earOfTelephone('the caller', record(call.hear())), tones.portal);
    await portal.press('End call');
    await call.ended;
    await portal.waitUntilReady();
  }
});

test('"Let a voice call me" calls, greets, and then repeats what it hears', async () => {
  const portal = await stage.openPortal();
  await portal.page.getByRole('button', { name: 'Let a voice call me' }).click();
  await portal.toast('Ada Winter').waitFor();
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.portal);
});
