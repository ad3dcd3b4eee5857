import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { createAccount } from '../../demo/local-twilio/account.js';
import { SocketClient } from './support/socket-client.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';
import { createToken } from './support/tokens.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

const wantsCalls = { media: { audio: true } };
const wantsNoCalls = { media: { audio: false } };

test('a good token is answered with who it is, how long it lasts and where to come back to', async () => {
  const client = await silent.open();
  client.say('listen', {
    token: createToken(silent.twilio.account, { identity: 'alice', ttlInSeconds: 600 }),
  });
  const { region, edge, home, gateway, token } = await client.hear('connected');
  assert.deepEqual(
    { region, edge, home, gateway },
    { region: 'us1', edge: 'roaming', home: 'us1', gateway: 'local-twilio' },
  );
  const { identity, ttl, accountSid } = token as Record<string, unknown>;
  assert.equal(identity, 'alice');
  assert.equal(accountSid, silent.twilio.account.accountSid);
  assert.ok(Number(ttl) > 590 && Number(ttl) <= 600);
});

test('a bad token is answered with the error of the wire, and logged without the token', async () => {
  const client = await silent.open();
  const elsewhere = createAccount({ apiKeySecret: 'another' });
  const token = createToken(elsewhere, { identity: 'mallory' });
  client.say('listen', { token });
  const { error } = await client.hear('error');
  assert.equal((error as { code: number }).code, 31202);
  assert.equal(silent.log.at(-1)?.code, 31202);
  assert.ok(!JSON.stringify(silent.log).includes(token));
  assert.ok(!client.has('connected'));
});

test('a bad token is made good by the next one on the same socket', async () => {
  const client = await silent.open();
  client.say('listen', { token: 'nonsense' });
  await client.hear('error');
  client.say('listen', { token: createToken(silent.twilio.account, { identity: 'late' }) });
  await client.hear('connected');
});

test('who registers is rung, and who unregisters is not', async () => {
  const client = await silent.connect({ identity: 'carol' });
  assert.ok(!silent.twilio.identities.includes('carol'));
  client.say('register', wantsCalls);
  await client.hear('ready');
  assert.ok(silent.twilio.identities.includes('carol'));
  client.say('register', wantsNoCalls);
  await client.hear('offline');
  assert.ok(!silent.twilio.identities.includes('carol'));
});

test('a register that overtakes its listen earns 31204, as the SDK says of Twilio', async () => {
  const client = await silent.open();
  client.say('register', wantsCalls);
  const { error } = await client.hear('error');
  assert.equal((error as { code: number }).code, 31204);
});

test('a token that grants no incoming calls cannot register', async () => {
  const client = await silent.connect({ identity: 'deaf', incomingAllow: false });
  client.say('register', wantsCalls);
  const { error } = await client.hear('error');
  assert.equal((error as { code: number }).code, 31201);
  assert.ok(!silent.twilio.identities.includes('deaf'));
});

test('a fresh token keeps the registration, without a new register', async () => {
  const client = await silent.register('dora');
  client.say('listen', { token: createToken(silent.twilio.account, { identity: 'dora' }) });
  await client.hear('connected');
  assert.ok(silent.twilio.identities.includes('dora'));
});

test('a token of somebody else on the same socket does not inherit the registration', async () => {
  const client = await silent.register('first');
  client.say('listen', { token: createToken(silent.twilio.account, { identity: 'second' }) });
  await client.hear('connected');
  assert.ok(!silent.twilio.identities.includes('first'));
  assert.ok(!silent.twilio.identities.includes('second'));
});

test('a socket that goes takes its registration with it', async () => {
  const client = await silent.register('fleeting');
  client.close();
  await client.closed;
  const other = await silent.connect({ identity: 'other' });
  await other.settle();
  assert.ok(!silent.twilio.identities.includes('fleeting'));
});

test('a token that runs out is told so at that moment, and its bearer is rung no more', async () => {
  const client = await silent.connect({ identity: 'brief', ttlInSeconds: 1 });
  client.say('register', wantsCalls);
  await client.hear('ready');
  const { error } = await client.hear('error');
  assert.equal((error as { code: number }).code, 31205);
  assert.ok(!silent.twilio.identities.includes('brief'));
  client.say('register', wantsCalls);
  assert.equal(((await client.hear('error'))['error'] as { code: number }).code, 31205);
});

test('a heartbeat comes every 10 s, and what comes back is no frame', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const client = await silent.open();
    // The server's side of the socket is up when it answers.
    await client.settle();
    mock.timers.tick(10_000);
    await client.settle();
    assert.equal(client.heartbeats, 1);
    client.send('\n');
    await client.settle();
    assert.equal(client.frames.length, 0);
    mock.timers.tick(20_000);
    await client.settle();
    assert.equal(client.heartbeats, 3);
  } finally {
    mock.timers.reset();
  }
});

test('what is not JSON, and what has no type, does no harm', async () => {
  const client = await silent.open();
  for (const text of ['{', '[]', '42', 'null', '{"type":7}', '{"type":"listen","payload":null}'])
    client.send(text);
  await client.hear('error');
  client.say('listen', { token: createToken(silent.twilio.account, { identity: 'calm' }) });
  await client.hear('connected');
});

test('a frame that local Twilio does not know is named in the log', async () => {
  const client = await silent.connect({ identity: 'alien' });
  client.say('teleport');
  await client.settle();
  assert.ok(silent.log.some(({ level, message }) => level === 'error' && message.includes('"teleport"')));
});

test('a page of another machine gets no socket', async () => {
  await assert.rejects(SocketClient.open(silent.twilio.address, '/signal', 'https://example.org'));
  await assert.rejects(SocketClient.open(silent.twilio.address, '/phone-booth', 'https://example.org'));
  const client = await SocketClient.open(silent.twilio.address, '/signal', 'http://localhost:1234');
  client.close();
});
