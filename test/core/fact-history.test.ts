import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FactHistory, LONGEST_HISTORY } from '../../src/core/fact-history.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { registeredPhone } from '../support/test-phone.js';

const callSid = `CA${'0123456789abcdef'.repeat(2)}`;

async function recordedPhone() {
  const phone = await registeredPhone();
  const history = new FactHistory(phone.clock);
  phone.controller.subscribeToFacts((fact) => history.note(fact));
  return { phone, history };
}

test('what happened is remembered with its time, and calls by their number', async () => {
  const { phone, history } = await recordedPhone();
  const port = await phone.talk({ parameters: { CallSid: callSid } });
  await phone.pass(5000);
  port.emit({ type: 'warning', name: 'high-rtt' });
  port.disconnect();
  phone.ring();
  assert.deepEqual(
    history.entries.map(({ type, status, call }) => `${type} ${status} ${call?.number}`),
    [
      'call-incoming pending 1',
      'call-connecting connecting 1',
      'call-accept open 1',
      'call-warning open 1',
      'call-disconnect closed 1',
      'call-incoming pending 2',
    ],
  );
  const warning = history.entries[3];
  assert.equal((warning?.at ?? 0) - (history.entries[0]?.at ?? 0), 5000);
  assert.deepEqual(warning?.call, {
    number: 1,
    direction: 'INCOMING',
    otherSide: '…00',
    callSid,
    isMuted: false,
    isOnHold: false,
    warnings: ['high-rtt'],
    closedBy: null,
  });
});

test('neither token, number, name, identity nor the value of a parameter is in it', async () => {
  const { phone, history } = await recordedPhone();
  const parameters = { name: 'Ada Winter', account: 'secret-value', CallSid: 'not one' };
  await phone.talk({ from: '+12025550177', to: 'client:mia', parameters });
  const error = new PhoneError('connection-failed', 'lost client:mia and +12025550177', {
    cause: { code: 31005, name: 'E', message: 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln' },
  });
  phone.device.emit({ type: 'error', error });
  const text = JSON.stringify(history.entries);
  assert.match(text, /…77/);
  assert.deepEqual(history.entries.at(-1)?.error, {
    code: 'connection-failed',
    number: 31005,
    message: 'lost client:… and …77',
  });
  for (const secret of ['2025550177', 'mia', 'Ada', 'secret-value', 'eyJ', 'not one', 'alice']) {
    assert.ok(!text.includes(secret), secret);
  }
});

test('it is never longer than a person would read', async () => {
  const { phone, history } = await recordedPhone();
  for (let count = 0; count <= LONGEST_HISTORY; count += 1) phone.device.emit({ type: 'tokenWillExpire' });
  phone.device.emit({ type: 'unregistered' });
  assert.equal(history.entries.length, LONGEST_HISTORY);
  assert.equal(history.entries.at(-1)?.type, 'device-unregistered');
});
