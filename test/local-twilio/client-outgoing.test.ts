import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fakeDescription } from './support/fake-peer.js';
import type { SocketClient } from './support/socket-client.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

function call(client: SocketClient, params = 'To=%2B12025550101', callsid = 'TJS1'): void {
  client.say('invite', { callsid, sdp: fakeDescription('page'), twilio: { params } });
}

function answerWith(dial: string): void {
  silent.webhook.answer('/application', `<Response>${dial}</Response>`);
}

function codeOf(payload: Readonly<Record<string, unknown>>): number {
  return (payload['error'] as { code: number }).code;
}

test('the webhook learns what the client gave to connect(), and who it is', async () => {
  answerWith('<Hangup/>');
  const alice = await silent.connect({
    identity: 'alice',
    applicationParameters: { tenant: '7', To: 'forged' },
  });
  call(alice, 'To=%2B12025550101&note=a%20%2B%26%3D%20b&From=client%3Amallory');
  await alice.hear('hangup');
  const { CallSid: callSid, ...others } = silent.webhook.requests.at(-1)?.parameters ?? {};
  assert.match(callSid ?? '', /^CA[0-9a-f]{32}$/);
  assert.deepEqual(others, {
    AccountSid: silent.twilio.account.accountSid,
    ApplicationSid: silent.twilio.account.applicationSid,
    ApiVersion: '2010-04-01',
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: 'client:alice',
    Caller: 'client:alice',
    To: '+12025550101',
    Called: '+12025550101',
    note: 'a +&= b',
    tenant: '7',
  });
});

test('behind answerOnBridge the client hears ringing as early media, and is answered when the other is', async () => {
  answerWith('<Dial answerOnBridge="true"><Client>bob</Client></Dial>');
  const bob = await silent.register('bob');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice);
  const ringing = await alice.hear('ringing');
  assert.match(String(ringing['sdp']), /answer-of/);
  assert.match(String(ringing['callsid']), /^CA/);
  const { callsid, parameters } = await bob.hear('invite');
  assert.equal((parameters as Record<string, string>)['From'], 'client:alice');
  assert.ok(!alice.has('answer'));
  bob.say('answer', { callsid, sdp: fakeDescription('bob') });
  const answered = await alice.hear('answer');
  assert.equal(answered['sdp'], undefined);
  assert.ok(answered['reconnect']);
  alice.say('hangup', { callsid: ringing['callsid'] });
  assert.deepEqual(await bob.hear('hangup'), { callsid });
});

test('without answerOnBridge the client is answered at once', async () => {
  answerWith('<Dial><Client>nobody</Client></Dial>');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice);
  assert.equal((await alice.hear('ringing'))['sdp'], undefined);
  assert.match(String((await alice.hear('answer'))['sdp']), /answer-of/);
  assert.deepEqual(Object.keys(await alice.hear('hangup')), ['callsid']);
});

test('a client that a sentence has answered is not told that it rings', async () => {
  answerWith('<Say>One moment</Say><Dial answerOnBridge="true"><Client>nobody</Client></Dial>');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice);
  await alice.hear('hangup');
  assert.ok(alice.has('answer'));
  assert.ok(!alice.has('ringing'));
});

const endings: readonly [string, string, number][] = [
  [
    'a busy number',
    '<Dial answerOnBridge="true" callerId="+12025550100"><Number>+12025550102</Number></Dial>',
    31486,
  ],
  [
    'a number that is nobody’s',
    '<Dial answerOnBridge="true" callerId="+12025550100">+12025550199</Dial>',
    31404,
  ],
  [
    'a number that is not one',
    '<Dial answerOnBridge="true" callerId="+12025550100">911 please</Dial>',
    13223,
  ],
  ['a number without a callerId', '<Dial answerOnBridge="true"><Number>+12025550101</Number></Dial>', 13214],
  [
    'somebody else’s callerId',
    '<Dial answerOnBridge="true" callerId="+12025550777">+12025550101</Dial>',
    13214,
  ],
  ['a client who is not there', '<Dial answerOnBridge="true"><Client>nobody</Client></Dial>', 31480],
  ['a rejection', '<Reject/>', 31603],
  ['a rejection as busy', '<Reject reason="busy"/>', 31486],
];

for (const [name, dial, code] of endings) {
  test(`${name} ends the client's call with ${code}`, async () => {
    answerWith(dial);
    const alice = await silent.connect({ identity: 'alice' });
    call(alice);
    assert.equal(codeOf(await alice.hear('hangup')), code);
    assert.ok(!alice.has('answer'));
  });
}

test('a call that ends before it rang is named by the only id that the client knows', async () => {
  answerWith('<Reject/>');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice, '', 'TJSonly');
  assert.equal((await alice.hear('hangup'))['callsid'], 'TJSonly');
});

test('a client hangs up by its own id before it learns the CallSid', async () => {
  answerWith('<Pause length="20"/>');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice, '', 'TJSearly');
  alice.say('hangup', { callsid: 'TJSearly' });
  await alice.settle();
  const leg = silent.twilio.calls.at(-1);
  assert.equal(leg?.status, 'canceled');
});

test('a client that is gone before it is answered cancels whom it rang', async () => {
  answerWith('<Dial answerOnBridge="true"><Client>rung</Client></Dial>');
  const bob = await silent.register('rung');
  const alice = await silent.connect({ identity: 'alice' });
  call(alice);
  const { callsid } = await bob.hear('invite');
  alice.vanish();
  assert.deepEqual(await bob.hear('cancel'), { callsid });
});

test('without a grant for outgoing calls there are none, nor to an application that is not ours', async () => {
  const none = await silent.connect({ identity: 'alice', applicationSid: null });
  call(none, '', 'TJSnone');
  const refusal = await none.hear('hangup');
  assert.equal(refusal['callsid'], 'TJSnone');
  assert.equal(codeOf(refusal), 31002);
  const other = await silent.connect({
    identity: 'alice',
    applicationSid: 'AP00000000000000000000000000000000',
  });
  call(other);
  assert.equal(codeOf(await other.hear('hangup')), 31001);
});
