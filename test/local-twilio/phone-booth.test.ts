import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fakeDescription } from './support/fake-peer.js';
import { SocketClient } from './support/socket-client.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;
let lastNumber = 200;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

function openBooth(): Promise<SocketClient> {
  return SocketClient.open(silent.twilio.address, '/phone-booth');
}

async function connectBooth(name?: string) {
  const booth = await openBooth();
  lastNumber += 1;
  const number = `+12025550${lastNumber}`;
  booth.send({ type: 'connect', number, name });
  await booth.next('connected');
  return { booth, number };
}

/** An SDK's client calls, and the webhook has it connected with this number. */
async function callFromClient(number: string) {
  const dial = `<Dial answerOnBridge="true" callerId="+12025550100"><Number>${number}</Number></Dial>`;
  silent.webhook.answer('/application', `<Response>${dial}</Response>`);
  const client = await silent.connect({ identity: 'agent' });
  client.say('invite', { callsid: 'TJS1', sdp: fakeDescription('page'), twilio: {} });
  return client;
}

test('a booth learns its number, whom it may call, and who never answers', async () => {
  const booth = await openBooth();
  booth.send({ type: 'connect', number: '+12025550123' });
  const { number, phoneNumber, directory } = await booth.next('connected');
  assert.equal(number, '+12025550123');
  assert.equal(phoneNumber, silent.twilio.account.phoneNumber);
  assert.deepEqual(
    (directory as { number: string }[]).map((entry) => entry.number),
    ['+12025550101', '+12025550102', '+12025550103'],
  );
  booth.close();
});

const badNumbers: readonly [unknown, string][] = [
  ['12025550123', 'number-invalid'],
  ['+120255', 'number-invalid'],
  ['+0202555012345', 'number-invalid'],
  ['+1202555012345678', 'number-invalid'],
  ['<b>', 'number-invalid'],
  [undefined, 'number-invalid'],
  ['+12025550100', 'number-taken'],
];

for (const [number, code] of badNumbers) {
  test(`a booth that wants to be ${String(number)} is refused with ${code}`, async () => {
    const booth = await openBooth();
    booth.send({ type: 'connect', number });
    assert.equal((await booth.next('refused'))['code'], code);
    await booth.closed;
  });
}

test('two booths cannot have one number, until the first is gone', async () => {
  const { booth, number } = await connectBooth();
  const second = await openBooth();
  second.send({ type: 'connect', number });
  assert.equal((await second.next('refused'))['code'], 'number-taken');
  booth.close();
  await booth.closed;
  const third = await openBooth();
  third.send({ type: 'connect', number });
  await third.next('connected');
  third.close();
});

test('a booth rings a client by the account’s number, hears it ring, and talks', async () => {
  silent.webhook.answer(
    '/number',
    '<Response><Dial answerOnBridge="true"><Client>agent-1</Client></Dial></Response>',
  );
  const agent = await silent.register('agent-1');
  const { booth, number } = await connectBooth('The booth');
  booth.send({ type: 'dial', call: 'a', to: '+12025550100', sdp: fakeDescription('booth') });
  const ringing = await booth.next('ringing');
  assert.equal(ringing['call'], 'a');
  assert.match(String(ringing['sdp']), /answer-of/);
  const { callsid, parameters } = await agent.hear('invite');
  assert.equal((parameters as Record<string, string>)['From'], number);
  assert.equal(silent.webhook.requests.at(-1)?.parameters['CallerName'], 'The booth');
  agent.say('answer', { callsid, sdp: fakeDescription('agent') });
  assert.deepEqual(await booth.next('answer'), { type: 'answer', call: 'a' });
  booth.send({ type: 'hangup', call: 'a' });
  assert.deepEqual(await agent.hear('hangup'), { callsid });
  booth.close();
});

test('a booth whose client hangs up, or declines, is told why', async () => {
  silent.webhook.answer(
    '/number',
    '<Response><Dial answerOnBridge="true"><Client>agent-2</Client></Dial></Response>',
  );
  const agent = await silent.register('agent-2');
  const { booth } = await connectBooth();
  booth.send({ type: 'dial', call: 'a', to: '+12025550100', sdp: fakeDescription('booth') });
  agent.say('reject', { callsid: (await agent.hear('invite'))['callsid'] });
  const declined = await booth.next('hangup');
  assert.deepEqual([declined['call'], declined['reason'], declined['code']], ['a', 'busy', 31486]);
  booth.send({ type: 'dial', call: 'b', to: '+12025550100', sdp: fakeDescription('booth') });
  const { callsid } = await agent.hear('invite');
  agent.say('answer', { callsid, sdp: fakeDescription('agent') });
  await booth.next('answer');
  agent.say('hangup', { callsid });
  assert.deepEqual(await booth.next('hangup'), { type: 'hangup', call: 'b', reason: 'completed' });
  booth.close();
});

test('a booth that dials a number of nobody’s hears that it failed', async () => {
  const { booth } = await connectBooth();
  booth.send({ type: 'dial', call: 'a', to: '+12025550999', sdp: fakeDescription('booth') });
  const { reason, code } = await booth.next('hangup');
  assert.deepEqual([reason, code], ['failed', 31404]);
  booth.close();
});

