import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CallLog } from '../../src/core/call-log.js';
import type { CallHistoryState } from '../../src/core/call-history.js';
import { KeptHistory } from '../../src/core/kept-history.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { callRecord } from '../support/call-records.js';
import { FakeCallHistory } from '../support/fake-call-history.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

const noon = Date.UTC(2026, 0, 1, 12);
const one = callRecord({ id: 'one', createdAt: noon });
const two = callRecord({ id: 'two', createdAt: noon + 60_000 });
const three = callRecord({ id: 'three', createdAt: noon + 120_000 });
const full = new Error('The disk is full.');

interface Opened {
  readonly history: KeptHistory;
  readonly storage: FakeCallHistory;
  /** The ids that are shown, each time that it changes; null while nobody knows. */
  readonly shown: (readonly string[] | null)[];
}

async function openHistory(
  identity: string | null = 'alice',
  storage = new FakeCallHistory(),
): Promise<Opened> {
  const history = new KeptHistory(() => Promise.resolve(storage));
  const shown: (readonly string[] | null)[] = [];
  history.open(identity);
  history.subscribe((state) => shown.push(idsOf(state)));
  await settle();
  return { history, storage, shown };
}

function idsOf({ records }: CallHistoryState): readonly string[] | null {
  return records?.map(({ id }) => id) ?? null;
}

describe('the history', () => {
  test('shows what was kept before, newest first, and what is added at once', async () => {
    const storage = new FakeCallHistory();
    storage.saved.set('alice', [one, two]);
    const { history, shown } = await openHistory('alice', storage);
    assert.deepEqual(shown, [null, ['two', 'one']]);
    history.add(three);
    assert.deepEqual(idsOf(history.getState()), ['three', 'two', 'one']);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['three', 'two', 'one']);
    assert.deepEqual(storage.of('alice'), [one, two, three]);
  });

  test('is not read before somebody looks, and is kept all the same', async () => {
    const storage = new FakeCallHistory();
    const history = new KeptHistory(() => Promise.resolve(storage));
    history.open('alice');
    history.add(one);
    await settle();
    assert.deepEqual(storage.commands, ['save(alice)']);
  });

  test('shows one entry for a call that rang in two tabs: the better one', async () => {
    const missed = callRecord({ id: 'here', callSid: 'CA1', openedAt: null, outcome: 'missed' });
    const answered = callRecord({ id: 'there', callSid: 'CA1' });
    const { history, storage } = await openHistory();
    history.add(missed);
    await settle();
    await storage.save('alice', answered);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['there']);
  });

  test('follows what another tab does', async () => {
    const storage = new FakeCallHistory();
    const [here, there] = [await openHistory('alice', storage), await openHistory('alice', storage)];
    here.history.add(one);
    there.history.add(two);
    await settle();
    assert.deepEqual(idsOf(here.history.getState()), ['two', 'one']);
    assert.deepEqual(idsOf(there.history.getState()), ['two', 'one']);
    await there.history.clear();
    await settle();
    assert.deepEqual(idsOf(here.history.getState()), []);
  });

  test('is one person’s: another’s calls are neither shown nor forgotten with them', async () => {
    const storage = new FakeCallHistory();
    storage.saved.set('bob', [two]);
    const { history, shown } = await openHistory('alice', storage);
    history.add(one);
    await settle();
    await history.clear();
    assert.deepEqual(storage.of('bob'), [two]);
    assert.ok(shown.every((ids) => !ids?.includes('two')));
    history.open('bob');
    assert.equal(history.getState().records, null);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['two']);
  });

  test('shows nothing before it is known whose it is', async () => {
    const { shown, storage } = await openHistory(null);
    assert.deepEqual(shown, [null]);
    assert.deepEqual(storage.commands, []);
  });

  test('answers of an identity that has changed meanwhile do not count', async () => {
    const storage = new FakeCallHistory();
    storage.saved.set('alice', [one]);
    const history = new KeptHistory(() => Promise.resolve(storage));
    history.subscribe(() => undefined);
    history.open('alice');
    history.open('bob');
    await settle();
    assert.deepEqual(idsOf(history.getState()), []);
  });

  test('is not listened for any more once the phone is over', async () => {
    const { history, storage } = await openHistory();
    assert.equal(storage.listenerCount, 1);
    history.destroy();
    await settle();
    assert.equal(storage.listenerCount, 0);
    assert.equal(storage.commands.at(-1), 'close');
  });
});

