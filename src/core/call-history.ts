/** The calls that are over: what a person may look at, and what keeps it for the next visit. */
import type { CallRecord } from './call-record.js';
import type { Unsubscribe } from './ports.js';

/** The oldest record gives way to the newest. */
export const MAXIMUM_RECORD_COUNT = 1_000;
/** Older records are forgotten. */
export const MAXIMUM_RECORD_AGE_IN_MILLISECONDS = 90 * 24 * 60 * 60 * 1000;

/** The history as it is now. */
export interface CallHistoryState {
  /** False where none is kept. */
  readonly isKept: boolean;
  /** Of whom this phone is registered as, newest first. Null while nobody knows: before that, and while it loads. */
  readonly records: readonly CallRecord[] | null;
}

/** The history of one phone. */
export interface CallHistoryPort {
  getState(): CallHistoryState;
  /** The listener is called at once, and again at each change, also when another page of this user makes it. */
  subscribe(listener: (state: CallHistoryState) => void): Unsubscribe;
  /** Forgets every call of whoever is registered. Rejects with `history-not-cleared`. */
  clear(): Promise<void>;
}

/** Where records outlive the page. Each method may reject: the records are kept in memory then. */
export interface CallHistoryStorage {
  /** All records of this identity, and of nobody else. */
  load(identity: string): Promise<readonly CallRecord[]>;
  /** Keeps one record a call, whoever else has saved that call. */
  save(identity: string, record: CallRecord): Promise<void>;
  clear(identity: string): Promise<void>;
  /** Another page of this origin has changed the records of an identity. */
  subscribe(listener: (identity: string) => void): Unsubscribe;
  close(): void;
}

/** The state of a history before anything is known of it. */
export const unknownHistory: CallHistoryState = Object.freeze({ isKept: true, records: null });

/** What is the same in two records of the same call. */
export function callKeyOf({ callSid, id }: CallRecord): string {
  return callSid ?? id;
}
