import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { useStage } from './stage.js';

const nobody = '+12025550199';

const stage = useStage();
afterEach(() => stage.clear());

test('a number that nobody has is said to be so, and the booth can call again', async () => {
  const booth = await stage.openBooth();
  for (const number of [nobody, '+12025550198']) {
    await booth.call(number);
    await booth.waitForStatus(`${number} is not`);
  }
});

test('without a microphone the booth says what to do', async () => {
  const booth = await stage.openBooth();
  await booth.page.evaluate(() => window.testSound.refuseMicrophone(true));
  await booth.call(nobody);
  await booth.waitForStatus('Allow it beside the address');
});

test('each booth has a number of its own', async () => {
  const [first, second] = [await stage.openBooth(), await stage.openBooth()];
  const numbers = await Promise.all(
    [first, second].map(({ page }) => page.getByText(/This booth’s number/).innerText()),
  );
  assert.notEqual(numbers[0], numbers[1]);
});

test('the booth works with keys alone', async () => {
  const { page } = await stage.openBooth();
  const number = page.getByLabel('Number to call');
  await number.fill('');
  await page.getByRole('heading', { level: 1 }).click();
  for (const key of '12025550101') await page.keyboard.press(key);
  assert.equal(await number.inputValue(), '12025550101');
  await number.fill(nobody);
  await number.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: `${nobody} is not` })
    .waitFor();
});

test('the booth fits on a narrow screen', async () => {
  const { page } = await stage.openBooth();
  await page.setViewportSize({ width: 320, height: 640 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
});
