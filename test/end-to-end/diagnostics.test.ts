/** The check of the phone over the page's own devices and a real test call, beside a phone that stays registered. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useStage } from './stage.js';

const stage = useStage();

afterEach(() => stage.clear());

async function startCheck(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click();
  const check = page.getByRole('region', { name: 'Check my phone' });
  await check.getByRole('button', { name: 'Start the check' }).click();
  return check;
}

/** All tokens that the page is given from now on: each is in the list before the page has it. */
async function collectTokens(page: Page): Promise<readonly string[]> {
  const tokens: string[] = [];
  await page.route('**/api/twilio/token', async (route) => {
    const response = await route.fetch();
    const { token } = (await response.json()) as { token: string };
    tokens.push(token);
    await route.fulfill({ response });
  });
  return tokens;
}

test('everything is found good, and the report of it holds no secret', async () => {
  const { page } = await stage.openPortal();
  const tokens = await collectTokens(page);
  const check = await startCheck(page);
  await check.getByText('Your phone works', { exact: false }).waitFor({ timeout: 60_000 });
  const steps = await check.getByRole('listitem').allInnerTexts();
  assert.equal(steps.length, 7);
  assert.match(steps.join('\n'), /A test call was clear in both directions\./);
  const screenshots = process.env['SCREENSHOTS'];
  if (screenshots) await check.screenshot({ path: `${screenshots}/check.png` });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    check.getByRole('button', { name: 'Download the report' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'twilio-phone-report.json');
  const text = await readFile(await download.path(), 'utf8');
  const report = JSON.parse(text) as { check: { steps: { status: string }[] } };
  assert.equal(report.check.steps.length, 7);
  assert.equal(tokens.length, 1, 'a token of its own');
  for (const secret of [...tokens, 'eyJ', 'mia_at_the_counter']) assert.ok(!text.includes(secret), secret);
});

test('somebody who calls meanwhile rings, and ends the check', async () => {
  const portal = await stage.openPortal();
  const check = await startCheck(portal.page);
  await check.getByRole('button', { name: 'Stop' }).waitFor();
  const call = stage.localTwilio.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await portal.toast().waitFor();
  await check.getByText('The check ended because of a call.').waitFor();
  await portal.answer();
  await portal.controls.waitFor();
  call.hangUp();
});
