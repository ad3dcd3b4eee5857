import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../demo/server/start-demo.js';

/** One picture: how the phone is set up, in what window. */
interface Scene {
  readonly name: string;
  readonly width: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly lang?: string;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page, demo: Demo) => Promise<void>;
}

const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
const schemes = ['light', 'dark'] as const;

const scenes: readonly Scene[] = [
  ...corners.map((dock) => ({ name: dock, width: 900, attributes: { dock } })),
  { name: 'minimised', width: 900, attributes: { minimised: '' } },
  { name: 'minimised-call', width: 900, attributes: { minimised: '' }, prepare: talk },
  { name: 'call', width: 900, prepare: talk },
  { name: 'compact', width: 900, attributes: { density: 'compact' }, prepare: openKeypad },
  { name: 'compact-call', width: 900, attributes: { density: 'compact' }, prepare: talk },
  { name: 'compact-ringing', width: 900, attributes: { density: 'compact' }, prepare: ring },
  { name: 'corners', width: 900, prepare: (page) => press(page, '[part="move-button"]') },
  { name: 'dialog', width: 900, prepare: talkInDialog },
  ...[320, 390].flatMap((width) => [
    { name: `phone-${width}-minimised`, width },
    { name: `phone-${width}`, width, prepare: (page: Page) => press(page, '[part="minimise-button"]') },
    { name: `phone-${width}-ringing`, width, prepare: ring },
    { name: `phone-${width}-minimised-call`, width, prepare: talk },
    { name: `phone-${width}-call`, width, prepare: talkInSheet },
  ]),
  { name: 'arabic', width: 900, lang: 'ar' },
  { name: 'arabic-corners', width: 900, lang: 'ar', prepare: (page) => press(page, '[part="move-button"]') },
  { name: 'arabic-call', width: 900, lang: 'ar', attributes: { minimised: '' }, prepare: talk },
  {
    name: 'arabic-phone',
    width: 320,
    lang: 'ar',
    prepare: (page) => press(page, '[part="minimise-button"]'),
  },
];

/** The dock in every corner, form and window, in light and dark; and the three examples. */
export async function photographPlaces(browser: Browser, demo: Demo, folder: string): Promise<void> {
  for (const colorScheme of schemes) {
    for (const scene of scenes) await photographScene(browser, demo, { scene, colorScheme, folder });
    for (const name of ['brand', 'header-bar', 'scattered']) {
      await photographExample(browser, demo, { name, colorScheme, folder });
    }
  }
}

interface Take {
  readonly colorScheme: 'light' | 'dark';
  readonly folder: string;
}

async function photographScene(
  browser: Browser,
  demo: Demo,
  { scene, colorScheme, folder }: Take & { readonly scene: Scene },
): Promise<void> {
  const { name, width, attributes = {}, lang, prepare } = scene;
  const context = await browser.newContext({ viewport: { width, height: 640 }, colorScheme });
  const page = await context.newPage();
  await page.goto(demo.portalAddress);
  await page.evaluate(
    ([language, entries]) => {
      if (language) Object.assign(document.documentElement, { lang: language, dir: 'rtl' });
      for (const [key, value] of entries) document.querySelector('twilio-phone')?.setAttribute(key, value);
    },
    [lang, Object.entries(attributes)] as const,
  );
  await page.locator('[part="minimise-button"]').waitFor();
  await prepare?.(page, demo);
  await page.screenshot({ path: join(folder, `dock-${name}-${colorScheme}.png`), animations: 'disabled' });
  await context.close();
}

async function photographExample(
  browser: Browser,
  demo: Demo,
  { name, colorScheme, folder }: Take & { readonly name: string },
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 900, height: 640 }, colorScheme });
  const page = await context.newPage();
  await page.goto(new URL(`/examples/${name}.html`, demo.portalAddress).href);
  await page.getByText('Ready for calls').first().waitFor();
  await page.screenshot({ path: join(folder, `example-${name}-${colorScheme}.png`), animations: 'disabled' });
  await talk(page, demo);
  const path = join(folder, `example-${name}-${colorScheme}-call.png`);
  await page.screenshot({ path, animations: 'disabled' });
  await context.close();
}

async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).click();
}

async function openKeypad(page: Page): Promise<void> {
  await page.locator('phone-dialer [part="keypad-button"]').click();
}

async function ring(page: Page, demo: Demo): Promise<void> {
  demo.localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await page.getByRole('alertdialog').waitFor();
}

async function talk(page: Page, demo: Demo): Promise<void> {
  await ring(page, demo);
  const controls = page.getByRole('toolbar');
  // A press in the first moments of a ring is taken for an accident.
  while (!(await controls.isVisible())) {
    await page
      .locator('[part="answer-button"]')
      .first()
      .click({ timeout: 500 })
      .catch(() => undefined);
  }
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('timer').getByText(/\d/).waitFor();
}

async function talkInSheet(page: Page, demo: Demo): Promise<void> {
  await talk(page, demo);
  await press(page, '[part="minimise-button"]');
}

async function talkInDialog(page: Page, demo: Demo): Promise<void> {
  await talk(page, demo);
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'A modal dialog of the page';
    document.body.append(dialog);
    dialog.showModal();
  });
}
