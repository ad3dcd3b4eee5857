import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { pressInToast } from './press-in-toast.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const stage = useStage();

afterEach(() => stage.clear());

/** Where each example says that somebody talks. */
const examples = [
  { name: 'brand', dock: true },
  { name: 'header-bar', dock: false },
  { name: 'scattered', dock: false },
] as const;

test('what stands in a page by itself is there with the script tag alone', async () => {
  const page = await stage.openPage(tones.portal);
  await page.goto(new URL('/examples/scattered.html', stage.demo.portalAddress).href);
  await page.getByText('Ready for calls').first().waitFor();
  const undefinedTags = () =>
    page.evaluate(() => [...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName));
  await until('all of it is defined', async () => (await undefinedTags()).length === 0);
  await page.evaluate(() =>
    document.body.append(
      ...['phone-settings', 'phone-diagnostics', 'call-keypad'].map((tag) => document.createElement(tag)),
    ),
  );
  await until('all of it is defined', async () => (await undefinedTags()).length === 0);
});

for (const { name, dock } of examples) {
  test(`the example ${name} rings, answers, mutes and hangs up`, async () => {
    const page = await stage.openPage(tones.portal);
    await page.goto(new URL(`/examples/${name}.html`, stage.demo.portalAddress).href);
    // A phone that the page hides has a status too, which nobody sees.
    const ready = page.getByText('Ready for calls').first();
    await ready.waitFor();
    assert.equal(await page.getByRole('region', { name: 'Phone', exact: true }).count(), dock ? 1 : 0);
    await page.getByRole('button', { name: 'Let a voice call me' }).click();
    await pressInToast(page, 'Answer');
    const controls = page.getByRole('toolbar', { name: 'Call controls' });
    await controls.getByRole('button', { name: 'Mute', exact: true }).click();
    await controls.getByRole('button', { name: 'Unmute' }).waitFor();
    await controls.getByRole('button', { name: 'End call' }).click();
    await controls.waitFor({ state: 'detached' });
    await ready.waitFor();
  });
}

test('a modal dialog of the page takes neither the toast nor the controls from the person', async () => {
  const page = await stage.openPage(tones.portal);
  await page.goto(new URL('/examples/brand.html', stage.demo.portalAddress).href);
  await page.getByText('Ready for calls').waitFor();
  await page.getByRole('button', { name: 'Let a voice call me' }).click();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button>Save</button>';
    document.body.append(dialog);
    dialog.showModal();
  });
  const dialog = page.locator('dialog');
  const answer = dialog.getByRole('alertdialog').getByRole('button', { name: 'Answer' });
  const controls = dialog.getByRole('toolbar', { name: 'Call controls' });
  await answer.waitFor();
  // The first click may come before one could mean it.
  await until('the controls in the dialog', async () => {
    if (await answer.isVisible()) await answer.click();
    return controls.isVisible();
  });
  await controls.getByRole('button', { name: 'Mute', exact: true }).click();
  await controls.getByRole('button', { name: 'Unmute' }).waitFor();
  await page.getByRole('button', { name: 'Minimise the phone' }).click();
  await dialog.evaluate((element: HTMLDialogElement) => element.close());
  await page.locator('twilio-phone').getByRole('button', { name: 'End call' }).click();
  await page.getByRole('button', { name: 'Open the phone' }).waitFor();
  await controls.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: 'Open the phone' }).waitFor();
});
