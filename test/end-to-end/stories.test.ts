/** Every story, as `npm run storybook:build` writes it: it is shown, played, and looked at for accessibility. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { browserArguments } from '../../scripts/browser-arguments.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import { readStories, StoryPage, StoryRun } from './story-pages.js';
import type { StoryEntry, StoryLook } from './story-pages.js';
import { serveStorybook } from './story-server.js';
import type { StoryServer } from './story-server.js';

/** As many as a small machine has cores. */
const PAGE_COUNT = 2;
/** 196 situations of a call: the sum is worked out, row by row, in test/stories/call-situations.test.ts. */
const SITUATION_COUNT = 196;

const entries = readStories().filter(({ tags }) => !tags.includes('live'));
const states = entries.filter(({ tags }) => tags.includes('state'));
/** A wish under way looks alike in all languages, but for its words: those that stand still are enough. */
const standing = entries.filter(
  ({ title, name, type }) =>
    type === 'story' &&
    (title === 'Every state/Without a call' ||
      (title.startsWith('Every state/') && !/being|under way/i.test(name))),
);

let server: StoryServer;
let browser: Browser;
before(async () => {
  // Live stories have a test of their own: nothing of the demo is asked for here.
  server = await serveStorybook('http://localhost:9/');
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
});
after(async () => {
  await browser.close();
  server.close();
});

test('every element is there in every situation of a call', async (context) => {
  assert.equal(states.length, SITUATION_COUNT);
  const shown = new Set<string>();
  const page = await openPage();
  for (const { id } of ['pending', 'open'].flatMap((status) => findPlain(status))) {
    await page.goto(`${server.address}iframe.html?viewMode=story&id=${id}`);
    await page.locator('twilio-phone').waitFor();
    for (const tag of await page.evaluate(listTags)) shown.add(tag);
  }
  const manifest = readFileSync('custom-elements.json', 'utf8');
  const tags = [...manifest.matchAll(/"tagName": "([\w-]+)"/g)].map(([, tag = '']) => tag);
  assert.deepEqual([...shown].sort(), tags.sort());
  context.diagnostic(
    `${tags.length} elements in ${states.length} situations: ${tags.length * states.length}`,
  );
  await page.close();
});

describe('in light and in English', () => runAll(entries, { scheme: 'light', language: 'en' }));
describe('in dark and from right to left', () => runAll(standing, { scheme: 'dark', language: 'ar' }));

function runAll(wanted: readonly StoryEntry[], look: StoryLook): void {
  let run: StoryRun;
  before(async () => {
    const pages = await Promise.all(Array.from({ length: PAGE_COUNT }, openPage));
    run = new StoryRun(
      pages.map((page) => new StoryPage(page, server.address, look)),
      wanted,
    );
  });
  for (const entry of wanted) {
    test(`${entry.title}: ${entry.name}`, async () => {
      const { complaints, rulesKept } = await run.resultOf(entry);
      assert.deepEqual(complaints, []);
      assert.ok(rulesKept > 0, 'its accessibility was not looked at');
    });
  }
}

/** Without movement: a story is over when nothing moves any more, and a ring moves for five seconds. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // tsx keeps the names of functions with a helper that no page has.
  await page.addInitScript('globalThis.__name = (value) => value');
  return page;
}

function findPlain(status: string): readonly StoryEntry[] {
  return states.filter(({ id }) => id === `every-state-incoming-${status}--plain`);
}

/** Runs in the page: the elements of ours in it, shadow roots included. */
function listTags(): string[] {
  const tags = new Set<string>();
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (customElements.get(element.localName)) tags.add(element.localName);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return [...tags];
}
