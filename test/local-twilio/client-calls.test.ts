import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import type { OutsideCall } from '../../demo/local-twilio/index.js';
import { fakeDescription } from './support/fake-peer.js';
import type { SocketClient } from './support/socket-client.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

function ring(identity: string, noun = `<Identity>${identity}</Identity>`): OutsideCall {
  const twiml = `<Response><Dial answerOnBridge="true"><Client>${noun}</Client></Dial></Response>`;
  return silent.twilio.callPhoneNumber({ from: '+12025550123', name: 'Jo', as: 'silent', twiml });
}

async function takeInvite(client: SocketClient) {
  const invite = await client.hear('invite');
  return { ...invite, callsid: String(invite['callsid']), reconnect: String(invite['reconnect']) };
}

function answer(client: SocketClient, callsid: string, name = 'page'): void {
  client.say('answer', { callsid, sdp: fakeDescription(name) });
}

test('a ringing client hears who calls, and what the TwiML says of it', async () => {
  const alice = await silent.register('alice');
  const name = 'Bob &amp; "Söhne" &lt;b&gt;';
  const call = ring('alice', `<Identity>alice</Identity><Parameter name="full name" value='${name}'/>`);
  const invite = await takeInvite(alice);
  const parameters = invite['parameters' as keyof typeof invite] as unknown as Record<string, string>;
  assert.deepEqual(parameters, {
    From: '+12025550123',
    To: 'client:alice',
    CallSid: invite.callsid,
    AccountSid: silent.twilio.account.accountSid,
    ApiVersion: '2010-04-01',
    Params: 'full%20name=Bob%20%26%20%22S%C3%B6hne%22%20%3Cb%3E',
  });
  assert.match(invite.callsid, /^CA[0-9a-f]{32}$/);
  assert.notEqual(invite.callsid, call.callSid);
  call.hangUp();
});

test('an answer connects, and either side hangs up the other', async () => {
  const alice = await silent.register('answering');
  for (const who of ['caller', 'client']) {
    const call = ring('answering');
    const { callsid, reconnect } = await takeInvite(alice);
    answer(alice, callsid);
    await call.answered;
    assert.equal((await alice.hear('answer'))['reconnect'], reconnect);
    if (who === 'caller') {
      call.hangUp();
      assert.deepEqual(await alice.hear('hangup'), { callsid });
    } else {
      alice.say('hangup', { callsid });
    }
    assert.equal((await call.ended).status, 'completed');
  }
});

test('a caller who gives up is a cancel: hangup would leave the client ringing', async () => {
  const alice = await silent.register('waiting');
  const call = ring('waiting');
  const { callsid } = await takeInvite(alice);
  call.hangUp();
  assert.deepEqual(await alice.hear('cancel'), { callsid });
  assert.ok(!alice.has('hangup'));
  assert.equal((await call.ended).status, 'canceled');
});

test('every registration is rung by a leg of its own, and the first answer cancels the rest', async () => {
  const tabs = [await silent.register('tabs'), await silent.register('tabs'), await silent.register('tabs')];
  const call = ring('tabs');
  const callSids = await Promise.all(tabs.map(async (tab) => (await takeInvite(tab)).callsid));
  assert.equal(new Set(callSids).size, 3);
  const [first, second, third] = tabs;
  assert.ok(first && second && third);
  answer(second, String(callSids[1]));
  await call.answered;
  assert.deepEqual(await first.hear('cancel'), { callsid: callSids[0] });
  assert.deepEqual(await third.hear('cancel'), { callsid: callSids[2] });
  assert.ok(!second.has('cancel'));
  // Too late: the call is another tab's.
  answer(third, String(callSids[2]));
  await third.settle();
  call.hangUp();
  await second.hear('hangup');
});

test('one who declines leaves the others ringing, and when all have declined it is busy', async () => {
  const tabs = [await silent.register('shy'), await silent.register('shy')];
  const call = ring('shy');
  const [first, second] = tabs;
  assert.ok(first && second);
  first.say('reject', { callsid: (await takeInvite(first)).callsid });
  await first.settle();
  const { callsid } = await takeInvite(second);
  assert.equal(call.leg.isOver, false);
  assert.ok(!second.has('cancel'));
  second.say('reject', { callsid });
  assert.equal((await call.ended).status, 'busy');
  assert.equal((await call.ended).error?.code, 31486);
});

test('nobody registered is nobody there, at once', async () => {
  const { status, error } = await ring('stranger').ended;
  assert.equal(status, 'no-answer');
  assert.equal(error?.code, 31480);
});

test('a client that accepts without a microphone hangs up unanswered: the caller hears busy', async () => {
  const alice = await silent.register('mute');
  const call = ring('mute');
  alice.say('hangup', { callsid: (await takeInvite(alice)).callsid });
  assert.equal((await call.ended).status, 'busy');
});

test('a ringing call ends with its socket, since the SDK has given it up', async () => {
  const alice = await silent.register('gone');
  const call = ring('gone');
  await takeInvite(alice);
  alice.vanish();
  assert.equal((await call.ended).status, 'no-answer');
});

test('an open call outlives its socket and is taken up from the next one', async () => {
  const alice = await silent.register('back');
  const call = ring('back');
  const { callsid, reconnect } = await takeInvite(alice);
  answer(alice, callsid, 'back-page');
  await call.answered;
  alice.vanish();
  const again = await silent.connect({ identity: 'back' });
  again.say('invite', { callsid, reconnect, sdp: fakeDescription('back-page'), twilio: {} });
  // The sound never stopped: no new description.
  assert.deepEqual(await again.hear('answer'), { callsid, reconnect });
  assert.equal(call.leg.isOver, false);
  call.hangUp();
  assert.deepEqual(await again.hear('hangup'), { callsid });
});

