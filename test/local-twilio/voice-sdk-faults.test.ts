import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { until } from './media/until.js';
import { callFromOutside, hearsTheCaller, talkAt } from './support/sdk-call.js';
import type { SdkCall } from './support/sdk-call.js';
import { SdkStage } from './support/sdk-page.js';
import { createToken } from './support/tokens.js';

let stage: SdkStage;

before(async () => {
  stage = await SdkStage.start();
});

afterEach(() => stage.clear());
after(() => stage.stop());

function talk(identity: string): Promise<SdkCall> {
  return talkAt(stage, identity);
}

const badTokens: readonly [string, (stage: SdkStage) => string, number][] = [
  ['a token that is none', () => 'not-a-jwt', 20101],
  [
    'an expired token',
    ({ twilio }) => createToken(twilio.account, { identity: 'a', ttlInSeconds: -60 }),
    20104,
  ],
];

for (const [name, createBadToken, code] of badTokens) {
  test(`${name} reaches the Device as ${code}`, async () => {
    const page = await stage.open({ identity: 'a', token: createBadToken(stage) });
    await page.do('register');
    await page.event(`device error ${code}`);
  });
}

test('a registration without a right to calls is 20151', async () => {
  const page = await stage.open({ identity: 'deaf', incomingAllow: false });
  await page.do('register');
  await page.event('device error 20151');
});

test('a device that is idle comes back by itself when its socket breaks', async () => {
  const page = await stage.register('idle');
  await stage.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt', identity: 'idle' });
  await page.event('device unregistered');
  await until(
    () => stage.twilio.identities,
    (identities) => identities.includes('idle'),
  );
});

test('a call survives its socket: sound goes on, and it is back in seconds', async () => {
  const { page, call } = await talk('dropped');
  await stage.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt', identity: 'dropped' });
  await page.event('call 1 reconnecting 53001');
  await page.event('call 1 reconnected');
  await hearsTheCaller(page);
  assert.equal(call.leg.isOver, false);
  await page.do('hangUp', 1);
  assert.equal((await call.ended).status, 'completed');
});

test('a call survives a network that is away for three seconds', async () => {
  const { page, call } = await talk('away');
  await stage.twilio.misbehave({ do: 'be-away', forMilliseconds: 3_000 });
  assert.ok((await page.events()).includes('call 1 reconnecting 53001'));
  await page.event('call 1 reconnected');
  await hearsTheCaller(page);
  call.hangUp();
  await page.event('call 1 disconnect');
});

test('fault 34: sound that breaks off comes back by an ICE restart', async () => {
  const { page, callSid } = await talk('cut');
  await stage.twilio.misbehave({ do: 'kill-media', callSid });
  await page.event('call 1 reconnecting 53405');
  await page.event('call 1 reconnected');
  await hearsTheCaller(page);
});

test('another page takes a call over by its connectToken, and the first one hears that it has ended', async () => {
  const { page, call } = await talk('moved');
  const { connectToken } = await page.do<{ connectToken: string }>('describeCall', 1);
  const other = await stage.open({ identity: 'moved' });
  await other.do('connect', { connectToken });
  await other.event('call 1 accept');
  await page.event('call 1 disconnect');
  await hearsTheCaller(other);
  await other.do('hangUp', 1);
  assert.equal((await call.ended).status, 'completed');
});

test('a fresh token in a call keeps the call and its sound', async () => {
  const { page, call } = await talk('fresh');
  await page.do('updateToken', createToken(stage.twilio.account, { identity: 'fresh' }));
  await until(
    () => stage.twilio.wire.filter(({ type, payload }) => type === 'invite' && payload['reconnect']).length,
    (count) => count > 0,
  );
  await hearsTheCaller(page);
  assert.equal(call.leg.isOver, false);
});

test('a page that is closed while it rings declines, and the other one goes on ringing', async () => {
  const [closing, staying] = [await stage.register('tabs'), await stage.register('tabs')];
  const call = callFromOutside(stage, 'tabs');
  await Promise.all([closing.event('call 1 incoming'), staying.event('call 1 incoming')]);
  await closing.close();
  await until(
    () => stage.twilio.calls.filter((leg) => leg.parentCallSid === call.callSid && leg.isOver).length,
    (count) => count === 1,
  );
  await staying.do('accept', 1);
  await call.answered;
});
