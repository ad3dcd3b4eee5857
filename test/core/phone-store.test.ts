import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneStore } from '../../src/core/phone-store.js';
import type { PhoneFact } from '../../src/core/phone-fact.js';
import type { PhoneState } from '../../src/core/phone-state.js';
import { callState, deviceState, unfrozenPlaces } from '../support/states.js';

function setUp() {
  const reports: string[] = [];
  return { reports, store: new PhoneStore((report) => reports.push(report)) };
}

function fact(id: string): PhoneFact {
  return { type: 'call-mute', call: callState({ id }) };
}

function idOf(told: PhoneFact): string {
  return 'call' in told ? told.call.id : told.type;
}

describe('the state', () => {
  test('begins unregistered, unwanted and without a call', () => {
    const { store } = setUp();
    assert.deepEqual(store.getState(), {
      device: {
        status: 'unregistered',
        isWanted: false,
        identity: null,
        edge: null,
        retryAt: null,
        isSignInRequired: false,
        isConfigured: true,
        pending: [],
        error: null,
      },
      calls: [],
      lastCall: null,
      missedCallCount: 0,
      isSoundBlocked: false,
    });
  });

  test('is frozen through and through, whatever is put into it', () => {
    const { store } = setUp();
    assert.deepEqual(unfrozenPlaces(store.getState()), []);
    store.setDevice({ status: 'registered' });
    store.addCall(callState());
    store.setSoundBlocked(true);
    assert.deepEqual(unfrozenPlaces(store.getState()), []);
    store.setCall(callState({ status: 'open' }));
    store.setCall(callState({ status: 'closed' }));
    assert.deepEqual(unfrozenPlaces(store.getState()), []);
  });

  test('is the same object until something changes', () => {
    const { store } = setUp();
    const before = store.getState();
    store.setDevice({ status: 'unregistered', error: null });
    store.setSoundBlocked(false);
    store.clearMissedCalls();
    assert.equal(store.getState(), before);
    store.setDevice({ status: 'registering', error: null });
    assert.notEqual(store.getState(), before);
    assert.equal(before.device.status, 'unregistered');
  });

  test('keeps the rest of the device when a part of it changes', () => {
    const { store } = setUp();
    store.setDevice(deviceState());
    store.setDevice({ retryAt: 5_000 });
    assert.deepEqual(store.getState().device, deviceState({ retryAt: 5_000 }));
  });
});

describe('calls', () => {
  test('stand in the order in which they came, each in its own place', () => {
    const { store } = setUp();
    store.addCall(callState({ id: 'a' }));
    store.addCall(callState({ id: 'b' }));
    store.setCall(callState({ id: 'a', isMuted: true }));
    assert.deepEqual(
      store.getState().calls.map(({ id, isMuted }) => [id, isMuted]),
      [
        ['a', true],
        ['b', false],
      ],
    );
  });

  test('leave the list when they are over, and the last one can still be found', () => {
    const { store } = setUp();
    store.addCall(callState({ id: 'a' }));
    store.addCall(callState({ id: 'b' }));
    const closed = callState({ id: 'a', status: 'closed' });
    store.setCall(closed);
    assert.deepEqual(
      store.getState().calls.map(({ id }) => id),
      ['b'],
    );
    assert.equal(store.getState().lastCall, closed);
    assert.equal(store.findCall('a'), closed);
    assert.equal(store.findCall('b')?.status, 'pending');
    assert.equal(store.findCall('c'), null);
  });

  test('that were missed are counted when they end, and at no other time', () => {
    const { store } = setUp();
    store.addCall(callState({ id: 'a' }));
    const missed = callState({ id: 'a', status: 'closed', isMissed: true });
    store.setCall(missed);
    store.setCall(missed);
    assert.equal(store.getState().missedCallCount, 1);
    store.addCall(callState({ id: 'b' }));
    store.setCall(callState({ id: 'b', status: 'closed' }));
    assert.equal(store.getState().missedCallCount, 1);
    store.clearMissedCalls();
    assert.equal(store.getState().missedCallCount, 0);
  });
});

