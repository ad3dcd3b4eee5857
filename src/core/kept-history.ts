import { callKeyOf, MAXIMUM_RECORD_COUNT, unknownHistory } from './call-history.js';
import type { CallHistoryPort, CallHistoryState, CallHistoryStorage } from './call-history.js';
import { betterRecord } from './call-record.js';
import type { CallRecord } from './call-record.js';
import { Listeners } from './listeners.js';
import { PhoneError } from './phone-error.js';
import type { Unsubscribe } from './ports.js';

/**
 * The history of one identity at a time. What the storage does not take stays in memory, is shown all the same,
 * and is offered to it again with the next call: no call is lost to this page because a disk is full.
 */
export class KeptHistory implements CallHistoryPort {
  readonly #loadStorage: () => Promise<CallHistoryStorage>;
  readonly #listeners = new Listeners<CallHistoryState>();
  #opening: Promise<CallHistoryStorage> | null = null;
  #stopListening: Unsubscribe = () => undefined;
  #isKept = true;
  #isOpen = false;
  #identity: string | null = null;
  /** Null until it was read. */
  #stored: readonly CallRecord[] | null = null;
  /** The last to be read: what an older one still finds does not count. */
  #reading: symbol | null = null;
  #hasFailed = false;
  #unsaved: readonly CallRecord[] = [];
  #isSaving = false;
  #state = unknownHistory;

  /** @param loadStorage is asked when there is something to save or to show, and again when it failed. */
  constructor(loadStorage: () => Promise<CallHistoryStorage>) {
    this.#loadStorage = loadStorage;
  }

  getState(): CallHistoryState {
    return this.#state;
  }

  subscribe(listener: (state: CallHistoryState) => void): Unsubscribe {
    const unsubscribe = this.#listeners.subscribe(listener);
    listener(this.#state);
    if (this.#stored === null || this.#hasFailed) void this.#read();
    return unsubscribe;
  }

  /** From now on it is this identity's calls that are kept and shown. */
  open(identity: string | null): void {
    const isSame = this.#isOpen && identity === this.#identity;
    this.#isOpen = true;
    if (!isSame) this.#change(identity);
  }

  /** Whether calls are kept and shown at all. */
  keep(isKept: boolean): void {
    if (isKept === this.#isKept) return;
    this.#isKept = isKept;
    this.#unsaved = [];
    this.#change(this.#identity);
  }

  /** A call is over. */
  add(record: CallRecord): void {
    if (!this.#isKept || !this.#isOpen || record.identity === null) return;
    this.#unsaved = [record, ...this.#unsaved].slice(0, MAXIMUM_RECORD_COUNT);
    this.#show();
    void this.#save();
  }

  async clear(): Promise<void> {
    const identity = this.#identity;
    if (identity === null) return;
    this.#unsaved = this.#unsaved.filter((record) => record.identity !== identity);
    this.#reading = null;
    try {
      await (await this.#storage()).clear(identity);
    } catch (cause) {
      void this.#read();
      throw new PhoneError('history-not-cleared', 'The call history could not be cleared.', { cause });
    }
    if (identity !== this.#identity) return;
    this.#stored = [];
    this.#show();
  }

  /** Whoever used this phone is gone: forgets, and keeps and shows nothing until it is opened again. */
  async forget(): Promise<void> {
    const clearing = this.clear();
    this.#isOpen = false;
    this.#change(null);
    await clearing;
  }

  destroy(): void {
    this.#stopListening();
    const opening = this.#opening;
    this.#opening = null;
    // What is being saved is still saved.
    opening?.then((storage) => storage.close()).catch(() => undefined);
  }

  #change(identity: string | null): void {
    this.#identity = identity;
    this.#stored = null;
    this.#show();
    void this.#read();
  }

  /** Read when somebody looks: a page that shows no history reads none. */
  async #read(): Promise<void> {
    const identity = this.#identity;
    if (identity === null || !this.#isKept || this.#listeners.count === 0) return;
    const reading = (this.#reading = Symbol('reading'));
    const records = await this.#load(identity);
    if (this.#reading !== reading || identity !== this.#identity) return;
    this.#hasFailed = records === null;
    this.#stored = records ?? this.#stored ?? [];
    this.#show();
  }

  /** Null when it cannot be read now. */
  async #load(identity: string): Promise<readonly CallRecord[] | null> {
    try {
      return await (await this.#storage()).load(identity);
    } catch {
      return null;
    }
  }

  /** In the order in which the calls ended. */
  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    try {
      for (let record = this.#unsaved.at(-1); record; record = this.#unsaved.at(-1))
        await this.#saveOne(record);
    } catch {
      // It stays in memory.
    } finally {
      this.#isSaving = false;
    }
  }

  async #saveOne(record: CallRecord): Promise<void> {
    const { identity } = record;
    if (identity !== null) await (await this.#storage()).save(identity, record);
    // It may have been forgotten meanwhile.
    if (!this.#unsaved.includes(record)) return;
    this.#unsaved = this.#unsaved.filter((other) => other !== record);
    if (identity === this.#identity && this.#stored) this.#stored = [record, ...this.#stored];
  }

  #storage(): Promise<CallHistoryStorage> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<CallHistoryStorage> {
    const storage = await this.#loadStorage();
    this.#stopListening();
    this.#stopListening = storage.subscribe((identity) => this.#hearChange(identity));
    return storage;
  }

  /** Nobody looks: it is read again when somebody does. */
  #hearChange(identity: string): void {
    if (identity !== this.#identity) return;
    if (this.#listeners.count === 0) this.#stored = null;
    void this.#read();
  }

  #show(): void {
    const identity = this.#identity;
    const isKnown = this.#isKept && identity !== null && this.#stored !== null;
    const own = this.#unsaved.filter((record) => record.identity === identity);
    const records = isKnown ? newestFirst([...own, ...(this.#stored ?? [])]) : null;
    this.#state = Object.freeze({ isKept: this.#isKept, records });
    this.#listeners.emit(this.#state);
  }
}

/** Each call once. */
function newestFirst(records: readonly CallRecord[]): readonly CallRecord[] {
  const byCall = new Map<string, CallRecord>();
  for (const record of records) {
    const key = callKeyOf(record);
    const known = byCall.get(key);
    byCall.set(key, known ? betterRecord(known, record) : record);
  }
  const sorted = [...byCall.values()].sort((one, other) => other.createdAt - one.createdAt);
  return Object.freeze(sorted.slice(0, MAXIMUM_RECORD_COUNT));
}