test('a booth that a client calls rings, answers, and hears who it is', async () => {
  const { booth, number } = await connectBooth();
  const client = await callFromClient(number);
  const { call, from, sdp } = await booth.next('ring');
  assert.equal(from, '+12025550100');
  assert.match(String(sdp), /offer-of/);
  booth.send({ type: 'answer', call, sdp: fakeDescription('booth') });
  const { callsid } = await client.hear('answer');
  client.say('hangup', { callsid });
  assert.deepEqual(await booth.next('hangup'), { type: 'hangup', call, reason: 'completed' });
  booth.close();
});

test('a booth may decline, and a booth in a call is busy', async () => {
  const { booth, number } = await connectBooth();
  const first = await callFromClient(number);
  const { call } = await booth.next('ring');
  const second = await callFromClient(number);
  assert.equal(((await second.hear('hangup'))['error'] as { code: number }).code, 31486);
  booth.send({ type: 'reject', call });
  assert.equal(((await first.hear('hangup'))['error'] as { code: number }).code, 31486);
  booth.close();
});

test('a caller who gives up stops the booth ringing', async () => {
  const { booth, number } = await connectBooth();
  const client = await callFromClient(number);
  const { call } = await booth.next('ring');
  client.say('hangup', { callsid: (await client.hear('ringing'))['callsid'] });
  assert.deepEqual(await booth.next('hangup'), { type: 'hangup', call, reason: 'canceled' });
  booth.close();
});

test('keys go both ways: those of the booth’s frames, and those that a client presses', async () => {
  const { booth, number } = await connectBooth();
  const client = await callFromClient(number);
  const { call } = await booth.next('ring');
  booth.send({ type: 'answer', call, sdp: fakeDescription('booth') });
  const { callsid } = await client.hear('answer');
  client.say('dtmf', { callsid, dtmf: '5' });
  assert.deepEqual(await booth.next('digits'), { type: 'digits', call, digits: '5' });
  const pressed: string[] = [];
  silent.twilio.calls.at(-1)?.media.onDigit((digit) => pressed.push(digit));
  booth.send({ type: 'digits', call, digits: '12#' });
  booth.send({ type: 'hangup', call });
  await client.hear('hangup');
  assert.deepEqual(pressed, ['1', '2', '#']);
  booth.close();
});

test('a client that a booth called presses keys for the booth', async () => {
  const dial = '<Dial answerOnBridge="true"><Client>agent-3</Client></Dial>';
  silent.webhook.answer('/number', `<Response>${dial}</Response>`);
  const agent = await silent.register('agent-3');
  const { booth } = await connectBooth();
  booth.send({ type: 'dial', call: 'a', to: '+12025550100', sdp: fakeDescription('booth') });
  const { callsid } = await agent.hear('invite');
  agent.say('answer', { callsid, sdp: fakeDescription('agent') });
  await booth.next('answer');
  agent.say('dtmf', { callsid, dtmf: '7' });
  assert.deepEqual(await booth.next('digits'), { type: 'digits', call: 'a', digits: '7' });
  booth.close();
});

test('a frame that comes late, about the call before, does nothing to this one', async () => {
  const { booth, number } = await connectBooth();
  const first = await callFromClient(number);
  const { call: former } = await booth.next('ring');
  first.vanish();
  await booth.next('hangup');
  await callFromClient(number);
  await booth.next('ring');
  for (const type of ['reject', 'hangup', 'answer']) booth.send({ type, call: former, sdp: '' });
  await booth.settle();
  assert.equal(silent.twilio.calls.at(-1)?.status, 'ringing');
  booth.close();
});

test('a booth that is closed hangs up, ringing or talking', async () => {
  const ringing = await connectBooth();
  const first = await callFromClient(ringing.number);
  await ringing.booth.next('ring');
  ringing.booth.vanish();
  assert.equal(((await first.hear('hangup'))['error'] as { code: number }).code, 31480);

  const talking = await connectBooth();
  const second = await callFromClient(talking.number);
  const { call } = await talking.booth.next('ring');
  talking.booth.send({ type: 'answer', call, sdp: fakeDescription('booth') });
  await second.hear('answer');
  talking.booth.vanish();
  assert.deepEqual(Object.keys(await second.hear('hangup')), ['callsid']);
});

test('frames about a call that is over, and frames that are none, are ignored', async () => {
  const { booth } = await connectBooth();
  for (const text of ['{', 'null', '7', '{}', '{"type":"answer","call":"old","sdp":""}']) booth.send(text);
  booth.send({ type: 'hangup', call: 'old' });
  await booth.settle();
  booth.send({ type: 'dial', call: 'a', to: '+12025550999', sdp: fakeDescription('booth') });
  await booth.next('hangup');
  booth.close();
});

test('a booth’s description that cannot be read fails that call', async () => {
  const { booth, number } = await connectBooth();
  const client = await callFromClient(number);
  const { call } = await booth.next('ring');
  booth.send({ type: 'answer', call, sdp: 'broken' });
  assert.equal((await booth.next('hangup'))['code'], 53405);
  assert.ok((await client.hear('hangup'))['error']);
  booth.close();
});
