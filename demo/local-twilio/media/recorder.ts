import type { AudioFrame, AudioSource } from './audio.js';
import { FRAME_DURATION_IN_MILLISECONDS, SAMPLES_PER_FRAME } from './audio.js';
import { ticker } from './ticker.js';

/** Listens to a source as a far end would, and keeps what it hears. */
export interface Recorder {
  /** All that was heard so far, or the last so many milliseconds of it; silence is zeros. 8 kHz. */
  samples(lastInMilliseconds?: number): Int16Array;
  /** Stops listening; what was heard stays. */
  stop(): void;
}

/** Records from now on, in real time, until it is stopped or the source ends. */
export function record(source: AudioSource): Recorder {
  const frames: (AudioFrame | null)[] = [];
  const stop = ticker.subscribe(() => frames.push(source.read()));
  void source.ended.then(stop);
  const samples = (lastInMilliseconds = Infinity) => {
    const count = Math.ceil(lastInMilliseconds / FRAME_DURATION_IN_MILLISECONDS);
    return join(frames.slice(Math.max(0, frames.length - count)));
  };
  return { samples, stop };
}

function join(frames: readonly (AudioFrame | null)[]): Int16Array {
  const samples = new Int16Array(frames.length * SAMPLES_PER_FRAME);
  frames.forEach((frame, index) => {
    if (frame) samples.set(frame, index * SAMPLES_PER_FRAME);
  });
  return samples;
}
