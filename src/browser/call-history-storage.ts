import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { callKeyOf, MAXIMUM_RECORD_AGE_IN_MILLISECONDS, MAXIMUM_RECORD_COUNT } from '../core/call-history.js';
import type { CallHistoryStorage } from '../core/call-history.js';
import { betterRecord } from '../core/call-record.js';
import type { CallRecord } from '../core/call-record.js';
import type { ClockPort, Unsubscribe } from '../core/ports.js';

/** The name of the database, and of the channel by which pages hear of each other's changes. */
const name = 'twilio-phone/calls';
/** Another version forgets what this one wrote: what is read must never be of a shape that nobody expects. */
const version = 1;

interface Row {
  readonly identity: string;
  /** One row a call, whichever of this user's tabs it rang in. */
  readonly call: string;
  readonly createdAt: number;
  readonly record: CallRecord;
}

interface Schema extends DBSchema {
  readonly calls: {
    readonly key: [identity: string, call: string];
    readonly value: Row;
    readonly indexes: { readonly byTime: [identity: string, createdAt: number] };
  };
}

/** The history in the browser's own database, which every page of this origin shares. Nothing is opened yet. */
export function createCallHistoryStorage(clock: ClockPort): CallHistoryStorage {
  return new BrowserCallHistory(clock);
}

class BrowserCallHistory implements CallHistoryStorage {
  readonly #clock: ClockPort;
  readonly #channel = new BroadcastChannel(name);
  #opening: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  async load(identity: string): Promise<readonly CallRecord[]> {
    const database = await this.#open();
    const rows = await database.getAllFromIndex('calls', 'byTime', since(identity, this.#oldest));
    return rows.map(({ record }) => record).slice(-MAXIMUM_RECORD_COUNT);
  }

  /** In one transaction, so that two tabs that save the same call at once do not lose the better record. */
  async save(identity: string, record: CallRecord): Promise<void> {
    const transaction = (await this.#open()).transaction('calls', 'readwrite');
    const call = callKeyOf(record);
    const known = await transaction.store.get([identity, call]);
    const better = known ? betterRecord(known.record, record) : record;
    await transaction.store.put({ identity, call, createdAt: better.createdAt, record: better });
    await this.#trim(identity, transaction);
    await transaction.done;
    this.#channel.postMessage(identity);
  }

  async clear(identity: string): Promise<void> {
    const database = await this.#open().catch(refuseUnlessForbidden);
    await database?.delete('calls', IDBKeyRange.bound([identity], [identity, []]));
    this.#channel.postMessage(identity);
  }

  subscribe(listener: (identity: string) => void): Unsubscribe {
    const handleMessage = ({ data }: MessageEvent<unknown>): void => listener(String(data));
    this.#channel.addEventListener('message', handleMessage);
    return () => this.#channel.removeEventListener('message', handleMessage);
  }

  close(): void {
    this.#channel.close();
    void this.#opening?.then((database) => database.close()).catch(() => undefined);
    this.#opening = null;
  }

  get #oldest(): number {
    return this.#clock.now() - MAXIMUM_RECORD_AGE_IN_MILLISECONDS;
  }

  async #trim(identity: string, { store }: IDBPTransaction<Schema, ['calls'], 'readwrite'>): Promise<void> {
    const byTime = store.index('byTime');
    let surplus = (await byTime.count(since(identity, 0))) - MAXIMUM_RECORD_COUNT;
    for (let row = await byTime.openCursor(since(identity, 0)); row; row = await row.continue()) {
      if (surplus <= 0 && row.value.createdAt >= this.#oldest) return;
      await row.delete();
      surplus -= 1;
    }
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    return new Promise((resolve, reject) => {
      const forget = (): void => void (this.#opening = null);
      openDB<Schema>(name, version, {
        upgrade(database) {
          for (const store of database.objectStoreNames) database.deleteObjectStore(store);
          const calls = database.createObjectStore('calls', { keyPath: ['identity', 'call'] });
          calls.createIndex('byTime', ['identity', 'createdAt']);
        },
        // A tab with an older version of this library keeps the database: it is not waited for.
        blocked: () => reject(new DOMException('Another tab blocks the database.', 'InvalidStateError')),
        // A tab with a newer version wants it.
        blocking: (_current, _wanted, { target }) => {
          (target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }).then(resolve, reject);
    });
  }
}

/** This identity's rows from a time on, and nobody else's. */
function since(identity: string, at: number): IDBKeyRange {
  return IDBKeyRange.bound([identity, at], [identity, Infinity]);
}

/** Where a page may have no database, as in a private window or a sandboxed frame, nothing is kept to be cleared. */
function refuseUnlessForbidden(error: unknown): null {
  if (error instanceof DOMException && error.name === 'SecurityError') return null;
  throw error;
}
