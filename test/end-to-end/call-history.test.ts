import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { useStage } from './stage.js';
import { until } from './until.js';

const answeredFrom = '+12025550101';
const missedFrom = '+12025550103';

const stage = useStage();
afterEach(() => stage.clear());

test('calls are in the history once each, also after a reload, and can be called back', async () => {
  const portal = await stage.openPortal();
  const { page } = portal;
  stage.localTwilio.callPhoneNumber({ from: answeredFrom, as: 'silent' });
  await portal.answer();
  await portal.controls.waitFor();
  await portal.press('End call');
  await portal.waitUntilReady();
  const missed = stage.localTwilio.callPhoneNumber({ from: missedFrom, as: 'silent' });
  await portal.toast().waitFor();
  missed.hangUp();
  await portal.toast().waitFor({ state: 'detached' });

  const history = page.getByRole('group', { name: 'History' });
  const entries = history.getByRole('listitem');
  const readEntries = async () => {
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await until('both calls are in the history', async () => (await entries.count()) === 2);
    return (await entries.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  };
  const before = await readEntries();
  assert.match(before[0] ?? '', /Missed call/);
  assert.match(before[1] ?? '', /Incoming call/);
  await page.reload();
  await portal.waitUntilReady();
  assert.deepEqual(await readEntries(), before);

  await entries
    .nth(1)
    .getByRole('button', { name: /^Call / })
    .click();
  await portal.controls.waitFor();
  const numbers = stage.localTwilio.calls.map(({ to }) => to);
  assert.ok(numbers.includes(answeredFrom), `calls went to ${numbers.join(', ')}`);
});
