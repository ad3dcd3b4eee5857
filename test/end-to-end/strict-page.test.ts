/** Pages that forbid all but what the README names, and pages in frames. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { record } from '../../demo/local-twilio/media/recorder.js';
import type { TwilioPhone } from '../../src/index.js';
import { earOfPage, earOfTelephone, hears } from './hearing.js';
import { useHostPages } from './host-pages.js';
import { Portal } from './portal.js';
import { pressInToast } from './press-in-toast.js';
import { tones } from './stage.js';
import { until } from './until.js';

const ada = '+12025550101';
const nonce = 'bm90LXNvLXJhbmRvbQ';
const phoneTag = '<twilio-phone token-url="/api/twilio/token"></twilio-phone>';
const readme = readFileSync('README.md', 'utf8');

const { stage, hosts } = useHostPages();
afterEach(() => stage.clear());

function callFromOutside() {
  const call = stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

/** A block of the README, by what it begins with. */
function readBlock(beginning: string): string {
  const start = readme.indexOf(`\n${beginning}`);
  assert.notEqual(start, -1, `the README has no block that begins with ${beginning}`);
  return readme.slice(start + 1, readme.indexOf('```', start)).trim();
}

/** The README's policy, for this page: its nonce, and local Twilio in the place of Twilio's hosts, one for one. */
function localPolicy(): string {
  const policy = readBlock('Content-Security-Policy:').replace('Content-Security-Policy:', '');
  const host = new URL(stage.localTwilio.address).host;
  const replacements = [
    ['nonce-…', `nonce-${nonce}`],
    ['wss://voice-js.roaming.twilio.com', `ws://${host}`],
    ['https://eventgw.twilio.com', `http://${host}`],
  ] as const;
  return replacements.reduce((local, [theirs, ours]) => {
    assert.ok(local.includes(theirs), `the README's policy names no ${theirs}`);
    console.log(`# in the README’s policy ${theirs} became ${ours}`);
    return local.replace(theirs, ours);
  }, policy.replace(/\s+/g, ' ').trim());
}

declare global {
  interface Window {
    violations: string[];
  }
}

function noteViolations(): void {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    window.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
  );
}

async function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.violations);
}

test('under the README’s content security policy all of the phone works, and nothing is blocked', async () => {
  const policy = localPolicy();
  console.log(`# added for local Twilio: ${hosts.rerouteTag} with the nonce`);
  const { page, complaints } = await hosts.open({
    reroute: hosts.rerouteTag.replace('<script', `<script nonce="${nonce}"`),
    head: `<script type="module" nonce="${nonce}" src="/twilio-phone/twilio-phone.js"></script>`,
    body: phoneTag,
    headers: { 'Content-Security-Policy': policy },
    prepare: noteViolations,
  });
  const portal = new Portal(page);
  await portal.waitUntilReady();
  const call = callFromOutside();
  await portal.toast().waitFor();
  assert.ok((await portal.toast().locator('svg').first().boundingBox())?.width, 'no icon is shown');
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the page', page), tones.outside);
  await hears(earOfTelephone('the caller', record(call.hear())), tones.portal);

  await portal.press('Hold');
  await portal.press('Resume');
  await portal.controls.getByRole('button', { name: 'Keypad' }).click();
  await page.locator('call-keypad').waitFor();
  await portal.press('End call');
  await portal.waitUntilReady();
  await page.getByLabel('Phone number').fill('+1 202 555 0199');
  await page.getByRole('button', { name: 'Call', exact: true }).waitFor();
  for (const panel of ['History', 'Settings']) {
    const button = page.getByRole('button', { name: panel, exact: true });
    if ((await button.count()) === 0) continue;
    await button.click();
  }
  await page.locator('phone-settings').getByRole('combobox').first().waitFor();
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  await portal.waitForStatus('Bereit für Anrufe');

  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(complaints, []);
});

test('what the policy does not name is blocked, and noticed here', async () => {
  const { page } = await hosts.open({
    reroute: hosts.rerouteTag.replace('<script', `<script nonce="${nonce}"`),
    head: `<script nonce="${nonce}">document.body ?? document.head.setAttribute('style', 'color: red')</script>`,
    headers: { 'Content-Security-Policy': localPolicy() },
    prepare: noteViolations,
  });
  assert.match((await violationsOf(page)).join(), /style-src/);
});

/** A page of another origin in a frame that may do what `allow` says. */
async function openFrame(allow: string): Promise<{ page: Page; frame: Frame }> {
  hosts.addPage('/frame', {
    head: `${hosts.rerouteTag}<script type="module" src="/twilio-phone/twilio-phone.js"></script>`,
    body: phoneTag,
  });
  const { page } = await hosts.open({
    head: '',
    body: `<iframe title="Phone" width="500" height="700" src="${hosts.scriptAddress}frame" ${allow}></iframe>`,
    prepare: useRealMicrophone,
  });
  const frame = await until('the frame is there', () =>
    page.frames().find((candidate) => candidate.url().endsWith('/frame')),
  );
  return { page, frame };
}

/** The tests' own microphone knows no permission; Chromium's humming one does. */
function useRealMicrophone(): void {
  Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
}

/** The code of what stands with the call. */
function errorOf(frame: Frame | Page): Promise<string | null> {
  return frame.evaluate(
    () => document.querySelector<TwilioPhone>('twilio-phone')?.getCurrentCallState()?.error?.code ?? null,
  );
}

test('in a frame of another origin that has the README’s allow list a call is answered', async () => {
  const { frame } = await openFrame(/allow="[^"]+"/.exec(readBlock('<iframe'))?.[0] ?? '');
  await frame.locator('phone-status').getByText('Ready for calls').first().waitFor();
  const call = callFromOutside();
  await pressInToast(frame, 'Answer');
  await call.answered;
});

test('in a frame without it the phone says that the page forbids the microphone, and goes on ringing', async () => {
  const { frame } = await openFrame('');
  await frame.locator('phone-status').getByText('Ready for calls').first().waitFor();
  callFromOutside();
  await pressInToast(frame, 'Answer');
  await until('the error stands with the call', () => errorOf(frame));
  assert.equal(await errorOf(frame), 'microphone-forbidden');
});

test('so it does in a page whose Permissions-Policy forbids it', async () => {
  const { page } = await hosts.open({
    head: '<script type="module" src="/twilio-phone/twilio-phone.js"></script>',
    body: phoneTag,
    headers: { 'Permissions-Policy': 'microphone=()' },
    prepare: useRealMicrophone,
  });
  const portal = new Portal(page);
  await portal.waitUntilReady();
  callFromOutside();
  await portal.answer();
  await until('the error stands with the call', () => errorOf(page));
  assert.equal(await errorOf(page), 'microphone-forbidden');
});
