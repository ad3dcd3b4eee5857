import type { PhoneFact } from './phone-fact.js';
import type { ClockPort } from './ports.js';

/** An evening's calls; and little enough to be read by a person. */
export const LONGEST_HISTORY = 200;

/** A fact as it was. It never leaves the page: `FactTeller` says what may be told of it. */
export interface KeptFact {
  /** Wall clock, milliseconds. */
  readonly at: number;
  readonly fact: PhoneFact;
}

/** Remembers the last facts of a phone. */
export class FactHistory {
  readonly #clock: ClockPort;
  readonly #facts: KeptFact[] = [];

  constructor(clock: ClockPort) {
    this.#clock = clock;
  }

  /** The oldest first. */
  get facts(): readonly KeptFact[] {
    return this.#facts;
  }

  note(fact: PhoneFact): void {
    this.#facts.push({ at: this.#clock.now(), fact });
    if (this.#facts.length > LONGEST_HISTORY) this.#facts.shift();
  }
}
