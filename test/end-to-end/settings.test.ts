/** The settings over the page's own devices: Chromium's fake ones, which hum. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { useStage } from './stage.js';
import { until } from './until.js';

const stage = useStage();

afterEach(() => stage.clear());

test('the settings open from the dock, hear the microphone, and let it be tried', async () => {
  const { page } = await stage.openPortal();
  const gear = page.getByRole('button', { name: 'Settings' });
  await gear.click();
  const settings = page.getByRole('group', { name: 'Settings' });
  const allow = settings.getByRole('button', { name: 'Allow the microphone' });
  const meter = settings.getByRole('meter', { name: 'Microphone level' });
  await allow.or(meter).first().waitFor();
  if (await allow.isVisible()) await allow.click();
  await until('the meter moves', async () => Number(await meter.getAttribute('aria-valuenow')) > 0);

  await settings.getByRole('button', { name: 'Test my microphone' }).click();
  await settings.getByText('Recording: say something.').waitFor();
  await settings.getByRole('timer', { name: 'Recording time' }).filter({ hasText: '0:01' }).waitFor();
  await settings.getByRole('button', { name: 'Stop and listen' }).click();
  await settings.getByText('You should hear yourself now.').waitFor();
  await settings.getByRole('button', { name: 'Test my microphone' }).waitFor();

  const volume = settings.getByRole('slider', { name: 'Ring volume' });
  await volume.fill('40');
  await settings.getByRole('switch', { name: 'Noise suppression' }).click();
  await gear.click();
  await settings.waitFor({ state: 'detached' });

  await page.reload();
  await gear.click();
  assert.equal(await volume.inputValue(), '40', 'remembered');
  assert.equal(
    await settings.getByRole('switch', { name: 'Noise suppression' }).getAttribute('aria-checked'),
    'false',
  );
});
