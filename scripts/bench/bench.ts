/**
 * `npm run bench`: how long a person waits. From a call's arrival to the toast, and from the click on "Answer"
 * to the caller's voice: our phone in the portal, and beside it a page with the bare Voice SDK, in one browser
 * and by turns, so that both meet the same machine.
 */
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { startDemo } from '../../demo/server/start-demo.js';
import type { Demo } from '../../demo/server/start-demo.js';
import { readMoments, watchMoments } from './bench-page.js';
import type { Measurement } from './bench-page.js';
import { browserArguments } from '../browser-arguments.mjs';
import { buildWhatIsStale } from '../build.mjs';
import { requireBrowser } from '../install-browser.mjs';
import { readRerouteTag, serveBesideDemo } from '../serve-beside-demo.js';
import type { ServerBesideDemo } from '../serve-beside-demo.js';
import { bundlePage } from '../bundle-page.js';

interface Contestant {
  readonly name: string;
  open(browser: Browser, demo: Demo, bareAddress: string): Promise<Page>;
}

const CALLS = 7;
const TOAST_LIMIT_IN_MILLISECONDS = 100;
const SOUND_LIMIT_IN_MILLISECONDS = 1000;
/** A toast does not take a click in its first moments, lest it be meant for what was there before. */
const PATIENCE_IN_MILLISECONDS = 600;

const contestants: readonly Contestant[] = [
  { name: 'twilio-phone', open: openPortal },
  { name: 'bare SDK', open: openBarePage },
];

await buildWhatIsStale();
const bareScript = await bundlePage(new URL('bare-page.js', import.meta.url));
const results = await measureAll();
report(results);

async function measureAll(): Promise<Map<string, Measurement[]>> {
  const demo = await startDemo();
  const bareServer = await serveBarePage(demo);
  const browser = await chromium.launch({
    executablePath: await requireBrowser(),
    args: [...browserArguments],
  });
  const measurements = new Map(contestants.map(({ name }) => [name, [] as Measurement[]]));
  try {
    for (let round = 0; round < CALLS; round += 1) {
      for (const { name, open } of contestants) {
        const page = await open(browser, demo, bareServer.address);
        // The first call of a page meets what is loaded late; the second is what a working day is made of.
        await measureCall(demo, page);
        measurements.get(name)?.push(await measureCall(demo, page));
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    bareServer.close();
    await demo.stop();
  }
  return measurements;
}

async function measureCall(demo: Demo, page: Page): Promise<Measurement> {
  const call = demo.localTwilio?.callPhoneNumber({ from: '+12025550177', as: 'silent' });
  call?.say(tone(700, 0.3));
  const answer = page.getByRole('alertdialog').getByRole('button', { name: 'Answer' });
  await answer.waitFor();
  await page.waitForTimeout(PATIENCE_IN_MILLISECONDS);
  await answer.click();
  const measurement = await readMoments(page);
  call?.hangUp();
  await answer.waitFor({ state: 'detached' });
  return measurement;
}

async function openPortal(browser: Browser, demo: Demo): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(demo.portalAddress);
  await page.locator('phone-status').getByText('Ready for calls').waitFor();
  return page;
}

async function openBarePage(browser: Browser, demo: Demo, bareAddress: string): Promise<Page> {
  const page = await openPage(browser);
  // The portal's address first, for its session cookie.
  await page.goto(demo.portalAddress, { waitUntil: 'commit' });
  await page.goto(bareAddress);
  await page.locator('html[data-is-ready]').waitFor({ state: 'attached' });
  return page;
}

async function serveBarePage(demo: Demo): Promise<ServerBesideDemo> {
  const rerouteTag = await readRerouteTag(demo.portalAddress);
  const html = `<!doctype html><title>Bare</title>${rerouteTag}<script type="module" src="/bare.js"></script>`;
  return serveBesideDemo(demo.portalAddress, (path) => {
    if (path === '/') return { type: 'text/html', body: html };
    return path === '/bare.js' ? { type: 'text/javascript', body: bareScript } : null;
  });
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await watchMoments(page);
  return page;
}

function report(measurements: Map<string, Measurement[]>): void {
  const rows = [
    { title: 'invite to toast painted', field: 'inviteToPaint', limit: TOAST_LIMIT_IN_MILLISECONDS },
    { title: 'answer clicked to sound', field: 'answerToSound', limit: SOUND_LIMIT_IN_MILLISECONDS },
  ] as const;
  console.log(`\nMedian of ${CALLS} calls, milliseconds (least to most)`);
  let isGood = true;
  for (const { title, field, limit } of rows) {
    const [ours = [], bare = []] = contestants.map(({ name }) =>
      (measurements.get(name) ?? []).map((measurement) => measurement[field]).sort((a, b) => a - b),
    );
    const ratio = (median(ours) / median(bare)).toFixed(2);
    console.log(`  ${title}: ${show(ours)}, bare SDK ${show(bare)}, ratio ${ratio}, limit ${limit}`);
    if (median(ours) > limit) isGood = false;
  }
  console.log(isGood ? '  within the limits' : '  OVER a limit');
  process.exit(isGood ? 0 : 1);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}

function show(sorted: readonly number[]): string {
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  return `${Math.round(median(sorted))} (${Math.round(least)} to ${Math.round(most)})`;
}
