import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Leg, OutsideCall } from '../../demo/local-twilio/index.js';
import { tone } from '../../demo/local-twilio/media/sources/tone.js';
import { until } from './media/until.js';
import { measure } from './support/measure.js';
import { SdkStage } from './support/sdk-page.js';
import type { SdkPage } from './support/sdk-page.js';

let stage: SdkStage;

before(async () => {
  stage = await SdkStage.start();
});

afterEach(() => stage.clear());
after(() => stage.stop());

function callIn(identity: string, noun = `<Identity>${identity}</Identity>`): OutsideCall {
  const twiml = `<Response><Dial answerOnBridge="true"><Client>${noun}</Client></Dial></Response>`;
  return stage.twilio.callPhoneNumber({ from: '+12025550123', as: 'silent', twiml });
}

function hears(page: SdkPage, frequency: number) {
  return until(
    () => page.hears(1),
    (heard) => heard.rms > 0.05 && Math.abs(heard.frequency - frequency) < 15,
  );
}

/** The browser's own microphone beeps now and then. */
function isHeard(leg: Pick<Leg, 'listen'>) {
  return until(
    () => measure(leg.listen(), 700),
    ({ rms }) => rms > 0.02,
  );
}

test('the unmodified SDK registers, and unregisters', async () => {
  const page = await stage.register('alice');
  assert.deepEqual(await page.do('describe'), { edge: 'roaming', identity: 'alice', state: 'registered' });
  await page.do('unregister');
  await page.event('device unregistered');
  assert.ok(!stage.twilio.identities.includes('alice'));
});

test('a call rings with its parameters, is answered, is heard on both sides, and is hung up', async () => {
  const page = await stage.register('bob');
  const call = callIn('bob', '<Identity>bob</Identity><Parameter name="name" value="Zoë &amp; Söhne = 1"/>');
  await page.event('call 1 incoming');
  const { parameters, customParameters } = await page.do<Record<string, Record<string, string>>>(
    'describeCall',
    1,
  );
  assert.equal(parameters?.['From'], '+12025550123');
  assert.deepEqual(customParameters, { name: 'Zoë & Söhne = 1' });
  call.say(tone(880));
  await page.do('accept', 1);
  await page.event('call 1 accept');
  await call.answered;
  await hears(page, 880);
  await isHeard({ listen: () => call.hear() });
  call.hangUp();
  await page.event('call 1 disconnect');
  assert.ok(!(await page.events()).some((event) => event.startsWith('call 1 error')));
});

test('the page hangs up, and the caller is told', async () => {
  const page = await stage.register('carol');
  const call = callIn('carol');
  await page.event('call 1 incoming');
  await page.do('accept', 1);
  await call.answered;
  await page.do('hangUp', 1);
  assert.equal((await call.ended).status, 'completed');
});

test('a caller who gives up cancels, and a page that declines makes it busy', async () => {
  const page = await stage.register('dora');
  const first = callIn('dora');
  await page.event('call 1 incoming');
  first.hangUp();
  await page.event('call 1 cancel');
  const second = callIn('dora');
  await page.event('call 2 incoming');
  await page.do('reject', 2);
  assert.equal((await second.ended).status, 'busy');
});

test('two pages of one person both ring, and the one that is too late is cancelled', async () => {
  const [first, second] = [await stage.register('erna'), await stage.register('erna')];
  const call = callIn('erna');
  await Promise.all([first.event('call 1 incoming'), second.event('call 1 incoming')]);
  await second.do('accept', 1);
  await first.event('call 1 cancel');
  await call.answered;
  await second.event('call 1 accept');
});

test('a call out rings back as early media, is answered, and its keys are decoded', async () => {
  const dial = '<Dial answerOnBridge="true" callerId="+12025550100"><Number>+12025550103</Number></Dial>';
  stage.webhook.answer('/application', `<Response>${dial}</Response>`);
  const page = await stage.open({ identity: 'frida' });
  await page.do('connect', { params: { To: '+12025550103', note: 'a+b & c' } });
  await page.event('call 1 ringing true');
  assert.equal(stage.webhook.requests.at(-1)?.parameters['note'], 'a+b & c');
  await until(
    () => page.hears(1),
    ({ frequency }) => [440, 480].some((each) => Math.abs(frequency - each) < 15),
    20_000,
  );
  const dialled = stage.twilio.calls.at(-1);
  dialled?.farEndAnswered();
  await page.event('call 1 accept');
  const pressed: string[] = [];
  stage.twilio.calls.at(-2)?.media.onDigit((digit) => pressed.push(digit));
  await page.do('sendDigits', { number: 1, digits: '12#' });
  await until(
    () => pressed.join(''),
    (digits) => digits === '12#',
  );
  await page.do('sendMessage', 1);
  await page.event('call 1 messageSent');
  dialled?.farEndEnded('completed');
  await page.event('call 1 disconnect');
});

test('the echo number greets, so that one page alone hears somebody', async () => {
  const dial = '<Dial callerId="+12025550100"><Number>+12025550101</Number></Dial>';
  stage.webhook.answer('/application', `<Response>${dial}</Response>`);
  const page = await stage.open({ identity: 'greta' });
  await page.do('connect', { params: {} });
  await page.event('call 1 accept');
  await until(
    () => page.hears(1),
    ({ rms }) => rms > 0.02,
  );
});

const refusals: readonly [string, string, number][] = [
  ['a busy number', '<Dial answerOnBridge="true" callerId="+12025550100">+12025550102</Dial>', 31486],
  ['a number of nobody’s', '<Dial answerOnBridge="true" callerId="+12025550100">+12025550199</Dial>', 31404],
  ['nobody there', '<Dial answerOnBridge="true"><Client>nobody</Client></Dial>', 31480],
  ['a rejection', '<Reject/>', 31603],
];

for (const [name, dial, code] of refusals) {
  test(`${name} reaches the SDK as ${code}`, async () => {
    stage.webhook.answer('/application', `<Response>${dial}</Response>`);
    const page = await stage.open({ identity: 'hanna' });
    await page.do('connect', { params: {} });
    await page.event(`call 1 error ${code}`);
    await page.event('call 1 disconnect');
  });
}

test('nothing that the SDK asks for leaves this machine', async () => {
  const page = await stage.register('ida');
  const call = callIn('ida');
  await page.event('call 1 incoming');
  await page.do('accept', 1);
  await call.answered;
  const hosts = new Set(stage.requested.map((address) => new URL(address).hostname));
  assert.deepEqual([...hosts].filter(Boolean), ['localhost']);
  assert.ok(stage.requested.some((address) => address.includes('/js/client/sounds/')));
  await until(
    () => stage.twilio.gatewayPosts.length,
    (count) => count > 0,
  );
});
