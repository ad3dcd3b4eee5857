import { after, afterEach, before, describe, test } from 'node:test';

import { tone } from '../../../demo/local-twilio/media/sources/tone.js';
import {
  callFromPage,
  callToPage,
  closeBrowser,
  closeCalls,
  isHeard,
  listenTo,
  openBrowser,
  openPage,
  OUR_LEVEL,
  OUR_TONE,
  PAGE_LEVEL,
  PAGE_TONE,
} from './page-calls.js';
import { until } from './until.js';

before(openBrowser);
afterEach(closeCalls);
after(closeBrowser);

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
