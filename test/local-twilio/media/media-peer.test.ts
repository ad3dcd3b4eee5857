import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';

import type { MediaPeer } from '../../../demo/local-twilio/media/audio.js';
import { createMediaPeer } from '../../../demo/local-twilio/media/media-peer.js';
import type { Recorder } from '../../../demo/local-twilio/media/recorder.js';
import { record } from '../../../demo/local-twilio/media/recorder.js';
import { echo } from '../../../demo/local-twilio/media/sources/echo.js';
import { tone } from '../../../demo/local-twilio/media/sources/tone.js';
import type { Measured } from './page-phone.js';
import { launchBrowser, measure, PagePhone } from './page-phone.js';
import { until } from './until.js';

const PAGE_TONE = 600;
const OUR_TONE = 900;
/** The root mean square of the page's sine, whose peak is 0.3. */
const PAGE_LEVEL = 0.212;
/** That of ours, whose peak is 0.25. */
const OUR_LEVEL = 0.177;

let browser: Browser;
let toClose: { close(): Promise<void> }[] = [];

before(async () => {
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
});

afterEach(async () => {
  await Promise.all(toClose.map((each) => each.close()));
  toClose = [];
});

describe('a browser calls', () => {
  test('each side hears the tone of the other, at its level', async () => {
    const { page, peer } = await callFromPage();
    peer.play(tone(OUR_TONE, 0.25));
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    await isHeard(listenTo(peer), PAGE_TONE, PAGE_LEVEL);
  });

  test('neither description names an address of the page, and ours names those of this machine', async () => {
    const page = await openPage();
    const peer = createPeer();
    const offer = await page.offer();
    assert.doesNotMatch(offer, /a=candidate/);
    isComplete(await peer.answerOffer(offer));
  });

  test('it hears itself when it is echoed', async () => {
    const { page, peer } = await callFromPage();
    peer.play(echo(peer.listen(), 200));
    await isHeard(() => page.hears(), PAGE_TONE, PAGE_LEVEL);
  });

  test('it hears silence when nothing is played, and when what was played is taken away', async () => {
    const { page, peer } = await callFromPage();
    assert.ok((await page.hears()).rms < 0.001);
    peer.play(tone(OUR_TONE));
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    peer.play(null);
    await until(() => page.hears(), isSilent);
  });

  test('muted it is silent, and only then', async () => {
    const { page, peer } = await callFromPage();
    const hears = listenTo(peer);
    await isHeard(hears, PAGE_TONE, PAGE_LEVEL);
    await page.mute(true);
    await until(hears, isSilent);
    await page.mute(false);
    await isHeard(hears, PAGE_TONE, PAGE_LEVEL);
  });

  test('its keys are heard once each: 1w2#', async () => {
    const { page, peer } = await callFromPage();
    let digits = '';
    peer.onDigit((digit) => (digits += digit));
    await page.press('1');
    await until(
      () => digits,
      (heard) => heard === '1',
    );
    await page.press('2#');
    await until(
      () => digits,
      (heard) => heard.length >= 3,
    );
    // The sound that comes after a key is over says that nothing more of the key will come.
    await isHeard(listenTo(peer), PAGE_TONE, PAGE_LEVEL);
    assert.equal(digits, '12#');
  });

  test('a listener to keys that was taken off hears no more', async () => {
    const { page, peer } = await callFromPage();
    const heard: string[] = [];
    const stop = peer.onDigit((digit) => heard.push(`first ${digit}`));
    peer.onDigit((digit) => heard.push(`second ${digit}`));
    await page.press('5');
    await until(
      () => heard,
      ({ length }) => length === 2,
    );
    stop();
    await page.press('6');
    await until(
      () => heard,
      ({ length }) => length === 3,
    );
    assert.deepEqual(heard, ['first 5', 'second 5', 'second 6']);
  });

  test('several listeners hear it, each all of it', async () => {
    const { peer } = await callFromPage();
    const [first, second] = [listenTo(peer), listenTo(peer)];
    await isHeard(first, PAGE_TONE, PAGE_LEVEL);
    await isHeard(second, PAGE_TONE, PAGE_LEVEL);
  });
});

describe('a browser is called', () => {
  test('each side hears the tone of the other, at its level', async () => {
    const page = await openPage();
    const peer = createPeer();
    peer.play(tone(OUR_TONE, 0.25));
    const offer = await peer.createOffer();
    isComplete(offer);
    const answer = await page.answerOffer(offer);
    assert.doesNotMatch(answer, /a=candidate/);
    await peer.acceptAnswer(answer);
    await peer.connected;
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    await isHeard(listenTo(peer), PAGE_TONE, PAGE_LEVEL);
  });

  test('its keys are heard', async () => {
    const page = await openPage();
    const peer = createPeer();
    await peer.acceptAnswer(await page.answerOffer(await peer.createOffer()));
    await peer.connected;
    let digits = '';
    peer.onDigit((digit) => (digits += digit));
    await page.press('*09');
    await until(
      () => digits,
      (heard) => heard === '*09',
    );
  });
});

describe('ICE restarts', () => {
  for (const [who, connect] of [
    ['the browser called', callFromPage],
    ['the browser was called', callToPage],
  ] as const) {
    test(`and the sound goes on in both directions, when ${who}`, async () => {
      const { page, peer } = await connect();
      peer.play(tone(OUR_TONE, 0.25));
      const hears = listenTo(peer);
      await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
      const answer = await peer.answerOffer(await page.offer({ iceRestart: true }));
      await page.acceptAnswer(answer);
      const fragment = /a=ice-ufrag:(\S+)/.exec(answer)?.[1];
      await until(
        () => page.usedUsernameFragment(),
        (used) => used === fragment,
      );
      await until(
        () => page.connectionState(),
        (state) => state === 'connected',
      );
      await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
      await isHeard(hears, PAGE_TONE, PAGE_LEVEL);
    });
  }

  test('and again and again', async () => {
    const { page, peer } = await callFromPage();
    peer.play(tone(OUR_TONE, 0.25));
    const hears = listenTo(peer);
    for (let count = 0; count < 3; count += 1) {
      await page.acceptAnswer(await peer.answerOffer(await page.offer({ iceRestart: true })));
    }
    await until(
      () => page.connectionState(),
      (state) => state === 'connected',
    );
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    await isHeard(hears, PAGE_TONE, PAGE_LEVEL);
  });
});

