/** What tests of the media peer share: calls between a page in a real browser and this process. */
import type { Browser } from 'playwright-core';

import type { MediaPeer } from '../../../demo/local-twilio/media/audio.js';
import { createMediaPeer } from '../../../demo/local-twilio/media/media-peer.js';
import type { Recorder } from '../../../demo/local-twilio/media/recorder.js';
import { record } from '../../../demo/local-twilio/media/recorder.js';
import type { Measured } from './page-phone.js';
import { launchBrowser, measure, PagePhone } from './page-phone.js';
import { until } from './until.js';

/** Hertz of the sine that a page plays into its calls, and of ours. */
export const PAGE_TONE = 600;
export const OUR_TONE = 900;
/** The root mean square of the page's sine, whose peak is 0.3. */
export const PAGE_LEVEL = 0.212;
/** That of ours, whose peak is 0.25. */
export const OUR_LEVEL = 0.177;

let browser: Browser;
let toClose: { close(): Promise<void> }[] = [];
let recorders: Recorder[] = [];

export async function openBrowser(): Promise<void> {
  browser = await launchBrowser();
}

export async function closeBrowser(): Promise<void> {
  await browser.close();
}

/** Closes every page and every peer of the test. */
export async function closeCalls(): Promise<void> {
  stopRecorders();
  await Promise.all(toClose.map((each) => each.close()));
  toClose = [];
}

export function stopRecorders(): void {
  for (const recorder of recorders) recorder.stop();
  recorders = [];
}

export async function openPage(frequencyInHertz = PAGE_TONE): Promise<PagePhone> {
  const page = await PagePhone.open(browser, frequencyInHertz);
  toClose.push(page);
  return page;
}

export function createPeer(): MediaPeer {
  const peer = createMediaPeer();
  toClose.push(peer);
  return peer;
}

export async function callFromPage(): Promise<{ page: PagePhone; peer: MediaPeer }> {
  const page = await openPage();
  const peer = createPeer();
  await page.acceptAnswer(await peer.answerOffer(await page.offer()));
  await peer.connected;
  return { page, peer };
}

export async function callToPage(): Promise<{ page: PagePhone; peer: MediaPeer }> {
  const page = await openPage();
  const peer = createPeer();
  await peer.acceptAnswer(await page.answerOffer(await peer.createOffer()));
  await peer.connected;
  return { page, peer };
}

/** What this process hears of the page: the last half second each time. */
export function listenTo(peer: MediaPeer): () => Measured {
  const recorder = record(peer.listen());
  recorders.push(recorder);
  return () => measure(recorder.samples(500), 8000);
}

/** Waits until nothing but this tone is heard: what is loud besides it would make the whole louder than it. */
export async function isHeard(
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

export function isSilent(heard: Measured): boolean {
  return heard.rms < 0.001;
}
