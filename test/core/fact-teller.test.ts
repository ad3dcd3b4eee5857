import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FactHistory } from '../../src/core/fact-history.js';
import { FactTeller } from '../../src/core/fact-teller.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { registeredPhone } from '../support/test-phone.js';

const callSid = `CA${'0123456789abcdef'.repeat(2)}`;

async function recordedPhone() {
  const phone = await registeredPhone();
  const history = new FactHistory(phone.clock);
  phone.controller.subscribeToFacts((fact) => history.note(fact));
  const tell = () => {
    const teller = new FactTeller();
    return history.facts.map((kept) => teller.tell(kept));
  };
  return { phone, tell };
}

test('what happened is remembered with its time, and calls by their number', async () => {
  const { phone, tell } = await recordedPhone();
  const port = await phone.talk({ parameters: { CallSid: callSid } });
  await phone.pass(5000);
  port.emit({ type: 'warning', name: 'high-rtt' });
  port.disconnect();
  phone.ring();
  assert.deepEqual(
    tell().map(({ type, status, call }) => `${type} ${status} ${call?.number}`),
    [
      'call-incoming pending 1',
      'call-connecting connecting 1',
      'call-accept open 1',
      'call-warning open 1',
      'call-disconnect closed 1',
      'call-incoming pending 2',
    ],
  );
  const [first, , , warning] = tell();
  assert.equal((warning?.at ?? 0) - (first?.at ?? 0), 5000);
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
  const { phone, tell } = await recordedPhone();
  const parameters = { name: 'Ada Winter', account: 'secret-value', CallSid: 'not one' };
  await phone.talk({ from: '+12025550177', to: 'client:mia', parameters });
  const error = new PhoneError('connection-failed', 'lost client:mia and +12025550177', {
    cause: { code: 31005, name: 'E', message: 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln' },
  });
  phone.device.emit({ type: 'error', error });
  const text = JSON.stringify(tell());
  assert.match(text, /…77/);
  assert.deepEqual(tell().at(-1)?.error, {
    code: 'connection-failed',
    number: 31005,
    message: 'lost client:… and …77',
  });
  for (const secret of ['2025550177', 'mia', 'Ada', 'secret-value', 'eyJ', 'not one', 'alice']) {
    assert.ok(!text.includes(secret), secret);
  }
});
