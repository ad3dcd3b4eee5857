/** The connection is lost at the worst moment: nobody is left ringing, and nobody is left hanging. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { earOfPage, hears } from './hearing.js';
import type { Portal } from './portal.js';
import { tones, useStage } from './stage.js';
import { until } from './until.js';

const caller = '+12025550101';
/** Far more than the 5 s that it may take on a machine that has nothing else to do, and less than the SDK's never. */
const CEILING_IN_MILLISECONDS = 15_000;

const stage = useStage();
afterEach(async () => {
  await stage.localTwilio.misbehave({ do: 'behave' });
  await stage.clear();
});

function callFromOutside() {
  const call = stage.localTwilio.callPhoneNumber({ from: caller, as: 'silent' });
  call.say(tone(tones.outside, 0.3));
  return call;
}

/** A call that is open, in a page that then has no connection. */
async function loseConnectionInCall(portal: Portal) {
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the portal', portal.page), tones.outside);
  await stage.localTwilio.misbehave({ do: 'refuse-sockets' });
  await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await portal.waitForStatus(/reconnecting/i);
  return call;
}

async function hangUp(portal: Portal): Promise<void> {
  await portal.press('End call');
  await until('the call is over here', async () => !(await portal.isInCall()));
}

test('fault 18: a call that is lost while it rings is withdrawn and missed, and the next one rings', async () => {
  const portal = await stage.openPortal();
  const lost = callFromOutside();
  await portal.toast('Ada Winter').waitFor();
  await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await portal.toast().waitFor({ state: 'detached' });
  await portal.page.getByText('The connection was lost while Ada Winter called.').waitFor();
  await lost.ended;
  await portal.waitUntilReady();
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

test('a caller who gives up while the answer is on its way leaves nobody in a call, and the next one is heard', async () => {
  const portal = await stage.openPortal();
  await stage.localTwilio.misbehave({ do: 'rename', frame: 'hangup', to: 'cancel' });
  const hasty = callFromOutside();
  await portal.answer();
  await hasty.answered;
  await portal.controls.waitFor();
  hasty.hangUp();
  await until('the call is over here', async () => !(await portal.isInCall()));
  await portal.waitUntilReady();
  const call = callFromOutside();
  await portal.answer();
  await call.answered;
  await hears(earOfPage('the portal', portal.page), tones.outside);
});

test('fault 38: hung up without a connection, the far end is ended when there is one', async () => {
  const portal = await stage.openPortal();
  const call = await loseConnectionInCall(portal);
  await hangUp(portal);
  assert.equal(call.leg.isOver, false, 'nothing can have reached Twilio');
  const backAt = performance.now();
  await stage.localTwilio.misbehave({ do: 'behave' });
  assert.equal((await call.ended).status, 'completed');
  const took = performance.now() - backAt;
  assert.ok(took < CEILING_IN_MILLISECONDS, `the far end waited ${Math.round(took)} ms`);
});

test('fault 38: hung up without a connection, the far end is ended by the page that is opened next', async () => {
  const portal = await stage.openPortal();
  const call = await loseConnectionInCall(portal);
  await hangUp(portal);
  const gone = portal.page.reload();
  await stage.localTwilio.misbehave({ do: 'behave' });
  await gone;
  assert.equal((await call.ended).status, 'completed');
});

test('fault 38: hung up without a connection, the backend ends the far end where it offers to', async () => {
  const page = await stage.openPage(tones.portal);
  const asked: { readonly authorization: string | undefined; readonly body: unknown }[] = [];
  let token = '';
  await page.route('**/api/twilio/token', async (route) => {
    const answer = (await (await route.fetch()).json()) as { token: string };
    token = answer.token;
    await route.fulfill({ json: { ...answer, actions: { url: '/api/twilio/calls', methods: ['end'] } } });
  });
  await page.route('**/api/twilio/calls', async (route) => {
    const body = route.request().postDataJSON() as { callSid: string };
    asked.push({ authorization: route.request().headers()['authorization'], body });
    stage.localTwilio.calls.find(({ callSid }) => callSid === body.callSid)?.hangUp('completed');
    await route.fulfill({ status: 204 });
  });
  const portal = await stage.openPortal(page);
  const call = await loseConnectionInCall(portal);
  await hangUp(portal);
  assert.equal((await call.ended).status, 'completed');
  const [{ authorization, body } = { authorization: '', body: null }] = asked;
  assert.equal(authorization, `Bearer ${token}`);
  assert.deepEqual(Object.keys(body as object), ['action', 'callSid']);
});

test('a placed call that is lost while it rings rings nobody on, and the next one is had', async () => {
  const portal = await stage.openPortal();
  await portal.makeCall('+12025550103');
  await stage.localTwilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await until('the call is over here', async () => !(await portal.isInCall()));
  await until('nobody rings any more', () => stage.localTwilio.calls.every(({ isOver }) => isOver));
  await portal.waitUntilReady();
  await portal.makeCall('+12025550101');
  await until('the next one is open', async () => portal.isInCall());
});
