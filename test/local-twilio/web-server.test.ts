import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { startLocalTwilio } from '../../demo/local-twilio/index.js';
import { readWaveFile } from '../../demo/local-twilio/media/wave-file.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

test('its account is well-formed, and can be one’s own in part', async () => {
  const own = await startLocalTwilio({ account: { phoneNumber: '+12025550177' } });
  const { accountSid, apiKeySid, applicationSid, authToken, apiKeySecret, phoneNumber } = own.account;
  await own.stop();
  assert.match(accountSid, /^AC[0-9a-f]{32}$/);
  assert.match(apiKeySid, /^SK[0-9a-f]{32}$/);
  assert.match(applicationSid, /^AP[0-9a-f]{32}$/);
  assert.match(authToken, /^[0-9a-f]{32}$/);
  assert.equal(apiKeySecret.length, 32);
  assert.equal(phoneNumber, '+12025550177');
});

test('a port that is taken gives way to the next free one', async () => {
  const taken = Number(new URL(silent.twilio.address).port);
  const second = await startLocalTwilio({ port: taken });
  const port = Number(new URL(second.address).port);
  await second.stop();
  assert.ok(port > taken && port < taken + 100);
});

test('after stop nobody answers, and every call is over', async () => {
  const twilio = await startLocalTwilio();
  const { leg } = twilio.callPhoneNumber({
    from: '+12025550123',
    as: 'silent',
    twiml: '<Response><Dial><Number>+12025550103</Number></Dial></Response>',
  });
  await leg.answered;
  await twilio.stop();
  assert.ok(twilio.calls.every((call) => call.isOver));
  await assert.rejects(fetch(twilio.address));
});

test('a call without a voice URL ends with an error that says what is missing', async () => {
  const log: string[] = [];
  const twilio = await startLocalTwilio({ log: ({ code, message }) => log.push(`${code} ${message}`) });
  const { error } = await twilio.callPhoneNumber({ from: '+12025550123', as: 'silent' }).ended;
  await twilio.stop();
  assert.equal(error?.code, 11100);
  assert.match(log[0] ?? '', /no voice URL is configured/);
});

test('the rerouting script is served as a script', async () => {
  const response = await fetch(`${silent.twilio.address}/reroute.js`);
  assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
  assert.match(await response.text(), /WebSocket/);
});

test('the SDK’s sounds are silent, and can be decoded', async () => {
  const response = await fetch(
    `${silent.twilio.address}/js/client/sounds/releases/1.0.0/incoming.mp3?cache=2.18.5`,
  );
  const samples = readWaveFile(new Uint8Array(await response.arrayBuffer()));
  assert.equal(samples.length, 800);
  assert.ok(samples.every((sample) => sample === 0));
});

test('what the SDK tells the event gateway is kept', async () => {
  const event = { name: 'settings', payload: { a: 1 } };
  const body = JSON.stringify(event);
  for (const path of ['/v4/EndpointEvents', '/v4/EndpointMetrics']) {
    const response = await fetch(silent.twilio.address + path, { method: 'POST', body });
    assert.equal(response.status, 200);
  }
  assert.deepEqual(silent.twilio.gatewayPosts, [
    { path: '/v4/EndpointEvents', body: event },
    { path: '/v4/EndpointMetrics', body: event },
  ]);
});

test('a page of this machine may ask, whatever its port; the preflight says so', async () => {
  const origin = 'http://localhost:9999';
  const response = await fetch(`${silent.twilio.address}/v4/EndpointEvents`, {
    method: 'OPTIONS',
    headers: { Origin: origin },
  });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('access-control-allow-origin'), origin);
  assert.match(response.headers.get('access-control-allow-headers') ?? '', /X-Twilio-Token/);
});

test('a page of another machine is refused, also when it has its name point here', async () => {
  const { port } = new URL(silent.twilio.address);
  const refused = await fetch(`${silent.twilio.address}/reroute.js`, {
    headers: { Origin: 'https://example.org' },
  });
  assert.equal(refused.status, 403);
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: 'rebound.example.org' };
    request({ port, path: '/reroute.js', headers, host: '127.0.0.1' }, ({ statusCode }) =>
      resolve(statusCode),
    )
      .on('error', reject)
      .end();
  });
  assert.equal(status, 403);
});

test('other addresses say where one is', async () => {
  const response = await fetch(`${silent.twilio.address}/2010-04-01/Accounts`);
  assert.equal(response.status, 404);
  assert.match(await response.text(), /local Twilio/);
});

test('the wire keeps every frame in both directions, in order', async () => {
  const before = silent.twilio.wire.length;
  const client = await silent.register('watched');
  const frames = silent.twilio.wire.slice(before);
  assert.deepEqual(
    frames.map(({ direction, type }) => `${direction} ${type}`),
    ['in listen', 'out connected', 'in register', 'out ready'],
  );
  assert.equal(new Set(frames.map(({ connection }) => connection)).size, 1);
  client.close();
});
