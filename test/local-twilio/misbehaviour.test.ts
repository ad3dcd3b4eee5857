import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { fakeDescription } from './support/fake-peer.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';
import { createToken } from './support/tokens.js';

let silent: SilentTwilio;

beforeEach(async () => {
  silent = await startSilentTwilio();
});

afterEach(() => {
  // The clock first: a fake one cannot clear what was set by the real one, and the process would wait for it.
  mock.timers.reset();
  return silent.stop();
});

function codeOf(payload: Readonly<Record<string, unknown>>): number {
  return (payload['error'] as { code: number }).code;
}

function tokenOf(identity: string): string {
  return createToken(silent.twilio.account, { identity });
}

test('sockets are dropped: cleanly with a close code, abruptly without', async () => {
  const clean = await silent.register('alice');
  const abrupt = await silent.register('bob');
  await silent.twilio.misbehave({ do: 'drop-sockets', how: 'clean', identity: 'alice' });
  assert.equal(await clean.closed, 1001);
  await silent.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt', identity: 'bob' });
  assert.equal(await abrupt.closed, 1006);
});

test('only the sockets of the identity named are dropped; without one it is all', async () => {
  const alice = await silent.register('alice');
  const bob = await silent.register('bob');
  await silent.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt', identity: 'alice' });
  await alice.closed;
  await bob.settle();
  await silent.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
  await bob.closed;
});

test('new sockets are refused until it behaves again, and those that are there stay', async () => {
  const alice = await silent.register('alice');
  await silent.twilio.misbehave({ do: 'refuse-sockets' });
  await assert.rejects(silent.open());
  await alice.settle();
  await silent.twilio.misbehave({ do: 'behave' });
  await silent.open();
});

test('it is away for as long as it was told, and says when it is back', async () => {
  const alice = await silent.register('alice');
  mock.timers.enable({ apis: ['setTimeout'] });
  const back = silent.twilio.misbehave({ do: 'be-away', forMilliseconds: 3_000 });
  assert.equal(await alice.closed, 1006);
  mock.timers.tick(2_999);
  await assert.rejects(silent.open());
  mock.timers.tick(1);
  await back;
  await silent.open();
});

test('new sockets are left waiting, and those that are there stay', async () => {
  const alice = await silent.register('alice');
  await silent.twilio.misbehave({ do: 'stall-sockets' });
  let isOpen = false;
  silent.open().then(
    () => (isOpen = true),
    () => undefined,
  );
  await alice.settle();
  assert.equal(isOpen, false);
  await silent.twilio.misbehave({ do: 'behave' });
  await silent.open();
});

test('a socket that is half open passes nothing in either direction, and a new one is good', async () => {
  const alice = await silent.register('alice');
  const before = alice.frames.length;
  await silent.twilio.misbehave({ do: 'half-open', identity: 'alice' });
  alice.say('register', { media: { audio: false } });
  await silent.twilio.misbehave({ do: 'beat' });
  await (await silent.register('bob')).settle();
  assert.equal(alice.frames.length, before);
  assert.equal(alice.heartbeats, 0);
  assert.deepEqual([...silent.twilio.identities].sort(), ['alice', 'bob']);
});

test('sockets flap: each interval drops those that are there', async () => {
  const alice = await silent.register('alice');
  const flapping = silent.twilio.misbehave({ do: 'flap', times: 2, everyMilliseconds: 300 });
  assert.equal(await alice.closed, 1006);
  const again = await silent.register('alice');
  assert.equal(await again.closed, 1006);
  await flapping;
});

test('a heartbeat comes out of turn, and a token’s life is lied about', async () => {
  await silent.twilio.misbehave({ do: 'claim-lifetime', inSeconds: 5 });
  const alice = await silent.open();
  alice.say('listen', { token: tokenOf('alice') });
  const { token } = await alice.hear('connected');
  assert.equal((token as { ttl: number }).ttl, 5);
  await silent.twilio.misbehave({ do: 'beat', identity: 'alice' });
  await alice.settle();
  assert.equal(alice.heartbeats, 1);
});

