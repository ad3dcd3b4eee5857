import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CallRegister } from '../../src/core/call-register.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneFact } from '../../src/core/phone-fact.js';
import { PhoneStore } from '../../src/core/phone-store.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeCallPort } from '../support/fake-ports.js';

function setUp() {
  const reports: string[] = [];
  const facts: PhoneFact[] = [];
  const report = (text: string) => void reports.push(text);
  const store = new PhoneStore(report);
  store.subscribeToFacts((fact) => facts.push(fact));
  const register = new CallRegister({ store, clock: new FakeClock(), createId: () => 'call', report });
  return { reports, facts, store, register, port: new FakeCallPort() };
}

describe('a call that begins', () => {
  test('can be acted on by whoever sees it first in the state', () => {
    const { store, register, port, facts } = setUp();
    store.subscribe(({ calls }) => calls[0]?.status === 'pending' && register.portOf('call').reject());
    register.take(port);
    assert.equal(store.getState().lastCall?.closedBy, 'reject');
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['call-incoming', 'call-reject'],
    );
  });

  test('can be acted on by whoever is told of it first', () => {
    const { store, register, port, facts } = setUp();
    store.subscribeToFacts(({ type }) => type === 'call-incoming' && register.portOf('call').reject());
    register.take(port);
    assert.equal(store.getState().lastCall?.closedBy, 'reject');
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['call-incoming', 'call-reject'],
    );
  });

  test('and was placed here is not told as one that comes in', () => {
    const { store, register, facts } = setUp();
    register.add('mine', new FakeCallPort({ direction: 'OUTGOING' }), 'connecting');
    assert.deepEqual(facts, []);
    assert.equal(store.findCall('mine')?.status, 'connecting');
  });
});

describe('the port of a call', () => {
  test('is known while the call is not over', () => {
    const { register, port } = setUp();
    register.take(port);
    assert.equal(register.portOf('call'), port);
    assert.equal(register.isRinging('call'), true);
  });

  test('is refused for a call that nobody knows', () => {
    const { register } = setUp();
    assert.throws(() => register.portOf('other'), { name: 'PhoneError', code: 'unknown-call' });
    assert.equal(register.isRinging('other'), false);
  });

  test('is forgotten when another call has ended after it', () => {
    const { register } = setUp();
    for (const id of ['first', 'second']) {
      const port = new FakeCallPort();
      register.add(id, port, 'pending');
      port.emit({ type: 'cancel' });
    }
    assert.throws(() => register.portOf('first'), { code: 'unknown-call' });
  });

  test('is let go when all is cleared, and the call ends', () => {
    const { register, port, store } = setUp();
    register.take(port);
    register.clear();
    assert.throws(() => register.portOf('call'), { code: 'unknown-call' });
    assert.equal(port.listenerCount, 0);
    assert.equal(store.getState().lastCall?.closedBy, 'transportClose');
  });
});

describe('trouble that is noted', () => {
  const trouble = new PhoneError('microphone-denied', 'The microphone was refused.');

  test('stands with the call, and is told', () => {
    const { register, port, store, facts } = setUp();
    register.take(port);
    register.noteTrouble('call', trouble);
    assert.equal(store.findCall('call')?.error, trouble);
    assert.equal(facts.at(-1)?.type, 'call-error');
    register.clearTrouble('call');
    assert.equal(store.findCall('call')?.error, null);
  });

  test('that is no error of ours, or about no call of ours, changes nothing', () => {
    const { register, port, store } = setUp();
    register.take(port);
    const before = store.getState();
    register.noteTrouble('call', new Error('Odd.'));
    register.noteTrouble('other', trouble);
    register.clearTrouble('call');
    register.clearTrouble('other');
    assert.equal(store.getState(), before);
  });
});
