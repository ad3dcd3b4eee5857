import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FactHistory, LONGEST_HISTORY } from '../../src/core/fact-history.js';
import { registeredPhone } from '../support/test-phone.js';

async function recordedPhone() {
  const phone = await registeredPhone();
  const history = new FactHistory(phone.clock);
  phone.controller.subscribeToFacts((fact) => history.note(fact));
  return { phone, history };
}

test('a fact is kept as it was, with the time at which it happened', async () => {
  const { phone, history } = await recordedPhone();
  const before = phone.clock.now();
  phone.device.emit({ type: 'tokenWillExpire' });
  await phone.pass(5000);
  phone.device.emit({ type: 'unregistered' });
  assert.deepEqual(
    history.facts.map(({ at, fact }) => `${at - before} ${fact.type}`),
    ['0 device-token-will-expire', '5000 device-unregistered'],
  );
});

test('it is never longer than a person would read', async () => {
  const { phone, history } = await recordedPhone();
  for (let count = 0; count <= LONGEST_HISTORY; count += 1) phone.device.emit({ type: 'tokenWillExpire' });
  phone.device.emit({ type: 'unregistered' });
  assert.equal(history.facts.length, LONGEST_HISTORY);
  assert.equal(history.facts.at(-1)?.fact.type, 'device-unregistered');
});
