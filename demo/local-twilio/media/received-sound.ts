import type { AudioFrame, AudioSource } from './audio.js';
import { SAMPLES_PER_FRAME } from './audio.js';
import { createDeferred } from './deferred.js';

/** One second of sound; a power of two, so that positions map to places by a mask. */
const CAPACITY = 8192;
/** 60 ms: what a listener waits for before it begins, so that packets may come unevenly. */
const DELAY = 3 * SAMPLES_PER_FRAME;
/** 200 ms: a listener that falls further behind leaves the oldest sound out. */
const LARGEST_DELAY = 10 * SAMPLES_PER_FRAME;
const TIMESTAMP_RANGE = 2 ** 32;

/**
 * What arrives by RTP, put in order: the last second of it, for any number of listeners.
 *
 * Packets may come late, in the wrong order, twice, in any length or not at all; what is missing is silence.
 */
export class ReceivedSound {
  readonly #samples = new Int16Array(CAPACITY);
  readonly #ended = createDeferred();
  #end = 0;
  #timestampAtEnd: number | null = null;

  /** Takes a packet's sound; `timestamp` is RTP's own, in samples. */
  write(timestamp: number, samples: Int16Array): void {
    let start = this.#end + this.#distanceFromEnd(timestamp);
    if (Math.abs(start - this.#end) >= CAPACITY / 2) {
      // Another sender, or one that was away: its clock says nothing about ours.
      this.#timestampAtEnd = timestamp;
      start = this.#end;
    }
    for (let position = this.#end; position < start; position += 1) this.#set(position, 0);
    samples.forEach((sample, index) => this.#set(start + index, sample));
    this.#moveEndTo(Math.max(this.#end, start + samples.length));
  }

  /** A source of its own, from now on. */
  listen(): AudioSource {
    let position = this.#end;
    let isWaiting = true;
    const read = () => {
      if (this.#end - position > LARGEST_DELAY) position = this.#end - DELAY;
      const available = this.#end - position;
      isWaiting = available < (isWaiting ? DELAY : SAMPLES_PER_FRAME);
      if (isWaiting) return null;
      position += SAMPLES_PER_FRAME;
      return this.#frameAt(position - SAMPLES_PER_FRAME);
    };
    return { read, ended: this.#ended.promise };
  }

  /** Nothing more will come. */
  end(): void {
    this.#ended.resolve();
  }

  #distanceFromEnd(timestamp: number): number {
    if (this.#timestampAtEnd === null) {
      this.#timestampAtEnd = timestamp;
      return 0;
    }
    // As a signed 32-bit number, because RTP timestamps start again at 0 after 2^32.
    return (timestamp - this.#timestampAtEnd) | 0;
  }

  #moveEndTo(end: number): void {
    const timestamp = (this.#timestampAtEnd ?? 0) + end - this.#end;
    this.#timestampAtEnd = timestamp % TIMESTAMP_RANGE;
    this.#end = end;
  }

  #set(position: number, sample: number): void {
    this.#samples[position & (CAPACITY - 1)] = sample;
  }

  #frameAt(position: number): AudioFrame {
    const frame = new Int16Array(SAMPLES_PER_FRAME);
    for (let index = 0; index < SAMPLES_PER_FRAME; index += 1) {
      frame[index] = this.#samples[(position + index) & (CAPACITY - 1)] ?? 0;
    }
    return frame;
  }
}
