/**
 * Commands are wishes. A wish shows as pending until the fact that it asked for has happened, or cannot
 * happen any more; only then does its promise settle. It changes nothing else by itself.
 */
import { isPhoneError, PhoneError } from './phone-error.js';
import type { PhoneFact } from './phone-fact.js';
import type { CallCommand, Command, PhoneCommand } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';

/** What a fact means for a wish: fulfilled with a result, failed with an error, or (null) nothing. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: PhoneError } | null;

interface Wish<Result> {
  /** Begins what was wished for. Called at once, so that a click's rights still hold. */
  act(): void | Promise<void>;
  outcomeOf(fact: PhoneFact): Outcome<Result>;
}

export interface CallWish<Result> extends Wish<Result> {
  readonly command: CallCommand;
  readonly callId: string;
}

export interface PhoneWish<Result> extends Wish<Result> {
  readonly command: PhoneCommand;
}

export class Wishes {
  readonly #store: PhoneStore;
  readonly #underWay = new Map<(error: PhoneError) => void, Command>();

  constructor(store: PhoneStore) {
    this.#store = store;
  }

  /** Settles when the fact has happened; rejects with a `PhoneError` when it no longer can. */
  make<Result>(wish: CallWish<Result> | PhoneWish<Result>): Promise<Result> {
    this.#showPending(wish, true);
    return new Promise<Result>((resolve, reject) => {
      const settle = (tell: () => void): void => {
        // What began the wish may still fail after the fact that ended it.
        if (!this.#underWay.delete(fail)) return;
        unsubscribe();
        this.#showPending(wish, false);
        tell();
      };
      const fail = (reason: unknown): void =>
        settle(() => reject(isPhoneError(reason) ? reason : unexpectedFailure(reason)));
      this.#underWay.set(fail, wish.command);
      const unsubscribe = this.#store.subscribeToFacts((fact) => {
        const outcome = wish.outcomeOf(fact);
        if (outcome === null) return;
        if ('error' in outcome) fail(outcome.error);
        else settle(() => resolve(outcome.result));
      });
      begin(wish).catch(fail);
    });
  }

  /** Nothing can come of it any more: every wish under way fails, or each for that one command. */
  failAll(error: PhoneError, command?: Command): void {
    for (const [fail, wished] of [...this.#underWay]) {
      if (command === undefined || command === wished) fail(error);
    }
  }

  #showPending(wish: CallWish<unknown> | PhoneWish<unknown>, isPending: boolean): void {
    if (!('callId' in wish)) {
      const { pending } = this.#store.getState().device;
      this.#store.setDevice({ pending: toggled(pending, wish.command, isPending) });
      return;
    }
    const call = this.#store.findCall(wish.callId);
    if (!call || call.status === 'closed') return;
    this.#store.setCall(Object.freeze({ ...call, pending: toggled(call.pending, wish.command, isPending) }));
  }
}

async function begin(wish: Wish<unknown>): Promise<void> {
  await wish.act();
}

function toggled<Name>(names: readonly Name[], name: Name, isThere: boolean): readonly Name[] {
  const others = names.filter((other) => other !== name);
  return Object.freeze(isThere ? [...others, name] : others);
}

function unexpectedFailure(reason: unknown): PhoneError {
  return new PhoneError('call-failed', 'Something failed that was not foreseen.', { cause: reason });
}
