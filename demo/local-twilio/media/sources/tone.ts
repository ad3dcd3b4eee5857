import type { AudioSource } from '../audio.js';
import { SAMPLE_RATE_IN_HERTZ, SAMPLES_PER_FRAME } from '../audio.js';
import { endless } from './endless.js';

/** The level at which tones are heard well without hurting: a sine of RMS 0.18. */
export const COMFORTABLE_LEVEL = 0.25;
const FULL_SCALE = 32_767;

/** A sine without an end. `level` is its peak, 1 being the loudest there is. */
export function tone(frequencyInHertz: number, level = COMFORTABLE_LEVEL): AudioSource {
  return chord([frequencyInHertz], level);
}

/** Several sines at once, each of them with this peak level. */
export function chord(frequenciesInHertz: readonly number[], level = COMFORTABLE_LEVEL): AudioSource {
  let position = 0;
  return endless(() => {
    const frame = Int16Array.from({ length: SAMPLES_PER_FRAME }, (_, index) =>
      Math.round(FULL_SCALE * level * sineSum(frequenciesInHertz, position + index)),
    );
    position += SAMPLES_PER_FRAME;
    return frame;
  });
}

function sineSum(frequenciesInHertz: readonly number[], position: number): number {
  const time = position / SAMPLE_RATE_IN_HERTZ;
  return frequenciesInHertz.reduce((sum, frequency) => sum + Math.sin(2 * Math.PI * frequency * time), 0);
}
