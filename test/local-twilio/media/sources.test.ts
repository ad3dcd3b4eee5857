import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { busyTone, ringback } from '../../../demo/local-twilio/media/sources/call-progress.js';
import { echo } from '../../../demo/local-twilio/media/sources/echo.js';
import { mix } from '../../../demo/local-twilio/media/sources/mix.js';
import { playSamples } from '../../../demo/local-twilio/media/sources/samples.js';
import { repeat, sequence } from '../../../demo/local-twilio/media/sources/sequence.js';
import { pause, silence } from '../../../demo/local-twilio/media/sources/silence.js';
import { chord, tone } from '../../../demo/local-twilio/media/sources/tone.js';
import { dominantFrequency, levelAt, rms } from '../../support/measure-sound.js';
import { countingFrames, hasEnded, readFirstSamples, readSamples } from './read-source.js';

function isNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

describe('tone', () => {
  for (const frequency of [350, 440, 899, 2000]) {
    test(`is ${frequency} Hz with the level asked for, without a click between frames`, async () => {
      const samples = await readSamples(tone(frequency, 0.4), 50);
      isNear(dominantFrequency(samples, 8000), frequency, 1);
      isNear(levelAt(samples, frequency, 8000), 0.4 / Math.SQRT2, 0.002);
      // Nothing but the tone: a jump from frame to frame would be in here.
      isNear(rms(samples), levelAt(samples, frequency, 8000), 0.0005);
    });
  }

  test('never ends', async () => {
    const source = tone(440);
    await readSamples(source, 500);
    assert.equal(await hasEnded(source), false);
  });

  test('a chord has each of its tones at the level', async () => {
    const samples = await readSamples(chord([600, 1000], 0.2), 50);
    isNear(levelAt(samples, 600, 8000), 0.2 / Math.SQRT2, 0.002);
    isNear(levelAt(samples, 1000, 8000), 0.2 / Math.SQRT2, 0.002);
  });
});

describe('call progress', () => {
  test('ringback is 440 + 480 Hz for 2 s, then 4 s of nothing, and again', async () => {
    const source = ringback();
    for (let ring = 0; ring < 2; ring += 1) {
      const on = await readSamples(source, 100);
      isNear(levelAt(on, 440, 8000), levelAt(on, 480, 8000), 0.001);
      isNear(levelAt(on, 440, 8000), 0.106, 0.002);
      assert.equal(rms(await readSamples(source, 200)), 0);
    }
  });

  test('busy is 480 + 620 Hz, half a second on and half a second off', async () => {
    const source = busyTone();
    for (let beat = 0; beat < 3; beat += 1) {
      const on = await readSamples(source, 25);
      isNear(levelAt(on, 480, 8000), 0.106, 0.002);
      isNear(levelAt(on, 620, 8000), 0.106, 0.002);
      assert.equal(rms(await readSamples(source, 25)), 0);
    }
  });
});

describe('silence', () => {
  test('is nothing without an end', async () => {
    const source = silence();
    assert.deepEqual(await readFirstSamples(source, 3), [null, null, null]);
    assert.equal(await hasEnded(source), false);
  });

  for (const [duration, frames] of [
    [1000, 50],
    [20, 1],
    [30, 2],
  ] as const) {
    test(`a pause of ${duration} ms has ended after ${frames} frames, not one before`, async () => {
      const source = pause(duration);
      await readSamples(source, frames - 1);
      assert.equal(await hasEnded(source), false);
      source.read();
      assert.equal(await hasEnded(source), true);
    });
  }

  test('a pause of nothing has ended before it begins', async () => {
    assert.equal(await hasEnded(pause(0)), true);
  });
});