describe('another connection takes over', () => {
  test('it hears what is played, and is heard by who listened before', async () => {
    const { peer } = await callFromPage();
    peer.play(tone(OUR_TONE, 0.25));
    const hears = listenTo(peer);
    await isHeard(hears, PAGE_TONE, PAGE_LEVEL);
    const other = await openPage(1000);
    await other.acceptAnswer(await peer.answerOffer(await other.offer()));
    await isHeard(() => other.hears(), OUR_TONE, OUR_LEVEL);
    await isHeard(hears, 1000, PAGE_LEVEL);
  });

  test('its keys are heard, whatever its clock says', async () => {
    const { page, peer } = await callFromPage();
    let digits = '';
    peer.onDigit((digit) => (digits += digit));
    for (const expected of ['1', '12', '123', '1234']) {
      await page.press(expected.slice(-1));
      await until(
        () => digits,
        (heard) => heard === expected,
      );
      await page.connect();
      await page.acceptAnswer(await peer.answerOffer(await page.offer()));
      await until(
        () => page.connectionState(),
        (state) => state === 'connected',
      );
    }
  });

  test('also when it is the same page with a new peer connection', async () => {
    const { page, peer } = await callFromPage();
    peer.play(tone(OUR_TONE, 0.25));
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    await page.connect();
    await page.acceptAnswer(await peer.answerOffer(await page.offer()));
    await isHeard(() => page.hears(), OUR_TONE, OUR_LEVEL);
    await isHeard(listenTo(peer), PAGE_TONE, PAGE_LEVEL);
  });
});

describe('closed', () => {
  test('no socket and no timer of the call is left', async () => {
    const { peer } = await callFromPage();
    peer.play(tone(OUR_TONE));
    await isHeard(listenTo(peer), PAGE_TONE, PAGE_LEVEL);
    stopRecorders();
    await peer.close();
    await until(
      () => process.getActiveResourcesInfo(),
      (resources) => !resources.includes('UDPWrap'),
    );
  });

  test('what listens to it has ended', async () => {
    const { peer } = await callFromPage();
    const source = peer.listen();
    await peer.close();
    await source.ended;
  });

  test('twice is once', async () => {
    const { peer } = await callFromPage();
    await Promise.all([peer.close(), peer.close()]);
    await peer.close();
  });
});

let recorders: Recorder[] = [];

afterEach(stopRecorders);

function stopRecorders(): void {
  for (const recorder of recorders) recorder.stop();
  recorders = [];
}

async function openPage(frequencyInHertz = PAGE_TONE): Promise<PagePhone> {
  const page = await PagePhone.open(browser, frequencyInHertz);
  toClose.push(page);
  return page;
}

function createPeer(): MediaPeer {
  const peer = createMediaPeer();
  toClose.push(peer);
  return peer;
}

async function callFromPage(): Promise<{ page: PagePhone; peer: MediaPeer }> {
  const page = await openPage();
  const peer = createPeer();
  await page.acceptAnswer(await peer.answerOffer(await page.offer()));
  await peer.connected;
  return { page, peer };
}

async function callToPage(): Promise<{ page: PagePhone; peer: MediaPeer }> {
  const page = await openPage();
  const peer = createPeer();
  await peer.acceptAnswer(await page.answerOffer(await peer.createOffer()));
  await peer.connected;
  return { page, peer };
}

/** What this process hears of the page: the last half second each time. */
function listenTo(peer: MediaPeer): () => Measured {
  const recorder = record(peer.listen());
  recorders.push(recorder);
  return () => measure(recorder.samples(500), 8000);
}

/** Waits until nothing but this tone is heard: what is loud besides it would make the whole louder than it. */
async function isHeard(
  hears: () => Measured | Promise<Measured>,
  frequency: number,
  level: number,
): Promise<void> {
  await until(
    hears,
    (heard) =>
      Math.abs(heard.frequency - frequency) < 5 &&
      Math.abs(heard.level - level) < level * 0.1 &&
      heard.rms < heard.level * 1.1,
  );
}

function isSilent(heard: Measured): boolean {
  return heard.rms < 0.001;
}

/** What the Voice SDK and the browsers ask of a description that nothing will be added to. */
function isComplete(sdp: string): void {
  const addresses = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  for (const address of ['127.0.0.1', ...addresses]) {
    assert.match(sdp, new RegExp(`^a=candidate:.* ${address.replaceAll('.', '\\.')} \\d+ typ host`, 'm'));
  }
  assert.match(sdp, /^a=end-of-candidates\r$/m);
  assert.match(sdp, /^a=msid:[^- ]\S* \S+\r$/m);
  assert.match(sdp, /^m=audio \d+ UDP\/TLS\/RTP\/SAVPF 0 \d+\r$/m);
  assert.match(sdp, /^a=rtpmap:0 PCMU\/8000\r$/m);
  assert.match(sdp, /^a=rtpmap:\d+ telephone-event\/8000\r$/m);
  assert.doesNotMatch(sdp, /CN\/8000|ice-lite/);
  assert.doesNotMatch(sdp, /[^\r]\n/);
}
