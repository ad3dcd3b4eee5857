/** What each step makes of what it finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckResult, CheckStepName } from '../../src/core/diagnostics.js';
import { PhoneCheck } from '../../src/core/phone-check.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { settle as settleSome } from '../support/fake-ports.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

/** A whole check has more turns than one command. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await settleSome();
}

type Play = (phone: TestPhone) => void | Promise<void>;

const speak: Play = ({ audio }) => audio.hear(0.6);

/** What came of a step, after `set` was done before the check and `play` while the microphone listens. */
async function resultOf(
  name: CheckStepName,
  set: Play = () => undefined,
  play = speak,
): Promise<CheckResult> {
  const phone = await registeredPhone();
  const devices = [{ id: 'a', label: 'A' }];
  phone.audio.set({ speaker: { ...phone.audio.getState().speaker, devices } });
  await set(phone);
  const check = new PhoneCheck(phone.controller);
  const running = check.run(phone.diagnostics);
  await settle();
  await play(phone);
  await running;
  const result = check.getState().steps.find((step) => step.name === name)?.result;
  if (!result) throw new Error(`${name} has no result.`);
  return result;
}

function said({ status, finding, error }: CheckResult): string {
  return `${status} ${error?.code ?? finding}`;
}

test('a browser that lacks something is named with what it lacks', async () => {
  const result = await resultOf('browser', ({ diagnostics }) => void (diagnostics.missing = ['A', 'B']));
  assert.equal(said(result), 'failed browser-unsupported');
  assert.deepEqual(result.values, { missing: 'A, B' });
});

test('a page that may not use the microphone is told why', async () => {
  const page = { isSecure: true, isMicrophoneAllowed: true, isFramed: true };
  const rows: [change: Partial<typeof page>, said: string][] = [
    [{}, 'good page-secure'],
    [{ isSecure: false }, 'failed page-not-secure'],
    [{ isMicrophoneAllowed: false }, 'failed microphone-forbidden'],
  ];
  for (const [change, expected] of rows) {
    const result = await resultOf(
      'page',
      ({ diagnostics }) => void (diagnostics.page = { ...page, ...change }),
    );
    assert.equal(said(result), expected);
    assert.equal(result.values['isFramed'], true);
  }
});

test('a microphone is heard, or not, or refused, or nobody answers the browser', async () => {
  const refused = new PhoneError('microphone-denied', 'no');
  const later =
    (milliseconds: number): Play =>
    (phone) =>
      phone.pass(milliseconds);
  const rows: [set: Play, play: Play, said: string][] = [
    [() => undefined, speak, 'good microphone-heard'],
    [() => undefined, (phone) => phone.audio.hear(0.29) ?? phone.pass(8000), 'attention microphone-silent'],
    [({ audio }) => void (audio.failure = refused), () => undefined, 'failed microphone-denied'],
    [
      ({ audio }) => void (audio.askForPermission = () => new Promise(() => undefined)),
      later(60_000),
      'attention microphone-unanswered',
    ],
  ];
  for (const [set, play, expected] of rows)
    assert.equal(said(await resultOf('microphone', set, play)), expected);
});

test('a loudspeaker is there, or missing, or replaced, or nobody would hear it ring', async () => {
  const wanted = { id: 'gone', label: 'Headset' };
  const rows: [set: Play, said: string][] = [
    [() => undefined, 'good speaker-found'],
    [({ ringer }) => ringer.setBlocked(true), 'attention sound-blocked'],
    [({ audio }) => audio.set({ speaker: audio.getState().ringer }), 'attention speaker-missing'],
    [
      ({ audio }) => audio.set({ speaker: { ...audio.getState().ringer, isChoicePossible: false } }),
      'good speaker-found',
    ],
    [({ audio }) => audio.changeSettings({ ringVolume: 0 }), 'attention ring-silent'],
    [
      ({ audio }) => audio.set({ ringer: { ...audio.getState().ringer, wanted } }),
      'attention speaker-replaced',
    ],
  ];
  for (const [set, expected] of rows) assert.equal(said(await resultOf('speaker', set)), expected);
});

