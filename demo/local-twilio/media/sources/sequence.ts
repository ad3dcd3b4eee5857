import type { AudioSource } from '../audio.js';
import { createDeferred } from '../deferred.js';

/**
 * One source after the other; it ends with the last of them.
 *
 * The sources may come from a generator: each is asked for when the one before has ended.
 */
export function sequence(sources: Iterable<AudioSource>): AudioSource {
  return new Sequence(sources[Symbol.iterator]());
}

/** The same again and again, without an end unless the number of times is given. */
export function repeat(createSource: () => AudioSource, times = Infinity): AudioSource {
  return sequence(createRepeatedly(createSource, times));
}

function* createRepeatedly(createSource: () => AudioSource, times: number): Generator<AudioSource> {
  for (let count = 0; count < times; count += 1) yield createSource();
}

class Sequence implements AudioSource {
  readonly #sources: Iterator<AudioSource>;
  readonly #ended = createDeferred();
  #current: AudioSource | null = null;
  #isCurrentBegun = false;

  constructor(sources: Iterator<AudioSource>) {
    this.#sources = sources;
    this.#next();
  }

  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  read() {
    this.#begin();
    return this.#current?.read() ?? null;
  }

  /** Only what is read can end: else an empty source, repeated for ever, would stop the process. */
  #begin(): void {
    if (this.#isCurrentBegun || !this.#current) return;
    this.#isCurrentBegun = true;
    void this.#current.ended.then(() => this.#next());
  }

  #next(): void {
    const next = this.#sources.next();
    this.#current = next.done ? null : next.value;
    this.#isCurrentBegun = false;
    if (next.done) this.#ended.resolve();
  }
}
