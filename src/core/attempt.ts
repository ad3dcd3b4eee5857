import type { Pending } from './diagnostics.js';
import { Listeners } from './listeners.js';
import type { ClockPort, Unsubscribe } from './ports.js';

/** What is rejected with once an attempt was ended. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** A row of things that are waited for, each with its patience, and all of which can be given up at once. */
export class Attempt {
  readonly #clock: ClockPort;
  readonly #endings = new Listeners<GivenUp>();
  #isOver = false;

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  /** Whatever is waited for is undone, and rejects with `GivenUp`; so does all that comes later. */
  end(): void {
    this.#isOver = true;
    this.#endings.emit(new GivenUp());
  }

  /** Resolves as `begin` says, or to null when that takes too long. What `begin` hands back undoes it, in any case. */
  async wait<Value>(
    patienceInMilliseconds: number,
    begin: (resolve: (value: Value) => void, reject: (error: unknown) => void) => Unsubscribe,
  ): Promise<Value | null> {
    const undos: Unsubscribe[] = [];
    try {
      return await new Promise<Value | null>((resolve, reject) => {
        if (this.#isOver) throw new GivenUp();
        undos.push(
          this.#endings.subscribe(reject),
          this.#clock.schedule(patienceInMilliseconds, () => resolve(null)),
          begin(resolve, reject),
        );
      });
    } finally {
      for (const undo of undos) undo();
    }
  }

  /** Waits for something that is under way, and gives it up when it takes too long. */
  settle<Value>(patienceInMilliseconds: number, { result, abort }: Pending<Value>): Promise<Value | null> {
    return this.wait<Value>(patienceInMilliseconds, (resolve, reject) => {
      result.then(resolve, reject);
      return abort;
    });
  }
}
