/** Sound that a firewall swallows: the person reads so, nobody is left in an empty call, and can call again. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { earOfPage, hears } from './hearing.js';
import { tones, useStage } from './stage.js';

/** Of the list of faults. */
const TOLD_WITHIN_IN_MILLISECONDS = 20_000;
/** The SDK gives up 30 seconds after the browser first did, which takes some 20 seconds. */
const OVER_WITHIN_IN_MILLISECONDS = 120_000;

const stage = useStage();
afterEach(async () => {
  await stage.localTwilio.misbehave({ do: 'behave' });
  await stage.clear();
});

test('faults 33 and 34: no sound from the start is told with what to do, the call ends on both sides, and is called again', async (context) => {
  const portal = await stage.openPortal();
  await stage.localTwilio.misbehave({ do: 'lose-media', what: 'everything' });
  const call = stage.localTwilio.callPhoneNumber({ from: '+12025550101', as: 'silent' });
  await portal.answer();
  await call.answered;
  const answeredAt = performance.now();
  const trouble = portal.page.locator('phone-trouble').getByRole('status');
  await trouble.getByText('The sound cannot get through.').waitFor({ timeout: 60_000 });
  const toldAfter = performance.now() - answeredAt;
  context.diagnostic(`told ${Math.round(toldAfter)} ms after the answer`);
  assert.ok(toldAfter < TOLD_WITHIN_IN_MILLISECONDS, `told after ${Math.round(toldAfter)} ms`);
  await trouble.getByText(/A firewall may keep it out/).waitFor();
  assert.equal(call.leg.isOver, false);

  await trouble.getByText('The call has ended.').waitFor({ timeout: OVER_WITHIN_IN_MILLISECONDS });
  context.diagnostic(`over ${Math.round(performance.now() - answeredAt)} ms after the answer`);
  assert.equal((await call.ended).status, 'completed');
  assert.equal(await portal.isInCall(), false);

  await stage.localTwilio.misbehave({ do: 'behave' });
  await portal.page.getByRole('button', { name: 'Call again' }).click();
  // Whoever called is, when called, an echo.
  await hears(earOfPage('the portal', portal.page), tones.portal);
});
