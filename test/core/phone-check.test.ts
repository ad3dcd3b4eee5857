import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneCheck } from '../../src/core/phone-check.js';
import { settle as settleSome } from '../support/fake-ports.js';
import { registeredPhone, TestPhone, watch } from '../support/test-phone.js';

/** A whole check has more turns than one command. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await settleSome();
}

function begin(phone: TestPhone) {
  const check = new PhoneCheck(phone.controller);
  const seen: string[] = [];
  check.subscribe(({ steps }) => {
    const running = steps.find(({ status }) => status === 'running');
    if (running && seen.at(-1) !== running.name) seen.push(running.name);
  });
  const running = watch(check.run(phone.diagnostics));
  return { check, seen, running };
}

/** Somebody says something as soon as the microphone listens. */
async function speak({ audio }: TestPhone): Promise<void> {
  await settle();
  audio.hear(0.6);
  await settle();
}

function statuses(check: PhoneCheck): string {
  return check
    .getState()
    .steps.map(({ name, status, result }) => `${name} ${status} ${result?.finding ?? ''}`.trim())
    .join(', ');
}

test('everything is looked at, one after another, and all is well', async () => {
  const phone = await registeredPhone();
  phone.audio.set({
    speaker: { ...phone.audio.getState().speaker, devices: [{ id: 'a', label: 'A' }] },
  });
  const { check, seen, running } = begin(phone);
  assert.equal(check.getState().status, 'running');
  await speak(phone);
  assert.equal(running.outcome, 'fulfilled');
  assert.deepEqual(seen, ['browser', 'page', 'microphone', 'speaker', 'token', 'signalling', 'media']);
  assert.equal(check.getState().status, 'finished');
  assert.equal(
    statuses(check),
    'browser good browser-complete, page good page-secure, microphone good microphone-heard, ' +
      'speaker good speaker-found, token good token-good, signalling good signalling-good, ' +
      'media good media-good',
  );
  assert.equal(phone.clock.pendingTimers, 1, 'only the token’s own renewal');
  assert.equal(phone.audio.meters, 0);
  assert.deepEqual(phone.device.commands, [], 'the registered device has noticed nothing');
});

test('its times are those of the clock', async () => {
  const phone = await registeredPhone();
  const { check } = begin(phone);
  const { startedAt } = check.getState();
  assert.equal(startedAt, phone.clock.now());
  await settle();
  phone.clock.tick(2000);
  await speak(phone);
  assert.equal(check.getState().endedAt, (startedAt ?? 0) + 2000);
});

test('a call that comes rings, ends the check and whatever it had under way', async () => {
  const phone = await registeredPhone();
  phone.diagnostics.hesitates = true;
  const { check, running } = begin(phone);
  await speak(phone);
  assert.deepEqual(phone.diagnostics.log, ['token', 'token over', 'call']);
  phone.ring();
  assert.equal(phone.ringer.isRinging, true);
  assert.equal(check.getState().status, 'interrupted');
  await settle();
  assert.deepEqual(phone.diagnostics.log.at(-1), 'call over');
  assert.equal(running.outcome, 'fulfilled');
  assert.match(statuses(check), /signalling good signalling-good, media not-tested given-up$/);
});

test('a call that is placed ends it, too', async () => {
  const phone = await registeredPhone();
  const { check } = begin(phone);
  await settle();
  void phone.controller.makeCall('+12025550101').catch(() => undefined);
  await settle();
  assert.equal(check.getState().status, 'interrupted');
  assert.equal(phone.audio.meters, 0, 'the microphone is let go of');
});

test('it never begins in a call, nor twice at a time, nor on a phone that is over', async () => {
  const phone = await registeredPhone();
  const { check } = begin(phone);
  assert.equal(check.canStart, false);
  await assert.rejects(check.run(phone.diagnostics), { code: 'invalid-state' });
  check.cancel();
  assert.equal(check.canStart, true);
  await phone.talk();
  assert.equal(check.canStart, false);
  await assert.rejects(check.run(phone.diagnostics), { code: 'invalid-state' });
  await phone.controller.endCall();
  assert.equal(check.canStart, true);
  await phone.controller.destroy();
  assert.equal(check.canStart, false);
});

test('cancelled, it says of the rest that nobody knows, and can be begun anew', async () => {
  const phone = await registeredPhone();
  const { check, running } = begin(phone);
  await settle();
  check.cancel();
  await settle();
  assert.equal(running.outcome, 'fulfilled');
  assert.equal(check.getState().status, 'cancelled');
  assert.match(statuses(check), /page good page-secure, microphone not-tested given-up, speaker not-tested/);
  check.cancel();
  const again = watch(check.run(phone.diagnostics));
  assert.match(statuses(check), /^browser running, page waiting, /);
  await speak(phone);
  assert.equal(again.outcome, 'fulfilled');
  assert.equal(check.getState().status, 'finished');
});

test('a step that rests on one that failed is not tested, and the others are', async () => {
  const phone = await registeredPhone();
  phone.diagnostics.missing = ['RTCPeerConnection'];
  const { check } = begin(phone);
  await settle();
  assert.match(
    statuses(check),
    /browser failed trouble, page good page-secure, microphone not-tested rests-on-failure/,
  );
  assert.match(statuses(check), /signalling good signalling-good, media not-tested rests-on-failure$/);
  assert.deepEqual(phone.audio.commands, [], 'nobody was asked for a microphone');
  assert.equal(check.getState().status, 'finished');
});

test('a phone that is destroyed meanwhile ends it', async () => {
  const phone = await registeredPhone();
  const { check } = begin(phone);
  await settle();
  await phone.controller.destroy();
  assert.equal(check.getState().status, 'cancelled');
});

test('what nobody foresaw is said as a failure of that step', async () => {
  const phone = await registeredPhone();
  phone.audio.failure = new TypeError('odd');
  const { check } = begin(phone);
  await settle();
  const step = check.getState().steps.find(({ name }) => name === 'microphone');
  assert.equal(step?.result?.error?.code, 'call-failed');
  assert.equal(step.result.error.cause?.message, 'odd');
});