test('a frame that is stalled never comes, and the others do', async () => {
  await silent.twilio.misbehave({ do: 'stall', frame: 'ready' });
  const alice = await silent.connect({ identity: 'alice' });
  alice.say('register', { media: { audio: true } });
  await alice.settle();
  assert.ok(!alice.has('ready'));
});

test('a line that is stalled altogether accepts and says nothing, not even a heartbeat', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  await silent.twilio.misbehave({ do: 'stall', frame: 'everything' });
  const alice = await silent.open();
  alice.say('listen', { token: tokenOf('alice') });
  await alice.settle();
  mock.timers.tick(10_000);
  await alice.settle();
  assert.deepEqual(alice.frames, []);
  assert.equal(alice.heartbeats, 0);
});

test('a frame that is late comes late', async () => {
  const alice = await silent.open();
  mock.timers.enable({ apis: ['setTimeout'] });
  await silent.twilio.misbehave({ do: 'delay', frame: 'connected', byMilliseconds: 80 });
  alice.say('listen', { token: tokenOf('alice') });
  await alice.settle();
  mock.timers.tick(79);
  await alice.settle();
  assert.ok(!alice.has('connected'));
  mock.timers.tick(1);
  await alice.hear('connected');
});

test('a frame goes by another name until it behaves', async () => {
  const alice = await silent.open();
  await silent.twilio.misbehave({ do: 'rename', frame: 'connected', to: 'cancel' });
  alice.say('listen', { token: tokenOf('alice') });
  await alice.hear('cancel');
  assert.ok(!alice.has('connected'));
  await silent.twilio.misbehave({ do: 'behave' });
  alice.say('listen', { token: tokenOf('alice') });
  await alice.hear('connected');
});

test('listen, register and invite are answered with any error, as often as ordered', async () => {
  const alice = await silent.open();
  const order = { do: 'answer-with-error', code: 53000, message: 'Down for today' } as const;
  await silent.twilio.misbehave({ ...order, to: 'listen', times: 2, retryAfterInSeconds: 4 });
  for (const attempt of [1, 2]) {
    alice.say('listen', { token: tokenOf('alice') });
    const { error } = await alice.hear('error');
    assert.deepEqual(error, { code: 53000, message: 'Down for today', retryAfter: 4 }, `attempt ${attempt}`);
  }
  alice.say('listen', { token: tokenOf('alice') });
  await alice.hear('connected');

  await silent.twilio.misbehave({ ...order, to: 'register' });
  alice.say('register', { media: { audio: true } });
  assert.equal(codeOf(await alice.hear('error')), 53000);

  await silent.twilio.misbehave({ ...order, to: 'invite', code: 31486 });
  alice.say('invite', { callsid: 'TJS1', sdp: fakeDescription('page'), twilio: {} });
  const hangup = await alice.hear('hangup');
  assert.equal(hangup['callsid'], 'TJS1');
  assert.equal(codeOf(hangup), 31486);
});

test('tokens expire on request, and the same token does not come in again', async () => {
  const token = tokenOf('alice');
  const alice = await silent.open();
  alice.say('listen', { token });
  await alice.hear('connected');
  await silent.twilio.misbehave({ do: 'expire-tokens', identity: 'alice' });
  assert.equal(codeOf(await alice.hear('error')), 31205);
  alice.say('listen', { token });
  assert.equal(codeOf(await alice.hear('error')), 31205);
  alice.say('listen', { token: createToken(silent.twilio.account, { identity: 'alice', ttlInSeconds: 77 }) });
  await alice.hear('connected');
});

