import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { after, afterEach, before, describe, test } from 'node:test';

import { echo } from '../../../demo/local-twilio/media/sources/echo.js';
import { tone } from '../../../demo/local-twilio/media/sources/tone.js';
import {
  callFromPage,
  closeBrowser,
  closeCalls,
  createPeer,
  isHeard,
  isSilent,
  listenTo,
  openBrowser,
  openPage,
  OUR_LEVEL,
  OUR_TONE,
  PAGE_LEVEL,
  PAGE_TONE,
  stopRecorders,
} from './page-calls.js';
import { until } from './until.js';

before(openBrowser);
afterEach(closeCalls);
after(closeBrowser);

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
