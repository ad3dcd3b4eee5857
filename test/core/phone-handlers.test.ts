import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { CallController } from '../../src/core/call-controller.js';
import type { PhoneError } from '../../src/core/phone-error.js';
import { PhoneHandlers } from '../../src/core/phone-handlers.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';

const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown): unknown => unhandled.push(reason);

beforeEach(() => process.on('unhandledRejection', noteUnhandled));
afterEach(() => {
  process.off('unhandledRejection', noteUnhandled);
  unhandled.length = 0;
});

/** Something that a click handler is passed. */
const click = { type: 'click', isTrusted: true };

function handlersOf(controller: CallController | null) {
  const reports: (PhoneError | null)[] = [];
  const handlers = new PhoneHandlers(
    () => controller,
    (error) => reports.push(error),
  );
  return { handlers, codes: () => reports.map((error) => error?.code ?? null) };
}

test('a click is no call id: the obvious call is meant', async () => {
  const phone = await registeredPhone();
  const { handlers } = handlersOf(phone.controller);
  phone.ring();
  await handlers.answerCall(click);
  assert.equal(phone.call.status, 'open');
  assert.equal(await handlers.toggleMute(click), true);
  assert.equal(await handlers.toggleHold(click), true);
  await handlers.endCall(click);
  assert.equal(phone.call.status, 'closed');
  phone.ring();
  await handlers.rejectCall(click);
  assert.equal(phone.call.closedBy, 'reject');
});

test('a call id is a call id', async () => {
  const phone = await registeredPhone();
  const { handlers } = handlersOf(phone.controller);
  phone.ring();
  await assert.rejects(handlers.answerCall('another call'), { code: 'unknown-call' });
  await handlers.answerCall(phone.call.id);
  assert.equal(phone.call.status, 'open');
});

test('a command that fails in a click handler is reported, and is no unhandled rejection', async () => {
  const phone = await registeredPhone();
  const { handlers, codes } = handlersOf(phone.controller);
  void handlers.answerCall(click);
  await settle();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled, []);
  assert.deepEqual(codes(), [null, 'invalid-state']);
});

test('a command that fails rejects for whoever waits for it', async () => {
  const phone = await registeredPhone();
  const { handlers } = handlersOf(phone.controller);
  phone.ring();
  await assert.rejects(handlers.makeCall('+12025550101'), { code: 'invalid-state' });
});

test('a command that begins takes back what was reported of the one before', async () => {
  const phone = await registeredPhone();
  const { handlers, codes } = handlersOf(phone.controller);
  await assert.rejects(handlers.endCall());
  phone.ring();
  await handlers.rejectCall();
  assert.deepEqual(codes(), [null, 'invalid-state', null]);
});

test('a command without a phone is refused at once, and says so', async () => {
  const { handlers, codes } = handlersOf(null);
  await assert.rejects(handlers.makeCall('+12025550101'), { code: 'invalid-state' });
  assert.deepEqual(codes(), [null, 'invalid-state']);
});

test('a number is dialled as it was given', async () => {
  const phone = await registeredPhone();
  const { handlers } = handlersOf(phone.controller);
  void handlers.makeCall('+12025550101');
  await settle();
  assert.equal(phone.call.to, '+12025550101');
});
