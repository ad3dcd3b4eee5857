import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { earOfPage, earOfTelephone, hears } from './hearing.js';
import { Portal } from './portal.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const ada = '+12025550101';

const stage = useStage();
afterEach(() => stage.clear());

function callFromOutside() {
  const call = stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

test('fault 23: a tab that is closed while it rings goes on ringing elsewhere', async () => {
  const [closed, open] = [await stage.openPortal(), await stage.openPortal()];
  const call = callFromOutside();
  await closed.toast().waitFor();
  await open.toast().waitFor();
  const isClosed = closed.page.waitForEvent('close');
  await closed.page.close({ runBeforeUnload: true });
  await isClosed;
  await open.answer();
  await call.answered;
  await hears(earOfPage('the other tab', open.page), tones.outside);
  assert.equal(countFrames('reject'), 0);
});

test('with two tabs the first to answer has the call, and the other stops ringing', async () => {
  const [first, second] = [await stage.openPortal(), await stage.openPortal()];
  const call = callFromOutside();
  await second.toast().waitFor();
  await first.answer();
  await second.toast().waitFor({ state: 'detached' });
  await call.answered;
  await hears(earOfTelephone('the caller', record(call.hear())), tones.portal);
});

test('fault 16: without a microphone the caller goes on ringing, and the person reads what to do', async () => {
  const portal = await stage.openPortal();
  await portal.page.evaluate(() => window.testSound.refuseMicrophone(true));
  const call = callFromOutside();
  await portal.answer();
  const toast = portal.toast();
  await toast.getByText(/microphone/i).waitFor();
  assert.equal(call.leg.isOver, false);
  assert.equal(call.leg.wasAnswered, false);

  await portal.page.evaluate(() => window.testSound.refuseMicrophone(false));
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

test('a token endpoint that fails is asked again, and the phone is ready when it is back', async () => {
  const portal = new Portal(await stage.openPage(tones.portal));
  let failures = 0;
  await portal.page.route('**/api/twilio/token', (route) => {
    failures += 1;
    return failures > 2 ? route.continue() : route.fulfill({ status: 503, body: 'down' });
  });
  await portal.page.goto(stage.demo.portalAddress);
  await portal.waitForStatus('Offline, trying again');
  await portal.waitUntilReady();
  assert.ok(failures > 2, `asked ${failures} times`);
});

test('fault 8: of two tokens that race the older comes last, and Twilio never sees it', async () => {
  const portal = new Portal(await stage.openPage(tones.portal));
  // A phone of an earlier test may have shown the same token, if it was issued in the same second.
  const { length: saidBefore } = stage.localTwilio.wire;
  const secondOf = (time: number) => Math.floor(time / 1000);
  let release: () => void = () => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const tokens: string[] = [];
  await portal.page.route('**/api/twilio/token*', async (route) => {
    const answer = await route.fetch();
    tokens.push(((await answer.json()) as { token: string }).token);
    if (tokens.length === 1) await isReleased;
    // The phone may have given it up by then.
    await route.fulfill({ response: answer }).catch(() => undefined);
  });
  await portal.page.goto(stage.demo.portalAddress);
  await until('the older token is on its way', () => tokens.length === 1);
  // A token that is issued in another second is another one.
  const issuedAt = secondOf(Date.now());
  await until('it is later', () => secondOf(Date.now()) > issuedAt);
  await portal.page.locator('twilio-phone').evaluate((phone) => {
    phone.setAttribute('token-url', '/api/twilio/token?newer');
  });
  await portal.waitUntilReady();
  release();
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  const [older, newer] = tokens;
  const shown = stage.localTwilio.wire.slice(saidBefore).map(({ payload }) => payload['token']);
  assert.notEqual(older, newer);
  assert.ok(shown.includes(newer));
  assert.ok(!shown.includes(older));
});

test('whoever is not signed in is asked to, and the endpoint is left alone', async () => {
  const portal = new Portal(await stage.openPage(tones.portal));
  let requests = 0;
  await portal.page.route('**/api/twilio/token', (route) => {
    requests += 1;
    return route.fulfill({ status: 401, body: '{}' });
  });
  await portal.page.goto(stage.demo.portalAddress);
  await portal.waitForStatus(/sign in/i);
  assert.equal(requests, 1);
});

test('a connection that breaks while nobody calls comes back by itself', async () => {
  const portal = await stage.openPortal();
  const registrations = countFrames('ready');
  await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await until('it has registered again', () => countFrames('ready') > registrations);
  await portal.waitUntilReady();
  callFromOutside();
  await portal.toast('Ada Winter').waitFor();
});

test('a talk outlives the loss of the signalling connection', async () => {
  const portal = await stage.openPortal();
  const call = callFromOutside();
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.outside);
  await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await portal.waitForStatus(/reconnecting/i);
  await portal.waitForStatus(/^(?!.*reconnecting)/i);
  await hears(earOfTelephone('the caller', record(call.hear())), tones.portal);
  await portal.press('End call');
  assert.equal((await call.ended).status, 'completed');
});

test('two phones in one page do not mix up whose toast it is', async () => {
  const portal = await stage.openPortal();
  await portal.page.evaluate(() => {
    const second = document.createElement('twilio-phone');
    second.setAttribute('token-url', '/api/nowhere');
    document.body.append(second);
  });
  callFromOutside();
  await portal.toast('Ada Winter').waitFor();
  assert.equal(await portal.toast().count(), 1);
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

test('fault 26: the page’s own modal dialog does not keep anybody from answering', async () => {
  const portal = await stage.openPortal();
  await portal.page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'An open question';
    document.body.append(dialog);
    dialog.showModal();
  });
  callFromOutside();
  await portal.answer();
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

test('nothing is fetched from anywhere but this machine, during a whole call', async () => {
  const page = await stage.openPage(tones.portal);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  page.on('websocket', (socket) => hosts.add(new URL(socket.url()).hostname));
  const portal = new Portal(page);
  await page.goto(stage.demo.portalAddress);
  await portal.waitUntilReady();
  const call = callFromOutside();
  await portal.answer();
  await hears(earOfPage('the portal', page), tones.outside);
  await portal.press('End call');
  await call.ended;
  assert.deepEqual([...hosts], ['localhost']);
});

function countFrames(type: string): number {
  return stage.localTwilio.wire.filter((frame) => frame.type === type).length;
}