describe('samples', () => {
  test('are played once, in order, the rest of the last frame silent', async () => {
    const source = playSamples(Int16Array.from({ length: 400 }, (_, index) => index + 1));
    const played = await readSamples(source, 4);
    assert.deepEqual([played[0], played[159], played[160], played[399]], [1, 160, 161, 400]);
    assert.equal(rms(played.subarray(400)), 0);
  });

  test('end with their last frame', async () => {
    const source = playSamples(new Int16Array(400).fill(1));
    await readSamples(source, 2);
    assert.equal(await hasEnded(source), false);
    source.read();
    assert.equal(await hasEnded(source), true);
    assert.equal(source.read(), null);
  });

  test('an empty sound has ended at once', async () => {
    assert.equal(await hasEnded(playSamples(new Int16Array(0))), true);
  });
});

describe('sequence', () => {
  test('plays one source after the other without a frame between them', async () => {
    const source = sequence([countingFrames(2), pause(20), countingFrames(3)]);
    assert.deepEqual(await readFirstSamples(source, 8), [1, 2, null, 1, 2, 3, null, null]);
  });

  test('ends with the last frame of the last source', async () => {
    const source = sequence([countingFrames(1), countingFrames(2)]);
    await readFirstSamples(source, 2);
    assert.equal(await hasEnded(source), false);
    source.read();
    assert.equal(await hasEnded(source), true);
  });

  test('of nothing has ended', async () => {
    assert.equal(await hasEnded(sequence([])), true);
  });

  test('asks a generator for the next source only when the one before has ended', async () => {
    const asked: string[] = [];
    function* sources() {
      asked.push('first');
      yield countingFrames(2);
      asked.push('second');
      yield countingFrames(1);
    }
    const source = sequence(sources());
    await readFirstSamples(source, 1);
    assert.deepEqual(asked, ['first']);
    await readFirstSamples(source, 2);
    assert.deepEqual(asked, ['first', 'second']);
  });

  test('repeats as often as it is told, and then ends', async () => {
    const source = repeat(() => countingFrames(2), 2);
    assert.deepEqual(await readFirstSamples(source, 6), [1, 2, 1, 2, null, null]);
    assert.equal(await hasEnded(source), true);
  });

  test('repeats without an end when no number is given', async () => {
    const source = repeat(() => countingFrames(1));
    assert.deepEqual(await readFirstSamples(source, 5), [1, 1, 1, 1, 1]);
    assert.equal(await hasEnded(source), false);
  });

  test('an empty sound repeated for ever does not stop the process', async () => {
    const source = repeat(() => playSamples(new Int16Array(0)));
    assert.deepEqual(await readFirstSamples(source, 3), [null, null, null]);
    assert.equal(await hasEnded(source), false);
  });
});

describe('mix', () => {
  test('is the sum of its sources', async () => {
    const source = mix([countingFrames(3), silence(), countingFrames(1)]);
    assert.deepEqual(await readFirstSamples(source, 4), [2, 2, 3, null]);
  });

  test('too loud a sum is clipped and does not wrap round', async () => {
    for (const [sample, clipped] of [
      [30_000, 32_767],
      [-30_000, -32_767],
    ] as const) {
      const loud = () => playSamples(new Int16Array(160).fill(sample));
      assert.deepEqual(await readFirstSamples(mix([loud(), loud()]), 1), [clipped]);
    }
  });

  test('ends when all of its sources have', async () => {
    const source = mix([countingFrames(1), countingFrames(2)]);
    source.read();
    assert.equal(await hasEnded(source), false);
    source.read();
    assert.equal(await hasEnded(source), true);
  });
});

describe('echo', () => {
  test('says the same as much later as it is told', async () => {
    const source = echo(countingFrames(3), 40);
    assert.deepEqual(await readFirstSamples(source, 6), [null, null, 1, 2, 3, null]);
  });

  test('ends when the last of it was said, not when the source ends', async () => {
    const source = echo(countingFrames(2), 40);
    await readFirstSamples(source, 3);
    assert.equal(await hasEnded(source), false);
    source.read();
    assert.equal(await hasEnded(source), true);
  });

  test('without a delay is the source itself', async () => {
    const source = echo(countingFrames(2), 0);
    assert.deepEqual(await readFirstSamples(source, 2), [1, 2]);
    assert.equal(await hasEnded(source), true);
  });
});
