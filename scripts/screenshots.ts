/**
 * `npm run screenshots -- [folder]`: pictures of the phone while it rings and while somebody talks, in light and
 * dark, on the plain portal, on a page whose styles are hostile, and on a narrow screen; of its dock in every corner
 * and form, in trouble and with its panels; of the examples; and of every error.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startDemo } from '../demo/server/start-demo.js';
import type { Demo } from '../demo/server/start-demo.js';
import { pressInToast } from '../test/end-to-end/press-in-toast.js';
import { browserArguments } from './browser-arguments.mjs';
import { buildWhatIsStale } from './build.mjs';
import { requireBrowser } from './install-browser.mjs';
import { photographDock } from './photograph-dock.js';
import { photographPlaces } from './photograph-places.js';
import { photographTrouble } from './photograph-trouble.js';

interface Setting {
  readonly name: string;
  readonly width: number;
  readonly css?: string;
}

const settings: readonly Setting[] = [
  { name: 'plain', width: 1100 },
  { name: 'narrow', width: 320 },
  {
    name: 'hostile',
    width: 1100,
    css: `* { all: unset !important }
      html { font-size: 62.5% }
      header { position: fixed; z-index: 2147483647; inset: 0 0 auto; height: 80px; background: tomato }`,
  },
];
const schemes = ['light', 'dark'] as const;
const folder = process.argv[2] ?? '.cache/screenshots';

await buildWhatIsStale();
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({
  executablePath: await requireBrowser(),
  args: [...browserArguments],
});
for (const setting of settings) {
  for (const scheme of schemes) await photograph(browser, demo, setting, scheme);
}
await photographPlaces(browser, demo, folder);
await photographBooth(browser, demo);
await photographDock(browser, demo, folder);
await photographTrouble(browser, folder);
await browser.close();
await demo.stop();
console.log(`The pictures are in ${folder}`);

async function photograph(
  browser: Browser,
  demo: Demo,
  { name, width, css }: Setting,
  scheme: (typeof schemes)[number],
): Promise<void> {
  const page = await open(browser, demo.portalAddress, width, scheme);
  if (css) await page.addStyleTag({ content: css });
  const shoot = (state: string) =>
    page.screenshot({ path: join(folder, `${name}-${scheme}-${state}.png`), animations: 'disabled' });
  await page.getByText('Ready for calls').waitFor();
  await shoot('ready');
  const call = demo.localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  const toast = page.getByRole('alertdialog');
  await toast.waitFor();
  await shoot('ringing');
  await pressInToast(page, 'Answer');
  await page.getByRole('toolbar', { name: 'Call controls' }).waitFor();
  await toast.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('button', { name: 'Unmute' }).waitFor();
  await shoot('talking');
  call?.hangUp();
  await page.context().close();
}

async function photographBooth(browser: Browser, demo: Demo): Promise<void> {
  for (const scheme of schemes) {
    const page = await open(browser, demo.phoneBoothAddress, 480, scheme);
    await page.getByText('Ready to call').waitFor();
    await page.screenshot({ path: join(folder, `booth-${scheme}.png`), fullPage: true });
    await page.context().close();
  }
}

async function open(
  browser: Browser,
  address: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 760 }, colorScheme });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}
