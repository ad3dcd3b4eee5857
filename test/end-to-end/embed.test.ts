/** The script tag's files, in pages that somebody else might have written. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bundle } from '../../scripts/bundle-packages.mjs';
import { useHostPages } from './host-pages.js';
import { Portal } from './portal.js';

const ada = '+12025550101';
const phoneTag = '<twilio-phone token-url="/api/twilio/token"></twilio-phone>';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const integrity = JSON.parse(readFileSync('dist/embed/integrity.json', 'utf8')) as Record<string, string>;

const { stage, hosts } = useHostPages();
afterEach(() => stage.clear());

function callFromOutside() {
  return stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
}

/** Rings and is answered. What is heard then is measured where the page is the strictest. */
async function talk(page: Page): Promise<void> {
  const portal = new Portal(page);
  await portal.waitUntilReady();
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  await portal.controls.waitFor();
  call.hangUp();
}

/** Our files that a page has loaded, from wherever. */
async function loadedFiles(page: Page): Promise<URL[]> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return names
    .map((name) => new URL(name))
    .filter(({ pathname }) => /^\/(?:twilio-phone|other)/.test(pathname));
}

test('from another origin: the phone finds its parts beside its script, by their version, and rings', async () => {
  const script = `${hosts.scriptAddress}twilio-phone/twilio-phone.js`;
  const { page, complaints } = await hosts.open({
    head: `<script type="module" src="${script}"></script>`,
    body: phoneTag,
  });
  await talk(page);
  const files = await loadedFiles(page);
  assert.ok(files.length > 3);
  for (const { origin, pathname } of files) {
    assert.equal(`${origin}/`, hosts.scriptAddress);
    assert.match(pathname, /^\/twilio-phone\/(?:twilio-phone\.js|\d+\.\d+\.\d+\/[\w.-]+\.(?:js|svg))$/);
  }
  assert.deepEqual(complaints, []);
});

test('the single file holds all: pinned by its hash it loads nothing else, and rings', async () => {
  const script = `${hosts.scriptAddress}twilio-phone/twilio-phone.single.js`;
  const { page, complaints } = await hosts.open({
    head: `<script type="module" src="${script}" crossorigin="anonymous"
      integrity="${integrity['twilio-phone.single.js']}"></script>`,
    body: phoneTag,
  });
  await talk(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Microphone').first().waitFor();
  assert.deepEqual((await loadedFiles(page)).map(String), [script]);
  assert.deepEqual(complaints, []);
});

test('with another hash than its own the single file is not run', async () => {
  const { page, complaints } = await hosts.open({
    head: `<script type="module" src="/twilio-phone/twilio-phone.single.js"
      integrity="sha384-${'A'.repeat(64)}"></script>`,
    body: phoneTag,
  });
  await page.waitForLoadState('load');
  assert.equal(await page.evaluate(() => customElements.get('twilio-phone') === undefined), true);
  assert.match(complaints.join('\n'), /integrity/);
});

test('a classic script tag has a loader, which finds the module beside itself', async () => {
  const { page, complaints } = await hosts.open({
    head: `<script src="${hosts.scriptAddress}twilio-phone/twilio-phone.loader.js"></script>`,
    body: phoneTag,
  });
  await new Portal(page).waitUntilReady();
  assert.deepEqual(complaints, []);
});

test('twice, in one file, in another version and beside the page’s own Lit: one phone, which rings once', async () => {
  hosts.addScript('/lit.js', await bundle('lit'));
  hosts.addScript(
    '/page.js',
    `import { LitElement, html } from '/lit.js';
     customElements.define('page-clock', class extends LitElement {
       render() { return html\`<p>Nine o’clock</p><slot></slot>\`; }
     });`,
  );
  const { page, complaints } = await hosts.open({
    head: `<script type="module" src="/page.js"></script>
      <script type="module" src="/other-version/twilio-phone.js"></script>
      <script type="module" src="/twilio-phone/twilio-phone.js"></script>
      <script type="module" src="/twilio-phone/twilio-phone.js?again"></script>
      <script type="module" src="/twilio-phone/twilio-phone.single.js"></script>`,
    body: `<page-clock>${phoneTag}</page-clock>`,
  });
  await page.getByText('Nine o’clock').waitFor();
  await talk(page);
  const portal = new Portal(page);
  await portal.waitUntilReady();
  callFromOutside();
  await portal.toast().waitFor();
  assert.equal(await portal.toast().count(), 1);
  assert.equal(stage.localTwilio.identities.length, 1);
  assert.deepEqual(complaints, []);
});

test('on a page with an AMD loader (RequireJS) nothing goes through its hands, and the phone rings', async () => {
  const { page, complaints } = await hosts.open({
    head: `<script>
        const taken = [];
        const define = Object.assign((...what) => taken.push(what), { amd: {} });
      </script>
      <script type="module" src="/twilio-phone/twilio-phone.js"></script>`,
    body: phoneTag,
  });
  await talk(page);
  assert.equal(await page.evaluate('taken.length'), 0);
  assert.deepEqual(complaints, []);
});

test('on a page whose scripts have changed what is built in, and that forbids storage, the phone rings', async () => {
  const { page, complaints } = await hosts.open({
    head: `<script>
        Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
        Array.prototype.last = function () { return this[this.length - 1]; };
        Object.prototype.each = function () {};
        Function.prototype.curry = function () {};
        Date.now = () => 0;
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
        var module = { exports: {} }, exports = module.exports, process = { env: {} }, global = window;
        var status = 'x', event = 1, $ = 2, _ = 3, e = 4, t = 5, n = 6, name = 'host';
      </script>
      <script type="module" src="/twilio-phone/twilio-phone.js"></script>`,
    body: phoneTag,
  });
  await talk(page);
  assert.deepEqual(complaints, []);
});

test('the script tag’s Voice SDK has every public name of the registry’s, and none of its own is left long', async () => {
  const folder = `dist/embed/${version}`;
  const file = readdirSync(folder).find((name) => /^ring-.*\.js$/.test(name)) ?? '';
  const words = new Set(readFileSync(`${folder}/${file}`, 'utf8').match(/[A-Za-z_$][\w$]*/g));
  const sdk = await import('@twilio/voice-sdk');
  const parts = [sdk, sdk.Device, sdk.Device.prototype, sdk.Call, sdk.Call.prototype, sdk.Call.State];
  const names = new Set(parts.flatMap((part) => Object.getOwnPropertyNames(part)));
  const [open, hidden] = [false, true].map((is) => [...names].filter((name) => name.startsWith('_') === is));
  assert.ok(open && open.length > 40 && hidden && hidden.length > 20);
  assert.deepEqual(
    open.filter((name) => !words.has(name)),
    [],
  );
  assert.deepEqual(
    hidden.filter((name) => words.has(name)),
    [],
  );
});
