import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Demo } from '../demo/server/start-demo.js';
import { pressInToast } from '../test/end-to-end/press-in-toast.js';

const views = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** The dock when something is wrong, and with each of its panels: in light, in dark, and in the system's colours. */
export async function photographDock(browser: Browser, demo: Demo, folder: string): Promise<void> {
  for (const { name, ...media } of views) {
    const context = await browser.newContext({ viewport: { width: 760, height: 900 }, ...media });
    const page = await context.newPage();
    const dock = page.locator('twilio-phone [part=dock]');
    const shoot = (state: string) =>
      dock.screenshot({ path: join(folder, `dock-${name}-${state}.png`), animations: 'disabled' });
    await page.goto(demo.portalAddress);
    await page.getByText('Ready for calls').waitFor();
    await photographCall(page, demo, shoot);
    await photographPanels(page, shoot);
    await photographTroubleInDock(page, shoot);
    await context.close();
  }
}

type Shoot = (state: string) => Promise<unknown>;

/** A call whose sound stops: how it sounds, and what is asked when it is over. */
async function photographCall(page: Page, demo: Demo, shoot: Shoot): Promise<void> {
  const { localTwilio } = demo;
  const call = localTwilio?.callPhoneNumber({ from: '+12025550101', as: 'voice' });
  await pressInToast(page, 'Answer');
  await page.locator('call-quality [part=chip]').click();
  await page.locator('call-quality [part=figure]').first().waitFor();
  await shoot('good-sound');
  await localTwilio?.misbehave({ do: 'lose-media', what: 'sound', direction: 'to-browser' });
  await page.getByText('Nothing arrives from them').waitFor();
  await shoot('no-sound');
  await localTwilio?.misbehave({ do: 'behave' });
  call?.hangUp();
  await page.getByRole('group', { name: 'How was the call?' }).waitFor();
  await shoot('feedback');
  await page.getByRole('button', { name: 'Do not answer' }).click();
}

async function photographPanels(page: Page, shoot: Shoot): Promise<void> {
  for (const name of ['History', 'Settings']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page
      .locator(name === 'History' ? 'call-history' : 'phone-settings')
      .getByRole('heading')
      .first()
      .waitFor();
    await shoot(name.toLowerCase());
  }
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
}

/** The token endpoint fails for good. */
async function photographTroubleInDock(page: Page, shoot: Shoot): Promise<void> {
  await page.route('**/api/twilio/token', (route) => route.fulfill({ json: { token: 7 } }));
  await page.reload();
  await page.getByText('For whoever runs this page:').waitFor();
  await shoot('trouble');
}
