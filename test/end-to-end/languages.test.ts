/** The script tag's own files: words are loaded apart, and may be late, or not come at all. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { tones, useStage } from './stage.js';

const stage = useStage();

afterEach(() => stage.clear());

/** The portal, as a page in another language would be; `handleWords` gets the request for that language's words. */
async function visit(language: string, handleWords?: (route: Route) => Promise<void>) {
  const page = await stage.openPage(tones.portal);
  const complaints: string[] = [];
  page.on(
    'console',
    (message) => message.text().startsWith('twilio-phone') && complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript((lang) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      document.documentElement.lang = lang;
    }).observe(document, { childList: true });
  }, language);
  if (handleWords) await page.route(`**/twilio-phone/*/${language}-*.js`, handleWords);
  await page.goto(stage.demo.portalAddress);
  return { page, complaints };
}

async function waitForStatus(page: Page, words: string): Promise<void> {
  await page.locator('phone-status').getByRole('status').filter({ hasText: words }).waitFor();
}

test('the phone speaks the language of the page, and follows when the page changes it', async () => {
  const { page, complaints } = await visit('de');
  await waitForStatus(page, 'Bereit für Anrufe');
  await page.getByRole('button', { name: 'Einstellungen' }).waitFor();
  await page.evaluate(() => (document.documentElement.lang = 'ar'));
  await waitForStatus(page, 'جاهز لاستقبال المكالمات');
  assert.deepEqual(complaints, []);
});

test('a phone in English loads no other language', async () => {
  const { page } = await visit('en');
  await waitForStatus(page, 'Ready for calls');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(
    loaded.filter((name) => /\/(?:ar|de|es|fr|ja|pt|runtime-msg)-/.test(name)),
    [],
  );
});

test('words that do not come leave the phone in English, and it works', async () => {
  const { page, complaints } = await visit('de', (route) => route.abort());
  await waitForStatus(page, 'Ready for calls');
  assert.equal(complaints.filter((text) => text.includes('the words for "de" did not load')).length, 1);
});

test('words that are late do not keep the phone from being shown, and are spoken when they come', async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const { page } = await visit('de', async (route) => {
    await released;
    await route.continue();
  });
  await waitForStatus(page, 'Ready for calls');
  release();
  await waitForStatus(page, 'Bereit für Anrufe');
});

test('a page with two copies of the script gets along', async () => {
  const { page, complaints } = await visit('ar');
  await page.addScriptTag({ url: '/twilio-phone/twilio-phone.js?copy', type: 'module' });
  await waitForStatus(page, 'جاهز لاستقبال المكالمات');
  assert.deepEqual(complaints, []);
});
