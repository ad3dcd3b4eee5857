/**
 * `npm run size`: what a page pays for the phone. Opens a page with nothing but the script tag and the element
 * over a slow line, reads the browser's own log of what it loaded, and fails when that is over the figures.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { startDemo } from '../demo/server/start-demo.js';
import { browserArguments } from './browser-arguments.mjs';
import { buildWhatIsStale } from './build.mjs';
import { requireBrowser } from './install-browser.mjs';
import { readRerouteTag, serveBesideDemo } from './serve-beside-demo.js';
import type { ServedFile } from './serve-beside-demo.js';

interface Loaded {
  readonly name: string;
  readonly path: string;
  /** When the last byte was there, in milliseconds since the page began. */
  readonly endedAt: number;
  /** As the browser counted it: compressed, without headers. */
  readonly bytes: number;
}

interface Visit {
  readonly files: readonly Loaded[];
  readonly firstPaintAt: number;
  readonly registeredAt: number;
}

/** The design's. What was done to hold the second is in docs/decisions/0006-size-until-reachable.md. */
const limits = { firstPaint: 15_000, registered: 60_000 };
/** Like a middling mobile line, so that what is not needed for the first paint comes after it. */
const line = { offline: false, latency: 600, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const embedPath = '/twilio-phone/';

await buildWhatIsStale();
const { files, firstPaintAt, registeredAt } = await visit();
const sums = [
  report('Script tag to first paint', firstPaintAt, limits.firstPaint),
  report('Script tag to device-registered', registeredAt, limits.registered),
];
process.exit(sums.every(Boolean) ? 0 : 1);

/** True when the sum is within the limit. */
function report(title: string, until: number, limit: number): boolean {
  const rows = files
    .filter(({ endedAt }) => endedAt <= until)
    .map(({ name, path, bytes }) => {
      const raw = readFileSync(new URL(`../dist/embed/${path}`, import.meta.url));
      return { name, raw: raw.length, gzip: gzipSync(raw, { level: 9 }).length, brotli: bytes };
    });
  const sum = (size: 'raw' | 'gzip' | 'brotli') => rows.reduce((total, row) => total + row[size], 0);
  const total = { name: 'all', raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
  console.log(`\n${title} (${Math.round(until)} ms on a slow line)`);
  for (const { name, raw, gzip, brotli } of [...rows, total]) {
    console.log(`  ${name.padEnd(28)} raw ${pad(raw)}   gzip ${pad(gzip)}   brotli ${pad(brotli)}`);
  }
  const isWithin = total.brotli > 0 && total.brotli <= limit;
  console.log(`  ${isWithin ? 'within' : 'OVER'} the limit of ${limit} bytes brotli`);
  return isWithin;
}

function pad(bytes: number): string {
  return String(bytes).padStart(7);
}

async function visit(): Promise<Visit> {
  const demo = await startDemo();
  const pageText = createPage(await readRerouteTag(demo.portalAddress));
  const server = await serveBesideDemo(demo.portalAddress, (path) => findFile(path, pageText));
  const browser = await chromium.launch({
    executablePath: await requireBrowser(),
    args: [...browserArguments],
  });
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', line);
    // The portal's address first: its session cookie holds for every port of localhost.
    await page.goto(demo.portalAddress, { waitUntil: 'commit' });
    await page.goto(server.address);
    return await readLog(page);
  } finally {
    await browser.close();
    server.close();
    await demo.stop();
  }
}

async function readLog(page: Page): Promise<Visit> {
  await page.waitForFunction(() => document.documentElement.dataset.registeredAt, undefined, {
    timeout: 60_000,
  });
  return page.evaluate((prefix) => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const ours = resources.filter(({ name }) => new URL(name).pathname.startsWith(prefix));
    return {
      files: ours.map(({ name, responseEnd, encodedBodySize }) => ({
        name: name.replace(/^.*\//, ''),
        path: new URL(name).pathname.slice(prefix.length),
        endedAt: responseEnd,
        bytes: encodedBodySize,
      })),
      // Nothing else is on the page, so that the first thing painted is the phone.
      firstPaintAt: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      registeredAt: Number(document.documentElement.dataset.registeredAt),
    };
  }, embedPath);
}

/** The page, and our files compressed as a good server would. */
function findFile(path: string, page: string): ServedFile | null {
  if (path === '/') return { type: 'text/html', body: page };
  if (!path.startsWith(embedPath)) return null;
  const file = readFileSync(new URL(`../dist/embed/${path.slice(embedPath.length)}`, import.meta.url));
  return { type: 'text/javascript', body: brotliCompressSync(file), encoding: 'br' };
}

function createPage(rerouteTag: string): string {
  return `<!doctype html><html lang="en"><title>Size</title>${rerouteTag}
    <script>
      addEventListener('device-registered', () => {
        document.documentElement.dataset.registeredAt = performance.now();
      });
    </script>
    <script type="module" src="${embedPath}twilio-phone.js"></script>
    <twilio-phone token-url="/api/twilio/token"></twilio-phone>`;
}
