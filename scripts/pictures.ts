/**
 * `npm run pictures`: the README's pictures, taken of the real thing: the demo's portal while a customer calls, in
 * light and in dark. They are committed; take them anew when the phone looks different.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startDemo } from '../demo/server/start-demo.js';
import { browserArguments } from './browser-arguments.mjs';
import { buildWhatIsStale } from './build.mjs';
import { requireBrowser } from './install-browser.mjs';

/** The first of the workshop's customers: the portal knows her name. */
const caller = '+12025550101';
const folder = process.argv[2] ?? 'docs/images';

await buildWhatIsStale();
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({
  executablePath: await requireBrowser(),
  args: [...browserArguments],
});
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    viewport: { width: 1040, height: 620 },
    deviceScaleFactor: 2,
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto(demo.portalAddress);
  await page.getByText('Ready for calls').waitFor();
  const call = demo.localTwilio?.callPhoneNumber({ from: caller, as: 'silent' });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Answer' }).waitFor();
  await page.screenshot({ path: join(folder, `phone-${colorScheme}.png`), animations: 'disabled' });
  call?.hangUp();
  await context.close();
}
await browser.close();
await demo.stop();
console.log(`The pictures are in ${folder}`);
