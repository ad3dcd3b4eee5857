import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createCallHistoryStorage } from '../../src/browser/call-history-storage.js';
import { MAXIMUM_RECORD_AGE_IN_MILLISECONDS, MAXIMUM_RECORD_COUNT } from '../../src/core/call-history.js';
import type { CallHistoryStorage } from '../../src/core/call-history.js';
import { callRecord } from '../support/call-records.js';
import { FakeClock } from '../support/fake-clock.js';

const name = 'twilio-phone/calls';
let clock: FakeClock;
let open: CallHistoryStorage[];

function openStorage(): CallHistoryStorage {
  const storage = createCallHistoryStorage(clock);
  open.push(storage);
  return storage;
}

async function idsOf(storage: CallHistoryStorage, identity = 'alice'): Promise<string[]> {
  return (await storage.load(identity)).map(({ id }) => id);
}

/** Replaces `indexedDB.open` while the work is done. */
async function withoutDatabase(error: DOMException, work: () => Promise<unknown>): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
  Object.defineProperty(IDBFactory.prototype, 'open', {
    configurable: true,
    value: () => {
      throw error;
    },
  });
  try {
    await work();
  } finally {
    if (original) Object.defineProperty(IDBFactory.prototype, 'open', original);
  }
}

beforeEach(() => {
  clock = new FakeClock();
  open = [];
});

afterEach(async () => {
  for (const storage of open) storage.close();
  await deleteDB(name);
});

describe('the history in the browser’s database', () => {
  it('is there again for the next page, by whom it is of', async () => {
    await openStorage().save('alice', callRecord({ id: 'one', createdAt: clock.now() }));
    await openStorage().save('bob', callRecord({ id: 'two', createdAt: clock.now() }));
    const next = openStorage();
    expect(await next.load('alice')).to.deep.equal([callRecord({ id: 'one', createdAt: clock.now() })]);
    expect(await idsOf(next, 'bob')).to.deep.equal(['two']);
    expect(await idsOf(next, 'ali')).to.deep.equal([]);
    expect(await idsOf(next, 'alice2')).to.deep.equal([]);
  });

  it('forgets one person’s calls, and nobody else’s', async () => {
    const storage = openStorage();
    for (const identity of ['alice', 'alice2', 'al']) {
      await storage.save(identity, callRecord({ id: identity, createdAt: clock.now() }));
    }
    await storage.clear('alice');
    expect(await idsOf(storage)).to.deep.equal([]);
    expect(await idsOf(storage, 'alice2')).to.deep.equal(['alice2']);
    expect(await idsOf(storage, 'al')).to.deep.equal(['al']);
  });

  it('loses no call of two tabs that write at once, and keeps one entry of a call that rang in both', async () => {
    const [here, there] = [openStorage(), openStorage()];
    const createdAt = clock.now();
    const shared = { callSid: 'CA1', createdAt };
    await Promise.all([
      here.save('alice', callRecord({ id: 'here', createdAt })),
      there.save('alice', callRecord({ id: 'there', createdAt })),
      here.save('alice', callRecord({ ...shared, id: 'missed', openedAt: null, outcome: 'missed' })),
      there.save('alice', callRecord({ ...shared, id: 'answered' })),
    ]);
    expect((await idsOf(here)).sort()).to.deep.equal(['answered', 'here', 'there']);
  });

  it('tells other tabs whose calls have changed', async () => {
    const [here, there] = [openStorage(), openStorage()];
    const heard: string[] = [];
    const unsubscribe = there.subscribe((identity) => heard.push(identity));
    const next = (count: number) =>
      new Promise<void>((resolve) => {
        const look = (): void => void (heard.length >= count ? resolve() : setTimeout(look));
        look();
      });
    await here.save('alice', callRecord({ createdAt: clock.now() }));
    await next(1);
    await here.clear('bob');
    await next(2);
    expect(heard).to.deep.equal(['alice', 'bob']);
    unsubscribe();
  });

  it('lets the oldest go for the newest, and what is too old', async () => {
    const storage = openStorage();
    const start = clock.now();
    await storage.save('alice', callRecord({ id: 'first', createdAt: start }));
    const database = await openDB(name);
    const transaction = database.transaction('calls', 'readwrite');
    for (let index = 1; index < MAXIMUM_RECORD_COUNT; index += 1) {
      const record = callRecord({ id: `call-${index}`, createdAt: start + index });
      await transaction.store.put({
        identity: 'alice',
        call: record.id,
        createdAt: record.createdAt,
        record,
      });
    }
    await transaction.done;
    database.close();
    expect((await idsOf(storage)).length).to.equal(MAXIMUM_RECORD_COUNT);
    await storage.save('alice', callRecord({ id: 'last', createdAt: start + MAXIMUM_RECORD_COUNT }));
    const ids = await idsOf(storage);
    expect([ids.length, ids[0], ids.at(-1)]).to.deep.equal([MAXIMUM_RECORD_COUNT, 'call-1', 'last']);
    clock.tick(MAXIMUM_RECORD_AGE_IN_MILLISECONDS + MAXIMUM_RECORD_COUNT);
    expect(await idsOf(storage)).to.deep.equal(['last']);
    await storage.save('alice', callRecord({ id: 'newest', createdAt: clock.now() }));
    clock.jump(-MAXIMUM_RECORD_AGE_IN_MILLISECONDS);
    expect(await idsOf(storage), 'gone, not only hidden').to.deep.equal(['last', 'newest']);
  });

  it('gives way to a newer version of itself, and is not waited for by that', async () => {
    const storage = openStorage();
    await storage.save('alice', callRecord({ createdAt: clock.now() }));
    const newer = await openDB(name, 2);
    newer.close();
    let failure: unknown;
    await storage.load('alice').catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(DOMException).and.have.property('name', 'VersionError');
  });

  it('rejects where the page may have no database, but has nothing to forget there', async () => {
    const storage = openStorage();
    const forbidden = new DOMException('Not here.', 'SecurityError');
    await withoutDatabase(forbidden, async () => {
      let failure: unknown;
      await storage.save('alice', callRecord()).catch((error: unknown) => (failure = error));
      expect(failure).to.equal(forbidden);
      await storage.clear('alice');
    });
    await storage.save('alice', callRecord({ id: 'later', createdAt: clock.now() }));
    expect(await idsOf(storage), 'and tries again').to.deep.equal(['later']);
  });

  it('says when it could not forget', async () => {
    const storage = openStorage();
    await withoutDatabase(new DOMException('Broken.', 'UnknownError'), async () => {
      let failure: unknown;
      await storage.clear('alice').catch((error: unknown) => (failure = error));
      expect(failure).to.have.property('name', 'UnknownError');
    });
  });
});
