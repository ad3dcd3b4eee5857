/** The pages of demo/frameworks: each built by its framework's own tool, with the phone as npm would bring it. */
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { record } from '../../demo/local-twilio/media/recorder.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import type { ServerBesideDemo } from '../../scripts/serve-beside-demo.js';
import { serveFrameworkPage } from '../../scripts/serve-framework-page.js';
import type { FrameworkPage } from '../../scripts/serve-framework-page.js';
import type { TwilioPhone } from '../../src/index.js';
import { earOfPage, earOfTelephone, hears, hearsNothing } from './hearing.js';
import { Portal } from './portal.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const ada = '+12025550101';

/** Each page, and how it hands over where tokens come from. */
const pages = [
  { name: 'plain', token: 'attribute' },
  { name: 'react', token: 'property' },
  { name: 'vue', token: 'property' },
  { name: 'svelte', token: 'property' },
  { name: 'angular', token: 'property' },
  { name: 'server-rendered', token: 'attribute' },
] as const;

const stage = useStage();
const servers: ServerBesideDemo[] = [];

after(() => servers.forEach((server) => server.close()));
afterEach(() => stage.clear());

/** A page with a front desk, as the person at it uses it. */
class FrontDesk {
  readonly complaints: string[] = [];
  readonly page: Page;
  readonly phone: Portal;

  constructor(page: Page) {
    this.page = page;
    this.phone = new Portal(page);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      const isFavicon = message.location().url.endsWith('/favicon.ico');
      if (['warning', 'error'].includes(message.type()) && !isFavicon) this.complaints.push(message.text());
    });
  }

  /** The page's own list of calls. */
  async log(): Promise<string[]> {
    return this.page.getByRole('list', { name: 'Calls' }).getByRole('listitem').allTextContents();
  }

  async press(name: 'Hide the phone' | 'Show the phone'): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Waits until what the page gives is there at the element: frameworks render when they see fit. */
  async waitUntilGiven(expected: Given): Promise<void> {
    let last = '';
    await until('the element has what the page gave it', async () => {
      const given = await this.page.locator('twilio-phone').evaluate(readGiven);
      last = JSON.stringify(given);
      return last === JSON.stringify(expected);
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}, but ${last}`);
    });
  }
}

/** What a page gives to its phone, in every way that there is: by day and by night, attributes and properties. */
interface Given {
  readonly token: 'attribute' | 'property' | null;
  readonly defaultCountry: string | null;
  readonly colorScheme: string | null;
  readonly withoutHistory: boolean;
}

/** Runs in the page. */
function readGiven(phone: TwilioPhone): Given {
  return {
    token: phone.tokenProvider ? 'property' : phone.tokenUrl === null ? null : 'attribute',
    defaultCountry: phone.defaultCountry,
    colorScheme: phone.colorScheme,
    withoutHistory: phone.withoutHistory,
  };
}

async function open(name: FrameworkPage): Promise<{ desk: FrontDesk; html: string }> {
  const server = await serveFrameworkPage(stage.demo, name);
  servers.push(server);
  const desk = new FrontDesk(await stage.openPage(tones.portal));
  const answer = await desk.page.goto(server.address);
  await desk.phone.waitUntilReady();
  return { desk, html: (await answer?.text()) ?? '' };
}

function callFromOutside() {
  return stage.localTwilio.callPhoneNumber({ from: ada, as: 'silent' });
}

async function nobodyIsReachable(): Promise<void> {
  await until('nobody is registered', () => stage.localTwilio.identities.length === 0);
}

for (const { name, token } of pages) {
  test(`${name}: rings, is answered, is heard on both sides, and comes and goes with its page`, async () => {
    const { desk } = await open(name);
    const first = callFromOutside();
    first.say(tone(tones.outside, 0.3));
    await until('the page heard of it', async () => (await desk.log()).length === 1);
    await desk.phone.answer();
    await first.answered;
    const caller = earOfTelephone('the caller', record(first.hear()));
    await hears(caller, tones.portal);
    await hears(earOfPage('the page', desk.page), tones.outside);
    await desk.phone.press('Mute');
    await hearsNothing(caller);
    await desk.phone.press('Unmute');
    await hears(caller, tones.portal);
    await desk.phone.press('End call');
    assert.equal((await first.ended).status, 'completed');
    await until('the page heard of the end', async () => (await desk.log()).length === 2);
    assert.deepEqual(await desk.log(), [`${ada} calls`, `${ada} is gone`]);

    const byDay = { token, defaultCountry: 'US', colorScheme: null, withoutHistory: false } as const;
    const byNight = { ...byDay, colorScheme: 'dark', withoutHistory: true } as const;
    await desk.waitUntilGiven(byDay);
    await desk.page.getByLabel('Night shift').check();
    await desk.waitUntilGiven(byNight);
    await desk.page.getByLabel('Night shift').uncheck();
    await desk.waitUntilGiven(byDay);

    // Taken out of the page while somebody calls, the phone lets go of the call.
    const second = callFromOutside();
    await desk.phone.toast().waitFor();
    await desk.press('Hide the phone');
    await second.ended;
    await nobodyIsReachable();
    assert.equal(await desk.phone.toast().count(), 0);
    await desk.press('Show the phone');
    await desk.phone.waitUntilReady();
    const third = callFromOutside();
    await desk.phone.answer();
    await third.answered;
    third.hangUp();
    await desk.phone.controls.waitFor({ state: 'detached' });
    await desk.press('Hide the phone');
    await nobodyIsReachable();
    assert.deepEqual(desk.complaints, []);
  });
}

test('the server’s own markup has the phone’s tag with what it was given, before any script has run', async () => {
  const { html } = await open('server-rendered');
  assert.match(
    html,
    /<main id="page"><h1>.*<twilio-phone token-url="\/api\/twilio\/token" default-country="US"><\/twilio-phone>/,
  );
});
