import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideCall } from '../../demo/local-twilio/index.js';
import { fakeDescription } from './support/fake-peer.js';
import type { NamedSource } from './support/quick-sounds.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

/** Somebody calls the number, whose webhook answers this; all that they are played is written down. */
function call(body: string, twiml?: string): OutsideCall & { readonly played: string[] } {
  silent.webhook.answer('/number', `<Response>${body}</Response>`);
  const outside = silent.twilio.callPhoneNumber({ from: '+12025550123', name: 'Jo', as: 'silent', twiml });
  const played: string[] = [];
  const { media } = outside.leg;
  const play = media.play.bind(media);
  media.play = (source) => {
    if (source) played.push((source as NamedSource).name);
    play(source);
  };
  return Object.assign(outside, { played });
}

function requestsTo(path: string) {
  return silent.webhook.requests.filter(({ url }) => new URL(url).pathname === path);
}

function lastLogged() {
  const { level, code, message } = silent.log.at(-1) ?? {};
  return `${level} ${code} ${message}`;
}

test('the number’s webhook is asked who calls, and running out of TwiML ends an answered call', async () => {
  const { ended, played, callSid } = call('<Say voice="man" language="en-GB">Hello</Say>');
  assert.deepEqual(await ended, { status: 'completed', by: 'network', error: null });
  assert.deepEqual(played, ['say Hello en-GB man']);
  assert.deepEqual(requestsTo('/number').at(-1)?.parameters, {
    CallSid: callSid,
    AccountSid: silent.twilio.account.accountSid,
    ApiVersion: '2010-04-01',
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: '+12025550123',
    Caller: '+12025550123',
    CallerName: 'Jo',
    To: '+12025550100',
    Called: '+12025550100',
  });
});

test('sounds come in their order and as often as they should', async () => {
  const { ended, played } = call('<Say loop="3">Ho</Say><Play digits="1w#"/><Say>Bye</Say>');
  await ended;
  assert.deepEqual(played, ['say Ho', 'say Ho', 'say Ho', 'keys 1w#', 'say Bye']);
});

test('a sound file is fetched relative to its document', async () => {
  silent.webhook.answer('/sounds/a.wav', { contentType: 'audio/wav', body: 'abcd' });
  const { ended, played } = call('<Play>sounds/a.wav</Play>');
  await ended;
  assert.deepEqual(played, ['wave of 4']);
});

test('an empty document is over at once', async () => {
  assert.equal((await call('').ended).status, 'completed');
});

test('hanging up leaves the rest unsaid', async () => {
  const { ended, played } = call('<Say>One</Say><Hangup/><Say>Two</Say>');
  await ended;
  assert.deepEqual(played, ['say One']);
});

test('a pause before everything else lets the caller ring', async () => {
  const outside = call('<Pause length="30"/><Say>Too late</Say>');
  await requestArrived('/number', outside.callSid);
  assert.equal(outside.leg.wasAnswered, false);
  outside.hangUp();
  assert.equal((await outside.ended).status, 'canceled');
  assert.deepEqual(outside.played, []);
});

test('after a caller who hung up nobody else is rung', async () => {
  const sleeper = await silent.register('sleeper');
  const outside = call(
    '<Dial><Client>sleeper</Client></Dial><Say>Sorry</Say><Dial><Client>sleeper</Client></Dial>',
  );
  await sleeper.hear('invite');
  outside.hangUp();
  await sleeper.hear('cancel');
  await sleeper.settle();
  assert.deepEqual(outside.played, ['ringback']);
  assert.equal(sleeper.frames.filter(({ type }) => type === 'invite').length, 1);
});

test('a redirect goes on elsewhere, by GET too, and an empty one means the same document again', async () => {
  silent.webhook.answer('/two', '<Response><Say>Two</Say></Response>');
  const { ended, played, callSid } = call('<Redirect method="GET">two?a=b</Redirect><Say>Never</Say>');
  await ended;
  assert.deepEqual(played, ['say Two']);
  const request = requestsTo('/two').at(-1);
  assert.equal(request?.method, 'GET');
  assert.equal(request?.parameters['a'], 'b');
  assert.equal(request?.parameters['CallSid'], callSid);
});

