/** How many zero crossings of the filter's sinc are used on each side: more is sharper and slower. */
const ZERO_CROSSINGS = 16;

/** What each sample near a position counts there; the first weight is for the sample at `offset` from it. */
interface Kernel {
  readonly offset: number;
  readonly weights: Float32Array;
}

/**
 * The same sound at another sample rate (windowed sinc). What the new rate cannot carry is filtered out
 * first: folded down, it would be heard as noise. Rates are whole numbers of hertz.
 */
export function resample(
  samples: Float32Array,
  fromRateInHertz: number,
  toRateInHertz: number,
): Float32Array {
  if (fromRateInHertz === toRateInHertz) return samples;
  const kernels = createKernels(fromRateInHertz, toRateInHertz);
  const resampled = new Float32Array(Math.round((samples.length * toRateInHertz) / fromRateInHertz));
  for (let index = 0; index < resampled.length; index += 1) {
    const kernel = kernels[index % kernels.length];
    const position = Math.floor((index * fromRateInHertz) / toRateInHertz);
    if (kernel) resampled[index] = apply(kernel, samples, position);
  }
  return resampled;
}

/** The positions between samples repeat: at 22 050 to 8000 Hz there are 160 different ones. */
function createKernels(fromRateInHertz: number, toRateInHertz: number): readonly Kernel[] {
  const bandwidth = Math.min(1, toRateInHertz / fromRateInHertz);
  const count = toRateInHertz / greatestCommonDivisor(fromRateInHertz, toRateInHertz);
  return Array.from({ length: count }, (_, index) =>
    createKernel(((index * fromRateInHertz) / toRateInHertz) % 1, bandwidth),
  );
}

function createKernel(fraction: number, bandwidth: number): Kernel {
  const reach = ZERO_CROSSINGS / bandwidth;
  const offset = Math.ceil(fraction - reach);
  const weights = Float32Array.from({ length: Math.floor(fraction + reach) - offset + 1 }, (_, index) => {
    const distance = offset + index - fraction;
    return bandwidth * sinc(distance * bandwidth) * hann(distance / reach);
  });
  return { offset, weights };
}

function apply({ offset, weights }: Kernel, samples: Float32Array, position: number): number {
  const start = position + offset;
  const end = Math.min(weights.length, samples.length - start);
  let sum = 0;
  for (let index = Math.max(0, -start); index < end; index += 1) {
    sum += (samples[start + index] ?? 0) * (weights[index] ?? 0);
  }
  return sum;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function hann(x: number): number {
  return 0.5 + 0.5 * Math.cos(Math.PI * x);
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
