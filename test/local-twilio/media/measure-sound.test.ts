import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dominantFrequency, levelAt, rms } from '../../support/measure-sound.js';

function sine(
  frequencyInHertz: number,
  peak: number,
  sampleRateInHertz: number,
  length: number,
): Float32Array {
  return Float32Array.from(
    { length },
    (_, index) => peak * Math.sin((2 * Math.PI * frequencyInHertz * index) / sampleRateInHertz),
  );
}

function isNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

test('silence measures as nothing', () => {
  assert.equal(rms(new Int16Array(800)), 0);
  assert.equal(levelAt(new Int16Array(800), 600, 8000), 0);
  assert.equal(dominantFrequency(new Int16Array(800), 8000), 0);
});

test('no samples at all measure as nothing instead of NaN', () => {
  assert.equal(rms([]), 0);
  assert.equal(levelAt([], 600, 8000), 0);
  assert.equal(dominantFrequency([], 8000), 0);
});

for (const [frequency, sampleRate] of [
  [440, 8000],
  [600, 8000],
  [3100, 8000],
  [899, 48_000],
  [600.7, 44_100],
] as const) {
  test(`a sine of ${frequency} Hz at ${sampleRate} samples a second is found, with its level`, () => {
    const samples = sine(frequency, 0.3, sampleRate, sampleRate);
    isNear(dominantFrequency(samples, sampleRate), frequency, 1);
    isNear(levelAt(samples, frequency, sampleRate), 0.3 / Math.SQRT2, 0.002);
    isNear(rms(samples), 0.3 / Math.SQRT2, 0.002);
  });
}

test('telephone samples and browser samples of the same sound measure the same', () => {
  const floats = sine(600, 0.5, 8000, 8000);
  const integers = Int16Array.from(floats, (value) => value * 32_768);
  isNear(rms(integers), rms(floats), 0.0005);
  isNear(levelAt(integers, 600, 8000), levelAt(floats, 600, 8000), 0.0005);
});

test('of two tones each is measured alone, and the louder one is the dominant', () => {
  const low = sine(600, 0.1, 8000, 8000);
  const both = sine(1000, 0.3, 8000, 8000).map((value, index) => value + (low[index] ?? 0));
  isNear(levelAt(both, 600, 8000), 0.1 / Math.SQRT2, 0.002);
  isNear(levelAt(both, 1000, 8000), 0.3 / Math.SQRT2, 0.002);
  isNear(levelAt(both, 800, 8000), 0, 0.002);
  isNear(dominantFrequency(both, 8000), 1000, 1);
});