test('documents that redirect to each other for ever end somewhere', async () => {
  const { ended } = call('<Redirect/>');
  assert.equal((await ended).error?.code, 11215);
});

test('a rejected caller was never answered', async () => {
  const outside = call('<Reject/>');
  const { status, error } = await outside.ended;
  assert.deepEqual([status, error?.code, outside.leg.wasAnswered], ['no-answer', 31603, false]);
});

test('a rejection after a sentence is only a hang-up', async () => {
  const outside = call('<Say>Sorry</Say><Reject reason="busy"/>');
  assert.deepEqual(await outside.ended, { status: 'completed', by: 'network', error: null });
});

test('after a dial that nobody answered the next verb is run', async () => {
  const { ended, played } = call('<Dial><Client>nobody</Client></Dial><Say>Nobody is there</Say>');
  await ended;
  assert.deepEqual(played, ['ringback', 'say Nobody is there']);
});

test('a dial that takes too long cancels whom it rang', async () => {
  const bob = await silent.register('slow');
  const outside = call('<Dial timeout="1" answerOnBridge="true"><Client>slow</Client></Dial>');
  const { callsid } = await bob.hear('invite');
  assert.deepEqual(await bob.hear('cancel'), { callsid });
  assert.equal((await outside.ended).status, 'no-answer');
});

test('the action learns how the dial went, and its document goes on', async () => {
  silent.webhook.answer('/done', '<Response><Say>Done</Say></Response>');
  const bob = await silent.register('dialled');
  const outside = call('<Dial action="/done"><Client>dialled</Client></Dial><Say>Never</Say>');
  const { callsid } = await bob.hear('invite');
  bob.say('answer', { callsid, sdp: fakeDescription('bob') });
  await bob.hear('answer');
  bob.say('hangup', { callsid });
  await outside.ended;
  const parameters = requestsTo('/done').at(-1)?.parameters ?? {};
  assert.equal(parameters['DialCallStatus'], 'completed');
  assert.equal(parameters['DialCallSid'], callsid);
  assert.equal(parameters['DialBridged'], 'true');
  assert.equal(parameters['DialCallDuration'], '0');
  assert.equal(parameters['CallStatus'], 'in-progress');
  assert.ok(outside.played.includes('say Done'));
  assert.ok(!outside.played.includes('say Never'));
});

test('the action is also asked when the caller has gone, and its answer is not run', async () => {
  silent.webhook.answer('/gone', '<Response><Dial><Client>left</Client></Dial></Response>');
  const bob = await silent.register('left');
  const outside = call('<Dial action="/gone" answerOnBridge="true"><Client>left</Client></Dial>');
  await bob.hear('invite');
  outside.hangUp();
  await requestArrived('/gone', outside.callSid);
  const parameters = requestsTo('/gone').at(-1)?.parameters ?? {};
  assert.equal(parameters['DialCallStatus'], 'canceled');
  assert.equal(parameters['CallStatus'], 'canceled');
  // The webhook's answer is back before that of a question which was asked after it.
  await fetch(`${silent.webhook.address}/gone`);
  await bob.settle();
  assert.equal(bob.frames.filter(({ type }) => type === 'invite').length, 1);
});

test('clients and numbers of one dial ring together', async () => {
  const bob = await silent.register('both');
  const twiml = '<Dial answerOnBridge="true"><Client>both</Client><Number>+12025550103</Number></Dial>';
  const outside = call(twiml);
  const { callsid } = await bob.hear('invite');
  const dialled = silent.twilio.calls.filter((leg) => leg.parentCallSid === outside.callSid);
  assert.deepEqual(
    dialled.map(({ to, from, status }) => [to, from, status]),
    [
      ['client:both', '+12025550123', 'ringing'],
      ['+12025550103', '+12025550123', 'ringing'],
    ],
  );
  bob.say('answer', { callsid, sdp: fakeDescription('bob') });
  await outside.answered;
  assert.equal(dialled[1]?.status, 'canceled');
  outside.hangUp();
});

