import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { pressInToast } from './press-in-toast.js';
import { tones, useStage } from './stage.js';

const stage = useStage();

afterEach(() => stage.clear());

/** Where each example says that somebody talks. */
const examples = [
  { name: 'brand', dock: true },
  { name: 'header-bar', dock: false },
  { name: 'scattered', dock: false },
] as const;

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
