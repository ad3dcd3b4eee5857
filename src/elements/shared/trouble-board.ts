import type { CallController } from '../../core/call-controller.js';
import { Listeners } from '../../core/listeners.js';
import type { PhoneError } from '../../core/phone-error.js';
import type { Unsubscribe } from '../../core/ports.js';

/** What an element could not do for the person, where no call and no state knows of it. */
export interface FailedAttempt {
  readonly error: PhoneError;
  tryAgain(): Promise<unknown>;
}

/**
 * What the elements of one phone know of its trouble beside its state: who says it, what failed before there was
 * a call, and what the person has seen. So it is said in one place.
 */
export class TroubleBoard {
  readonly #listeners = new Listeners<undefined>();
  readonly #places = new Set<Element>();
  #attempt: FailedAttempt | null = null;
  #seenCallId: string | null = null;

  /** True while an element stands in the page that says all trouble of this phone. */
  get hasPlace(): boolean {
    return this.#places.size > 0;
  }

  get attempt(): FailedAttempt | null {
    return this.#attempt;
  }

  /** The call whose trouble the person has seen, or gone on from. */
  get seenCallId(): string | null {
    return this.#seenCallId;
  }

  /** Says that an element is where trouble stands; the answer takes it away again. */
  take(place: Element): Unsubscribe {
    this.#places.add(place);
    this.#tell();
    return () => {
      this.#places.delete(place);
      this.#tell();
    };
  }

  note(attempt: FailedAttempt): void {
    this.#attempt = attempt;
    this.#tell();
  }

  /** The person has seen what failed, or goes on to something else. */
  dismiss(callId: string | null): void {
    const seenCallId = callId ?? this.#seenCallId;
    if (this.#attempt === null && seenCallId === this.#seenCallId) return;
    this.#attempt = null;
    this.#seenCallId = seenCallId;
    this.#tell();
  }

  subscribe(listener: () => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  #tell(): void {
    this.#listeners.emit(undefined);
  }
}

const boards = new WeakMap<CallController, TroubleBoard>();

/** The board of a phone: one for all its elements. */
export function boardOf(controller: CallController): TroubleBoard {
  const board = boards.get(controller) ?? new TroubleBoard();
  boards.set(controller, board);
  return board;
}