describe('those who listen to the state', () => {
  test('are told at once, and then at each change', () => {
    const { store } = setUp();
    const seen: PhoneState[] = [];
    store.subscribe((state) => seen.push(state));
    assert.deepEqual(seen, [store.getState()]);
    store.setSoundBlocked(true);
    assert.deepEqual(
      seen.map(({ isSoundBlocked }) => isSoundBlocked),
      [false, true],
    );
  });

  test('are told nothing once they have left', () => {
    const { store } = setUp();
    let told = 0;
    const unsubscribe = store.subscribe(() => (told += 1));
    unsubscribe();
    unsubscribe();
    store.setSoundBlocked(true);
    assert.equal(told, 1);
  });

  test('are told nothing when another one takes them off in that very moment', () => {
    const { store } = setUp();
    let told = 0;
    let leave: () => void = () => undefined;
    store.subscribe(() => leave());
    leave = store.subscribe(() => (told += 1));
    store.setSoundBlocked(true);
    assert.equal(told, 1);
  });

  test('are told the newest state when one of them changes it', () => {
    const { store } = setUp();
    const seen: boolean[] = [];
    store.subscribe(({ isSoundBlocked }) => isSoundBlocked && store.setSoundBlocked(false));
    store.subscribe(({ isSoundBlocked }) => seen.push(isSoundBlocked));
    store.setSoundBlocked(true);
    assert.deepEqual(seen, [false, false, false]);
  });

  test('and throw are reported, and the others are told all the same', () => {
    const { store, reports } = setUp();
    let told = 0;
    store.subscribe(() => {
      throw new Error('The page is broken.');
    });
    store.subscribe(() => (told += 1));
    store.setSoundBlocked(true);
    assert.equal(told, 2);
    const report = 'A listener threw: Error: The page is broken.';
    assert.deepEqual(reports, [report, report]);
  });
});

describe('those who listen to facts', () => {
  test('are told each one once, frozen, and nothing before it happens', () => {
    const { store } = setUp();
    const told: PhoneFact[] = [];
    store.subscribeToFacts((news) => told.push(news));
    assert.deepEqual(told, []);
    store.tell(fact('a'));
    assert.deepEqual(told.map(idOf), ['a']);
    assert.deepEqual(unfrozenPlaces(told), ['state']);
  });

  test('hear them in the order in which they happened, also what one of them brought about', () => {
    const { store } = setUp();
    const told: string[] = [];
    store.subscribeToFacts((news) => {
      if (idOf(news) === 'a') {
        store.tell(fact('b'));
        store.tell(fact('c'));
      }
    });
    store.subscribeToFacts((news) => told.push(idOf(news)));
    store.tell(fact('a'));
    store.tell(fact('d'));
    assert.deepEqual(told, ['a', 'b', 'c', 'd']);
  });

  test('do not hear what happened before they came', () => {
    const { store } = setUp();
    const told: string[] = [];
    store.subscribeToFacts((news) => {
      if (idOf(news) !== 'a') return;
      store.tell(fact('b'));
      store.subscribeToFacts((later) => told.push(idOf(later)));
      store.tell(fact('c'));
    });
    store.tell(fact('a'));
    assert.deepEqual(told, ['c']);
  });

  test('are told nothing once they have left', () => {
    const { store } = setUp();
    const told: string[] = [];
    let leave: () => void = () => undefined;
    store.subscribeToFacts(() => leave());
    leave = store.subscribeToFacts((news) => told.push(idOf(news)));
    store.tell(fact('a'));
    assert.deepEqual(told, []);
  });

  test('and throw are reported, and the others are told all the same', () => {
    const { store, reports } = setUp();
    const told: string[] = [];
    store.subscribeToFacts(() => {
      throw new Error('The page is broken.');
    });
    store.subscribeToFacts((news) => told.push(idOf(news)));
    store.tell(fact('a'));
    store.tell(fact('b'));
    assert.deepEqual(told, ['a', 'b']);
    assert.equal(reports.length, 2);
  });
});
