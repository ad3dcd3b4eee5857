/** What a far end hears, in numbers. Samples are 16-bit integers, or floats from -1 to 1; answers are from 0 to 1. */

/** Sound as telephones (`Int16Array`) or as browsers (`Float32Array`, plain numbers) write it. */
export type Samples = Int16Array | Float32Array | readonly number[];

/** More would only be slower: at 8 kHz this is half a second, and bins 2 Hz apart. */
const LONGEST_ANALYSIS = 4096;
const FULL_SCALE = 32_768;
const LOWEST_FREQUENCY_IN_HERTZ = 20;

/** How loud it is altogether, as the root mean square: 0 is silence, a full sine 0.71. */
export function rms(samples: Samples): number {
  const values = toFloats(samples);
  if (values.length === 0) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** How loud this one frequency is, as the root mean square of its sine (Goertzel's algorithm). */
export function levelAt(samples: Samples, frequencyInHertz: number, sampleRateInHertz: number): number {
  return goertzel(toFloats(samples), frequencyInHertz / sampleRateInHertz);
}

/** The loudest frequency, to within about 1 Hz of a steady tone; 0 for silence. Looks at the last half second. */
export function dominantFrequency(samples: Samples, sampleRateInHertz: number): number {
  const values = toFloats(samples).slice(-LONGEST_ANALYSIS);
  if (rms(values) === 0) return 0;
  const lowest = LOWEST_FREQUENCY_IN_HERTZ / sampleRateInHertz;
  const coarse = loudest(values, lowest, 0.5, 1 / values.length);
  const step = 1 / values.length;
  const fine = loudest(values, Math.max(lowest, coarse - step), coarse + step, step / 40);
  return fine * sampleRateInHertz;
}

/** Frequencies here are in cycles a sample. */
function loudest(values: Float32Array, from: number, to: number, step: number): number {
  let best = from;
  let bestLevel = 0;
  for (let frequency = from; frequency < to; frequency += step) {
    const level = goertzel(values, frequency);
    if (level > bestLevel) [best, bestLevel] = [frequency, level];
  }
  return best;
}

function goertzel(values: Float32Array, frequency: number): number {
  if (values.length === 0) return 0;
  const coefficient = 2 * Math.cos(2 * Math.PI * frequency);
  let previous = 0;
  let beforePrevious = 0;
  for (const value of values) {
    const next = value + coefficient * previous - beforePrevious;
    beforePrevious = previous;
    previous = next;
  }
  const power = previous ** 2 + beforePrevious ** 2 - coefficient * previous * beforePrevious;
  // The amplitude is 2 / length of the transform's magnitude; the RMS of a sine is its amplitude / √2.
  return (Math.sqrt(Math.max(0, power)) * Math.SQRT2) / values.length;
}

function toFloats(samples: Samples): Float32Array {
  if (samples instanceof Float32Array) return samples;
  if (samples instanceof Int16Array) return Float32Array.from(samples, (sample) => sample / FULL_SCALE);
  return Float32Array.from(samples);
}
