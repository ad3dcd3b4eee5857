import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundlePage } from './bundle-page.js';

const origin = 'https://phone.test/';
const views = [
  { name: 'light', width: 1500, colorScheme: 'light', lang: 'en' },
  { name: 'dark', width: 1500, colorScheme: 'dark', lang: 'en' },
  { name: 'narrow', width: 320, colorScheme: 'light', lang: 'en' },
  { name: 'arabic', width: 320, colorScheme: 'dark', lang: 'ar' },
] as const;
const style = `html { color-scheme: light dark }
  body { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(296px, 100%), 1fr)); gap: 12px }`;

/** Every error of docs/errors.md as `<phone-trouble>` shows it: in light, in dark, at 320 pixels and in Arabic. */
export async function photographTrouble(browser: Browser, folder: string): Promise<void> {
  const script = await bundlePage(new URL('trouble-page.ts', import.meta.url));
  // A call that just ended is no trouble.
  const codes = readCodes().filter((code) => code !== 'call-ended');
  for (const { name, width, colorScheme, lang } of views) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const body = `<!doctype html><html lang="${lang}"><style>${style}</style><body>`;
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(origin);
    await page.addScriptTag({ content: `globalThis.codes = ${JSON.stringify(codes)}` });
    await page.addScriptTag({ content: script, type: 'module' });
    await waitForWords(page, codes.length);
    await page.screenshot({ path: join(folder, `trouble-${name}.png`), fullPage: true });
    await context.close();
  }
}

async function waitForWords(page: Page, count: number): Promise<void> {
  const happened = page.locator('.happened');
  await happened.nth(count - 1).waitFor();
}

function readCodes(): string[] {
  const table = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  return [...table.matchAll(/^\| `([a-z-]+)` /gm)].map(([, code = '']) => code);
}