describe('a history that cannot be stored', () => {
  test('is there for this page, and is stored with the next call when that goes again', async () => {
    const { history, storage } = await openHistory();
    storage.failure = full;
    history.add(one);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['one']);
    storage.failure = null;
    history.add(two);
    await settle();
    assert.deepEqual(storage.of('alice'), [one, two]);
    assert.deepEqual(idsOf(history.getState()), ['two', 'one']);
  });

  test('shows this page’s calls where reading fails too, or the database itself does not load', async () => {
    const history = new KeptHistory(() => Promise.reject(new TypeError('Failed to fetch')));
    history.open('alice');
    history.subscribe(() => undefined);
    history.add(one);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['one']);
  });

  test('is read again by whoever looks next', async () => {
    const storage = new FakeCallHistory();
    storage.saved.set('alice', [one]);
    storage.failure = full;
    const { history } = await openHistory('alice', storage);
    assert.deepEqual(idsOf(history.getState()), []);
    storage.failure = null;
    history.subscribe(() => undefined);
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['one']);
  });

  test('says so when it was to be forgotten, and goes on showing what is still there', async () => {
    const { history, storage } = await openHistory();
    history.add(one);
    await settle();
    storage.failure = full;
    await assert.rejects(history.clear(), { code: 'history-not-cleared' });
    storage.failure = null;
    await settle();
    assert.deepEqual(idsOf(history.getState()), ['one']);
  });
});

describe('a phone', () => {
  test('keeps each call once, and its listeners hear of it', async () => {
    const phone = await registeredPhone();
    await phone.talk();
    await phone.controller.endCall();
    await phone.pass(0);
    assert.deepEqual(phone.storage.of('alice'), phone.records);
    assert.equal(phone.records.length, 1);
  });

  test('shows the same calls after a reload', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    await phone.pass(0);
    const next = await registeredPhone({ storage: phone.storage });
    next.controller.history.subscribe(() => undefined);
    await settle();
    assert.deepEqual(next.controller.history.getState().records, phone.records);
  });

  test('keeps and shows none where the page wishes none, and still tells each', async () => {
    const phone = new TestPhone();
    phone.controller.configure({ keepsHistory: false });
    await phone.controller.register();
    phone.controller.history.subscribe(() => undefined);
    phone.ring().emit({ type: 'cancel' });
    await phone.pass(0);
    assert.deepEqual(phone.storage.commands, []);
    assert.deepEqual(phone.controller.history.getState(), { isKept: false, records: null });
    assert.equal(phone.records.length, 1);
  });

  test('forgets when it is told to', async () => {
    const phone = await registeredPhone();
    phone.ring().emit({ type: 'cancel' });
    await phone.pass(0);
    await phone.controller.clearHistory();
    assert.deepEqual(phone.storage.of('alice'), []);
  });

  test('forgets as somebody signs out, a call that ends afterwards included, and whom they missed', async () => {
    const phone = await registeredPhone();
    phone.controller.history.subscribe(() => undefined);
    phone.ring().emit({ type: 'cancel' });
    await phone.pass(0);
    const port = await phone.talk();
    await phone.controller.signOut();
    assert.deepEqual(phone.storage.of('alice'), []);
    assert.equal(phone.controller.history.getState().records, null);
    assert.equal(phone.state.missedCallCount, 0);
    port.emit({ type: 'disconnect' });
    await phone.pass(0);
    assert.deepEqual(phone.storage.of('alice'), []);
    assert.equal(phone.records.length, 2);
    await phone.controller.register();
    await settle();
    assert.deepEqual(phone.controller.history.getState().records, []);
  });

  test('has signed out all the same when the history stays, and says that it did', async () => {
    const phone = await registeredPhone();
    phone.storage.failure = full;
    await assert.rejects(
      phone.controller.signOut(),
      (error) => error instanceof PhoneError && error.code === 'history-not-cleared',
    );
    await settle();
    assert.equal(phone.deviceState.status, 'unregistered');
  });
});

test('a log that follows no phone has nothing to let go of', () => {
  const phone = new TestPhone();
  assert.doesNotThrow(() => new CallLog(phone.clock, () => Promise.resolve(phone.storage)).destroy());
});
