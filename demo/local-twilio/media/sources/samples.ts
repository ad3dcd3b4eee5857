import type { AudioSource } from '../audio.js';
import { SAMPLES_PER_FRAME } from '../audio.js';
import { finite } from './finite.js';

/** Plays 8 kHz samples once; the last frame is filled up with silence. */
export function playSamples(samples: Int16Array): AudioSource {
  return finite(Math.ceil(samples.length / SAMPLES_PER_FRAME), (index) => {
    const frame = new Int16Array(SAMPLES_PER_FRAME);
    frame.set(samples.subarray(index * SAMPLES_PER_FRAME, (index + 1) * SAMPLES_PER_FRAME));
    return frame;
  });
}