test('a call whose socket does not come back ends when the time is over that the SDK asked for', async () => {
  const alice = await silent.register('lost');
  const call = ring('lost');
  const { callsid } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  // The sound of another call goes on by the real clock: only so can it be stopped afterwards.
  const other = silent.twilio.callPhoneNumber({
    from: '+12025550124',
    twiml: '<Response><Pause/></Response>',
  });
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const bystander = await silent.open();
    alice.vanish();
    await alice.closed;
    await bystander.settle();
    mock.timers.tick(29_999);
    await bystander.settle();
    assert.equal(call.leg.isOver, false);
    mock.timers.tick(1);
    assert.equal((await call.ended).status, 'completed');
  } finally {
    mock.timers.reset();
    other.hangUp();
  }
});

test('a call that ended meanwhile is hung up when the client comes back for it', async () => {
  const alice = await silent.register('late');
  const call = ring('late');
  const { callsid, reconnect } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  alice.vanish();
  call.hangUp();
  const again = await silent.connect({ identity: 'late' });
  again.say('invite', { callsid, reconnect, sdp: fakeDescription('page'), twilio: {} });
  assert.deepEqual(await again.hear('hangup'), { callsid });
});

test('nobody takes a call over with a guessed token, nor with a stolen one', async () => {
  const alice = await silent.register('robbed');
  const call = ring('robbed');
  const { callsid, reconnect } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  const thief = await silent.connect({ identity: 'thief' });
  for (const token of ['guessed', reconnect]) {
    thief.say('invite', { callsid, reconnect: token, sdp: fakeDescription('thief'), twilio: {} });
    assert.equal(((await thief.hear('hangup'))['error'] as { code: number }).code, 31209);
  }
  thief.say('hangup', { callsid });
  await thief.settle();
  assert.equal(call.leg.isOver, false);
  call.hangUp();
});

test('another page of the same person takes the call over, and the first one is told', async () => {
  const alice = await silent.register('moving');
  const call = ring('moving');
  const { callsid, reconnect } = await takeInvite(alice);
  answer(alice, callsid, 'first-page');
  await call.answered;
  const other = await silent.connect({ identity: 'moving' });
  other.say('invite', { callsid, reconnect, sdp: fakeDescription('second-page'), twilio: {} });
  assert.ok((await other.hear('answer'))['sdp']);
  assert.deepEqual(await alice.hear('hangup'), { callsid });
  alice.say('hangup', { callsid });
  await alice.settle();
  assert.equal(call.leg.isOver, false);
  other.say('hangup', { callsid });
  assert.equal((await call.ended).status, 'completed');
});

test('a page may take a call that still rings in another one, and so answers it', async () => {
  const worker = await silent.register('shared');
  const call = ring('shared');
  const { callsid, reconnect } = await takeInvite(worker);
  const page = await silent.connect({ identity: 'shared' });
  page.say('invite', { callsid, reconnect, sdp: fakeDescription('page'), twilio: {} });
  assert.ok((await page.hear('answer'))['sdp']);
  assert.deepEqual(await worker.hear('cancel'), { callsid });
  await call.answered;
  assert.equal(call.leg.isOver, false);
  call.hangUp();
  await page.hear('hangup');
});

test('an ICE restart is answered with a new description', async () => {
  const alice = await silent.register('restarting');
  const call = ring('restarting');
  const { callsid } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  await alice.hear('answer');
  alice.say('reinvite', { callsid, sdp: fakeDescription('restarted') });
  const restarted = await alice.hear('answer');
  assert.equal(restarted['callsid'], callsid);
  assert.match(String(restarted['sdp']), /ice-ufrag:answer-of/);
  call.hangUp();
});

test('a hang-up that was queued while the socket was down still ends the call', async () => {
  const alice = await silent.register('queued');
  const call = ring('queued');
  const { callsid } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  alice.vanish();
  const again = await silent.connect({ identity: 'queued' });
  again.say('hangup', { callsid });
  assert.equal((await call.ended).status, 'completed');
});

test('a message is acknowledged, keys arrive, and ids that nobody knows do no harm', async () => {
  const alice = await silent.register('chatty');
  const call = ring('chatty');
  const { callsid } = await takeInvite(alice);
  answer(alice, callsid);
  await call.answered;
  alice.say('message', { callsid, content: '{}', voiceeventsid: 'KX1' });
  assert.deepEqual(await alice.hear('ack'), { acktype: 'message', callsid, voiceeventsid: 'KX1' });
  const pressed: string[] = [];
  const leg = silent.twilio.calls.find((one) => one.callSid === callsid);
  leg?.media.onDigit((digit) => pressed.push(digit));
  alice.say('dtmf', { callsid, dtmf: '4#' });
  for (const type of ['hangup', 'reject', 'answer', 'dtmf', 'message', 'reinvite']) {
    alice.say(type, { callsid: 'TJSunknown', sdp: '' });
  }
  await alice.settle();
  assert.deepEqual(pressed, ['4', '#']);
  assert.equal(call.leg.isOver, false);
  call.hangUp();
});

test('a description that cannot be read ends that call and no other', async () => {
  const alice = await silent.register('garbled');
  const call = ring('garbled');
  const { callsid } = await takeInvite(alice);
  alice.say('answer', { callsid, sdp: 'broken' });
  assert.ok((await alice.hear('hangup'))['error']);
  call.hangUp();
  await call.ended;
});