test('the sound of a leg is cut off, and the call is not', async () => {
  const alice = await silent.register('alice');
  const twiml = '<Response><Dial><Client>alice</Client></Dial></Response>';
  const call = silent.twilio.callPhoneNumber({ from: '+12025550123', as: 'silent', twiml });
  const { callsid } = await alice.hear('invite');
  alice.say('answer', { callsid, sdp: fakeDescription('page') });
  await alice.hear('answer');
  await silent.twilio.misbehave({ do: 'kill-media', callSid: String(callsid) });
  assert.equal(silent.peers[0]?.isInterrupted, true);
  assert.equal(call.leg.isOver, false);
});

test('packets are lost: of one leg, of all and of those to come, until it behaves again', async () => {
  const sound = Uint8Array.of(0x80);
  const arrives = () => silent.peers.map(({ path }) => path.passes(sound, 'to-browser'));
  const alice = await silent.register('alice');
  const twiml = '<Response><Dial><Client>alice</Client></Dial></Response>';
  const ring = async () => {
    silent.twilio.callPhoneNumber({ from: '+12025550123', as: 'silent', twiml });
    return String((await alice.hear('invite'))['callsid']);
  };
  const [first = ''] = [await ring(), await ring()];
  await silent.twilio.misbehave({ do: 'lose-media', what: 'sound', callSid: first });
  assert.deepEqual(arrives(), [false, true]);
  await silent.twilio.misbehave({ do: 'lose-media', what: 'everything' });
  await ring();
  assert.deepEqual(arrives(), [false, false, false]);
  await silent.twilio.misbehave({ do: 'behave' });
  assert.deepEqual(arrives(), [true, true, true]);
  mock.timers.enable({ apis: ['setTimeout'] });
  const isOver = silent.twilio.misbehave({ do: 'lose-media', what: 'everything', forMilliseconds: 10_000 });
  mock.timers.tick(9_999);
  assert.deepEqual(arrives(), [false, false, false]);
  mock.timers.tick(1);
  await isOver;
  assert.deepEqual(arrives(), [true, true, true]);
});

test('sound that is lost until ICE restarts comes by the new path, and what is lost for good does not', async () => {
  const alice = await silent.register('alice');
  const twiml = '<Response><Dial><Client>alice</Client></Dial></Response>';
  silent.twilio.callPhoneNumber({ from: '+12025550123', as: 'silent', twiml });
  const callSid = String((await alice.hear('invite'))['callsid']);
  alice.say('answer', { callsid: callSid, sdp: fakeDescription('page') });
  await alice.hear('answer');
  const arrives = () => silent.peers[0]?.path.passes(Uint8Array.of(0x80), 'to-browser');
  const loss = { do: 'lose-media', what: 'sound', direction: 'to-browser', callSid } as const;
  const restart = async (name: string) => {
    alice.say('reinvite', { callsid: callSid, sdp: fakeDescription(name) });
    await alice.hear('answer');
  };
  await silent.twilio.misbehave({ ...loss, until: 'ice-restart' });
  assert.equal(arrives(), false);
  await restart('once');
  assert.equal(arrives(), true);
  await silent.twilio.misbehave(loss);
  await restart('twice');
  assert.equal(arrives(), false);
});

test('misbehaviour is also ordered over HTTP, by pages of this machine only', async () => {
  const order = (origin: string, body: object) =>
    fetch(`${silent.twilio.address}/misbehave`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  assert.equal((await order('http://localhost:8000', { do: 'refuse-sockets' })).status, 204);
  await assert.rejects(silent.open());
  assert.equal((await order('https://example.org', { do: 'behave' })).status, 403);
  await assert.rejects(silent.open());
  assert.equal((await order('http://localhost:8000', { do: 'behave' })).status, 204);
  await silent.open();
});

test('a misbehaviour that it does not know is refused by name', async () => {
  await assert.rejects(silent.twilio.misbehave({ do: 'explode' } as never), /explode/);
  await assert.rejects(silent.twilio.misbehave({ do: 'kill-media', callSid: 'CA1' }), /CA1/);
  await assert.rejects(silent.twilio.misbehave({ do: 'lose-media', what: 'sound', callSid: 'CA1' }), /CA1/);
});
