/**
 * Sees to it that nobody is left hanging at the far end. A hang-up that the network did not take, or may not
 * have taken, is remembered: said again when there is a connection, and meanwhile asked of the backend. What
 * is remembered outlives the page.
 */
import type { CallActionsPort, ClockPort, MemoryPort, RandomPort, Unsubscribe } from './ports.js';

/** A connection that is dead without a word is known to be so after 15 s: until then a hang-up may be lost. */
export const DOUBT_IN_MILLISECONDS = 20_000;
/** By then Twilio has ended the call itself: it waits a minute for sound. */
export const LONGEST_MEMORY_IN_MILLISECONDS = 600_000;
/** Between two questions to the backend: at least so long, and chance adds up to as much as the failures are. */
export const MINIMUM_ASKING_DELAY_IN_MILLISECONDS = 1_000;
export const MAXIMUM_ASKING_SPREAD_IN_MILLISECONDS = 29_000;

/** A call that ended here, by the name that Twilio knows it by. */
export interface HangUp {
  readonly callSid: string;
  /** False where nothing could be sent, or nobody knows whether it still was. */
  readonly wasSent: boolean;
}

/** What the signalling connection tells of itself. */
export type HangUpPortEvent =
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  | { readonly type: 'hang-up'; readonly hangUp: HangUp };

/** The signalling connection, as far as hang-ups go. */
export interface HangUpPort {
  readonly isConnected: boolean;
  subscribe(listener: (event: HangUpPortEvent) => void): Unsubscribe;
  /** Says once more that a call is over. To be asked only while connected. */
  repeat(callSid: string): void;
}

/** A hang-up in memory. */
export interface RememberedHangUp {
  readonly callSid: string;
  /** Wall clock, milliseconds: it is compared after a reload too. */
  readonly endedAt: number;
}

interface HangUpsParts {
  readonly line: HangUpPort;
  readonly actions: CallActionsPort;
  readonly memory: MemoryPort<readonly RememberedHangUp[]>;
  readonly clock: ClockPort;
  readonly random: RandomPort;
}

interface Pending extends RememberedHangUp {
  /** It was not sent, or may be lost: the backend is asked too. */
  readonly isInDoubt: boolean;
  /** False once whoever hung up has signed out: then it does not outlive the page. */
  readonly isStored: boolean;
  /** Set once it was said over a connection: cancels the moment at which it has arrived. */
  readonly cancelTrust: Unsubscribe | null;
}

export class HangUps {
  readonly #parts: HangUpsParts;
  readonly #pending = new Map<string, Pending>();
  readonly #unsubscribe: Unsubscribe;
  #failures = 0;
  #isAsking = false;
  #cancelAsking: Unsubscribe = () => undefined;

  constructor(parts: HangUpsParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.line.subscribe((event) => this.#hear(event));
    for (const remembered of this.#recall())
      this.#keep({ ...remembered, isInDoubt: true, isStored: true, cancelTrust: null });
    if (parts.line.isConnected) this.#repeatAll();
    else this.check();
  }

  /** The network may be back: the backend is asked at once. */
  check(): void {
    this.#failures = 0;
    this.#cancelAsking();
    void this.#ask();
  }

  /** Whoever hung up has signed out: it is still said, but only by this page, and nothing stays of it. */
  forget(): void {
    for (const pending of this.#current()) this.#keep({ ...pending, isStored: false });
    this.#save();
    this.check();
  }

  /** Tries nothing any more. What was remembered stays so, for the page that comes next. */
  destroy(): void {
    this.#unsubscribe();
    this.#cancelAsking();
    for (const { cancelTrust } of this.#pending.values()) cancelTrust?.();
    this.#pending.clear();
  }

  #hear(event: HangUpPortEvent): void {
    if (event.type === 'connected') this.#repeatAll();
    else if (event.type === 'disconnected') this.#doubtAll();
    else this.#take(event.hangUp);
  }

  #take({ callSid, wasSent }: HangUp): void {
    const endedAt = this.#parts.clock.now();
    this.#keep({ callSid, endedAt, isInDoubt: !wasSent, isStored: true, cancelTrust: null });
    this.#save();
    if (wasSent) this.#trust(callSid);
    else this.check();
  }

  #repeatAll(): void {
    for (const { callSid, cancelTrust } of this.#current()) {
      if (cancelTrust) continue;
      this.#parts.line.repeat(callSid);
      this.#trust(callSid);
    }
    this.check();
  }

  /** Said over a connection that seems to be there: when it still is after a while, the hang-up has arrived. */
  #trust(callSid: string): void {
    const pending = this.#pending.get(callSid);
    if (!pending) return;
    const cancelTrust = this.#parts.clock.schedule(DOUBT_IN_MILLISECONDS, () => this.#forget(callSid));
    this.#keep({ ...pending, cancelTrust });
  }

