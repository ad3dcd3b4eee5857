import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { earOfPage, earOfTelephone, hears, hearsNothing } from './hearing.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const boothNumber = '+12025550110';
const busyNumber = '+12025550102';

const stage = useStage();
afterEach(() => stage.clear());

test('the page calls the phone booth, which rings, answers, and both hear each other', async () => {
  const [portal, booth] = [await stage.openPortal(), await stage.openBooth()];
  const calling = portal.makeCall(boothNumber);
  await booth.waitForStatus('is calling');
  await booth.answer();
  await calling;
  await portal.controls.waitFor();
  await hears(earOfPage('the booth', booth.page), tones.portal);
  await hears(earOfPage('the portal', portal.page), tones.booth);
  await booth.hangUp();
  await portal.waitUntilReady();
  await hearsNothing(earOfPage('the portal', portal.page));
});

test('the customer’s "Call" button of the page calls too', async () => {
  const portal = await stage.openPortal();
  await portal.page.getByRole('button', { name: 'Call Ada Winter' }).click();
  await portal.controls.waitFor();
  await hears(earOfPage('the portal', portal.page), tones.portal);
  await portal.press('End call');
  await portal.waitUntilReady();
});

test('before anybody answers, the page hears it ring', async () => {
  const [portal, booth] = [await stage.openPortal(), await stage.openBooth()];
  const calling = portal.makeCall(boothNumber).catch(() => undefined);
  await booth.waitForStatus('is calling');
  await until('the portal hears ringing', async () => {
    const played = await portal.page.evaluate(() => window.testSound.played());
    return played.some((sample) => Math.abs(sample) > 0.05);
  });
  await portal.press('End call');
  await booth.waitForStatus('They stopped ringing');
  await calling;
  await portal.waitUntilReady();
});

test('a number that is busy leaves the page ready for the next call', async () => {
  const portal = await stage.openPortal();
  await portal.makeCall(busyNumber).catch(() => undefined);
  await until('the call is over', async () => !(await portal.isInCall()));
  await portal.waitUntilReady();
  await portal.makeCall('+12025550101');
  await portal.controls.waitFor();
});

test('the phone booth calls the portal: it rings by name, and both hear each other', async () => {
  const [portal, booth] = [await stage.openPortal(), await stage.openBooth()];
  await booth.call();
  await portal.toast('The phone booth').waitFor();
  await booth.waitForStatus('Ringing there');
  await portal.answer();
  await booth.waitForStatus('Connected');
  await hears(earOfPage('the portal', portal.page), tones.booth);
  await hears(earOfPage('the booth', booth.page), tones.portal);
  await portal.press('End call');
  await booth.waitForStatus('The call is over');
});

test('the leg of a call that the page makes carries the page’s voice', async () => {
  const portal = await stage.openPortal();
  await portal.makeCall('+12025550101');
  const leg = stage.localTwilio.calls.find(({ from, isOver }) => from.startsWith('client:') && !isOver);
  assert.ok(leg, 'no leg is from a client');
  await hears(earOfTelephone('the network', record(leg.listen())), tones.portal);
});