test('a token says what it is good for', async () => {
  const rows: [change: object, said: string][] = [
    [{}, 'good token-good'],
    [{ isReadable: false }, 'attention token-unreadable'],
    [{ lifetimeInSeconds: 59 }, 'attention token-short'],
    [{ lifetimeInSeconds: null }, 'good token-good'],
    [{ mayReceiveCalls: false, mayPlaceCalls: false }, 'attention token-without-incoming'],
    [{ mayPlaceCalls: false }, 'attention token-without-outgoing'],
  ];
  for (const [change, expected] of rows) {
    const set: Play = ({ diagnostics }) => void (diagnostics.token = { ...diagnostics.token, ...change });
    assert.equal(said(await resultOf('token', set)), expected);
  }
  const failure = new PhoneError('sign-in-required', 'no');
  const refused: Play = ({ diagnostics }) => void (diagnostics.tokenFailure = failure);
  assert.equal(said(await resultOf('token', refused)), 'failed sign-in-required');
  assert.equal(said(await resultOf('media', refused)), 'not-tested rests-on-failure');
});

test('a token that does not come is given up after 15 s', async () => {
  const stuck: Play = ({ diagnostics }) =>
    void (diagnostics.requestToken = () => ({
      result: new Promise(() => undefined),
      abort: () => undefined,
    }));
  const play: Play = async (phone) => {
    phone.audio.hear(0.6);
    await settle();
    await phone.pass(15_000);
  };
  assert.equal(said(await resultOf('token', stuck, play)), 'failed token-request-timeout');
});

test('the phone is registered, or has 15 s to become so, or does not want to', async () => {
  assert.equal(said(await resultOf('signalling')), 'good signalling-good');
  assert.deepEqual((await resultOf('signalling')).values, { edge: 'ashburn' });
  const lost: Play = ({ device }) => device.emit({ type: 'unregistered' });
  const wait = (milliseconds: number, then: Play = () => undefined): Play => {
    return async (phone) => {
      phone.audio.hear(0.6);
      await settle();
      phone.device.hesitates = true;
      await phone.pass(milliseconds);
      await then(phone);
      await settle();
    };
  };
  const back: Play = ({ device }) => device.emit({ type: 'registered', identity: 'alice', edge: 'dublin' });
  const hesitate: Play = (phone) => {
    phone.device.hesitates = true;
    return lost(phone);
  };
  assert.equal(said(await resultOf('signalling', hesitate, wait(14_000, back))), 'good signalling-good');
  assert.equal(said(await resultOf('signalling', hesitate, wait(15_000))), 'failed registration-failed');
  const doNotDisturb: Play = ({ controller }) => controller.unregister();
  assert.equal(said(await resultOf('signalling', doNotDisturb)), 'attention do-not-disturb');
});

test('what keeps the phone from being registered is said', async () => {
  const error = new PhoneError('connection-failed', 'lost');
  const broken: Play = ({ device }) => {
    device.hesitates = true;
    device.emit({ type: 'unregistered' });
    device.emit({ type: 'error', error });
  };
  const play: Play = async (phone) => {
    phone.audio.hear(0.6);
    await settle();
    await phone.pass(15_000);
  };
  assert.equal(said(await resultOf('signalling', broken, play)), 'failed connection-failed');
});

test('sound travels well, badly, one way, or is not tested where the backend has no echo', async () => {
  const rows: [change: object, said: string][] = [
    [{}, 'good media-good'],
    [{ mos: null, roundTripInMilliseconds: null, lossInPercent: null }, 'good media-good'],
    [{ mos: 3.4 }, 'attention media-poor'],
    [{ lossInPercent: 3 }, 'attention media-poor'],
    [{ roundTripInMilliseconds: 400 }, 'attention media-poor'],
    [{ isHeardBack: false, mos: 1 }, 'attention media-one-way'],
  ];
  for (const [change, expected] of rows) {
    const set: Play = ({ diagnostics }) =>
      void (diagnostics.testCall = { ...diagnostics.testCall, ...change });
    assert.equal(said(await resultOf('media', set)), expected);
  }
  const without: Play = ({ diagnostics }) =>
    void (diagnostics.token = { ...diagnostics.token, isTestCallOffered: false });
  assert.equal(said(await resultOf('media', without)), 'not-tested no-test-call');
  const failure = new PhoneError('media-failed', 'no');
  const failing: Play = ({ diagnostics }) => void (diagnostics.testCallFailure = failure);
  assert.equal(said(await resultOf('media', failing)), 'failed media-failed');
});

test('a test call that comes to nothing is given up after 45 s', async () => {
  const stuck: Play = ({ diagnostics }) => void (diagnostics.hesitates = true);
  const play: Play = async (phone) => {
    phone.audio.hear(0.6);
    await settle();
    await phone.pass(45_000);
  };
  assert.equal(said(await resultOf('media', stuck, play)), 'failed media-failed');
});
