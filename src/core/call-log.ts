import type { CallHistoryPort, CallHistoryState, CallHistoryStorage } from './call-history.js';
import type { CallRecord } from './call-record.js';
import { CallRecorder } from './call-recorder.js';
import type { RecordedPhone } from './call-recorder.js';
import { KeptHistory } from './kept-history.js';
import type { ClockPort, Unsubscribe } from './ports.js';

/** Writes down the calls of one phone, and keeps what it wrote. */
export interface CallLogPort extends CallHistoryPort {
  /** Records every call from now on; each record is told once. */
  follow(phone: RecordedPhone, tell: (record: CallRecord) => void): void;
  /** Whether calls are kept once they are over. They are recorded and told in any case. */
  keep(isKept: boolean): void;
  /** Whoever used the phone has signed out. Rejects with `history-not-cleared`. */
  forget(): Promise<void>;
  /** The phone is over. What is still to be told is told at once. */
  destroy(): void;
}

/** The log of one phone. It comes with what calls are made with, and so before the first call. */
export class CallLog implements CallLogPort {
  readonly #clock: ClockPort;
  readonly #history: KeptHistory;
  #recorder: CallRecorder | null = null;
  #unsubscribe: Unsubscribe = () => undefined;

  constructor(clock: ClockPort, loadStorage: () => Promise<CallHistoryStorage>) {
    this.#clock = clock;
    this.#history = new KeptHistory(loadStorage);
  }

  follow(phone: RecordedPhone, tell: (record: CallRecord) => void): void {
    this.#recorder = new CallRecorder(phone, this.#clock, (record) => {
      this.#history.add(record);
      tell(record);
    });
    this.#unsubscribe = phone.subscribeToFacts((fact) => {
      if (fact.type === 'device-registered') this.#history.open(fact.device.identity);
    });
    this.#history.open(phone.getState().device.identity);
  }

  keep(isKept: boolean): void {
    this.#history.keep(isKept);
  }

  getState(): CallHistoryState {
    return this.#history.getState();
  }

  subscribe(listener: (state: CallHistoryState) => void): Unsubscribe {
    return this.#history.subscribe(listener);
  }

  clear(): Promise<void> {
    return this.#history.clear();
  }

  forget(): Promise<void> {
    return this.#history.forget();
  }

  destroy(): void {
    this.#recorder?.destroy();
    this.#unsubscribe();
    this.#history.destroy();
  }
}