  #doubtAll(): void {
    for (const pending of this.#current()) this.#keep({ ...pending, isInDoubt: true, cancelTrust: null });
    this.check();
  }

  /** Asks the backend; where it cannot be asked, again after a while. */
  async #ask(): Promise<void> {
    if (this.#isAsking || !this.#parts.actions.isOffered('end')) return;
    const doubtful = this.#current().filter(({ isInDoubt }) => isInDoubt);
    if (doubtful.length === 0) return;
    this.#isAsking = true;
    const answers = await Promise.all(doubtful.map(({ callSid }) => this.#askFor(callSid)));
    this.#isAsking = false;
    if (answers.includes(false)) this.#askLater();
    else void this.#ask();
  }

  async #askFor(callSid: string): Promise<boolean> {
    const isDone = await this.#parts.actions.end(callSid);
    if (isDone) this.#forget(callSid);
    return isDone;
  }

  #askLater(): void {
    if (this.#pending.size === 0) return;
    const { clock, random } = this.#parts;
    const spread = Math.min(MAXIMUM_ASKING_SPREAD_IN_MILLISECONDS, 1_000 * 2 ** this.#failures);
    this.#failures += 1;
    this.#cancelAsking();
    const delay = MINIMUM_ASKING_DELAY_IN_MILLISECONDS + Math.round(random() * spread);
    this.#cancelAsking = clock.schedule(delay, () => void this.#ask());
  }

  /** What is remembered still; what is too old is forgotten here. */
  #current(): readonly Pending[] {
    for (const pending of [...this.#pending.values()]) {
      if (this.#isTooOld(pending)) this.#forget(pending.callSid);
    }
    return [...this.#pending.values()];
  }

  #keep(pending: Pending): void {
    const former = this.#pending.get(pending.callSid);
    if (former?.cancelTrust !== pending.cancelTrust) former?.cancelTrust?.();
    this.#pending.set(pending.callSid, pending);
  }

  #forget(callSid: string): void {
    this.#pending.get(callSid)?.cancelTrust?.();
    if (this.#pending.delete(callSid)) this.#save();
  }

  #isTooOld({ endedAt }: RememberedHangUp): boolean {
    return this.#parts.clock.now() - endedAt > LONGEST_MEMORY_IN_MILLISECONDS;
  }

  #save(): void {
    const stored = [...this.#pending.values()].filter(({ isStored }) => isStored);
    this.#parts.memory.save(stored.map(({ callSid, endedAt }) => ({ callSid, endedAt })));
  }

  /** Storage may hand back anything. */
  #recall(): readonly RememberedHangUp[] {
    const remembered = this.#parts.memory.load();
    if (!Array.isArray(remembered)) return [];
    return remembered.filter(isHangUp).filter((hangUp) => !this.#isTooOld(hangUp));
  }
}

function isHangUp(value: unknown): value is RememberedHangUp {
  const { callSid, endedAt } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<string, unknown>
  >;
  return typeof callSid === 'string' && typeof endedAt === 'number';
}