test('one number that cannot be rung does not keep the others from ringing', async () => {
  const bob = await silent.register('reachable');
  const twiml = '<Dial answerOnBridge="true"><Number>+12025550199</Number><Client>reachable</Client></Dial>';
  const outside = call(twiml);
  await bob.hear('invite');
  assert.match(lastLogged(), /^warning 31404 /);
  outside.hangUp();
});

test('more than ten at once are refused', async () => {
  const { ended } = call(`<Dial>${'<Client>a</Client>'.repeat(11)}</Dial>`);
  assert.equal((await ended).error?.code, 12200);
});

test('what local Twilio does not imitate ends the call before anything is run, and is named', async () => {
  const { ended, played } = call('<Say>Hello</Say><Record/>');
  const { status, error } = await ended;
  assert.deepEqual([status, error?.code], ['failed', 12200]);
  assert.deepEqual(played, []);
  assert.match(lastLogged(), /^error 12200 .*<Record>/);
});

const badValues: readonly [string, string][] = [
  ['a timeout that is no number', '<Dial timeout="soon"/>'],
  ['a timeout of nothing', '<Dial timeout="0"/>'],
  ['a pause of half a second', '<Pause length="0.5"/>'],
  ['a boolean that is none', '<Dial answerOnBridge="yes"/>'],
  ['a method that is none', '<Redirect method="PUT">/a</Redirect>'],
  ['a reason that is none', '<Reject reason="mood"/>'],
];

for (const [name, verb] of badValues) {
  test(`${name} is refused with 12200`, async () => {
    assert.equal((await call(verb).ended).error?.code, 12200);
  });
}

test('a language that cannot be spoken, and a file that cannot be played, are named', async () => {
  assert.equal((await call('<Say language="xx-XX">a</Say>').ended).error?.code, 13512);
  silent.webhook.answer('/empty.wav', { contentType: 'audio/wav', body: '' });
  assert.equal((await call('<Play>/empty.wav</Play>').ended).error?.code, 12300);
  assert.equal((await call('<Play>/missing.wav</Play>').ended).error?.code, 11200);
  assert.equal((await call('<Play>file:///etc/passwd</Play>').ended).error?.code, 11100);
});

test('a webhook that fails ends the call with an application error', async () => {
  const answers: readonly [object, number][] = [
    [{ status: 500, body: 'oops' }, 11200],
    [{ contentType: 'application/json', body: '{}' }, 12300],
    [{ body: '<Response><Say>' }, 12100],
  ];
  for (const [answer, code] of answers) {
    const outside = call('');
    silent.webhook.answer('/number', answer as { body: string });
    const { status, error } = await outside.ended;
    assert.deepEqual([status, error?.code], ['failed', code]);
    assert.match(lastLogged(), new RegExp(`^error ${code} `));
  }
});

test('a webhook that nobody answers is a connection failure', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const { ended } = call('', `<Response><Redirect>http://127.0.0.1:${port}/</Redirect></Response>`);
  assert.equal((await ended).error?.code, 11205);
});

test('an outside call to a number that is not the account’s reaches nobody', async () => {
  const { ended } = silent.twilio.callPhoneNumber({ from: '+12025550123', to: '+12025550999' });
  assert.equal((await ended).error?.code, 31404);
});

/** Resolves when a webhook was asked about a call. */
async function requestArrived(path: string, callSid: string): Promise<void> {
  while (!requestsTo(path).some(({ parameters }) => parameters['CallSid'] === callSid)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('an echo answers, plays something back, and lasts until the caller hangs up', async () => {
  const { ended, leg, played, hangUp } = call('<Echo/><Say>Never said</Say>');
  while (played.length === 0) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(leg.wasAnswered, true);
  hangUp();
  assert.equal((await ended).status, 'completed');
  assert.equal(played.length, 1);
});
