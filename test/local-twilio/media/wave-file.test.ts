import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { wave } from '../../../demo/local-twilio/media/sources/wave.js';
import { readWaveFile } from '../../../demo/local-twilio/media/wave-file.js';
import { dominantFrequency, levelAt, rms } from '../../support/measure-sound.js';
import { hasEnded, readSamples } from './read-source.js';
import { chunk, integers16, sineSecond, writeWaveFile } from './write-wave-file.js';

function isNear(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

describe('a WAVE file', () => {
  for (const [sampleRate, channels] of [
    [8000, 1],
    [8000, 2],
    [11_025, 1],
    [16_000, 1],
    [22_050, 1],
    [44_100, 2],
    [48_000, 6],
  ] as const) {
    test(`of ${sampleRate} Hz and ${channels} channels keeps its length, its pitch and its level`, () => {
      const file = writeWaveFile(sineSecond(1000, sampleRate, channels), {
        sampleRateInHertz: sampleRate,
        channelCount: channels,
      });
      const samples = readWaveFile(file);
      assert.equal(samples.length, 8000);
      isNear(dominantFrequency(samples, 8000), 1000, 1);
      isNear(levelAt(samples.subarray(400, 7600), 1000, 8000), 10_000 / 32_768 / Math.SQRT2, 0.003);
    });
  }

  test('loses what a telephone cannot carry, instead of hearing it as another tone', () => {
    const file = writeWaveFile(sineSecond(6000, 44_100), { sampleRateInHertz: 44_100 });
    assert.ok(rms(readWaveFile(file).subarray(400, 7600)) < 0.001);
  });

  test("at the telephone's own rate is left as it is", () => {
    const samples = [0, 1000, -1000, 32_000, -32_000];
    const heard = readWaveFile(writeWaveFile(integers16(samples)));
    samples.forEach((sample, index) => isNear(heard[index] ?? NaN, sample, 1));
  });

  for (const { what, bytes, bitsPerSample, encoding } of [
    { what: '8-bit integers', bytes: [128, 192, 64, 0], bitsPerSample: 8, encoding: 1 },
    { what: '16-bit integers', bytes: [0, 0, 0, 64, 0, 192, 0, 128], bitsPerSample: 16, encoding: 1 },
    {
      what: '24-bit integers',
      bytes: [0, 0, 0, 0, 0, 64, 0, 0, 192, 0, 0, 128],
      bitsPerSample: 24,
      encoding: 1,
    },
    {
      what: '32-bit integers',
      bytes: [0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 192, 0, 0, 0, 128],
      bitsPerSample: 32,
      encoding: 1,
    },
    { what: '32-bit floats', bytes: floats([0, 0.5, -0.5, -1]), bitsPerSample: 32, encoding: 3 },
    {
      what: '"extensible" integers',
      bytes: [0, 0, 0, 64, 0, 192, 0, 128],
      bitsPerSample: 16,
      encoding: 0xfffe,
    },
  ]) {
    test(`of ${what} is read`, () => {
      const heard = readWaveFile(writeWaveFile(Uint8Array.from(bytes), { bitsPerSample, encoding }));
      const expected = [0, 16_384, -16_384, -32_767];
      assert.equal(heard.length, 4);
      expected.forEach((sample, index) => isNear(heard[index] ?? NaN, sample, 1));
    });
  }

  test('of mu-law is read', () => {
    const file = writeWaveFile(Uint8Array.of(0xff, 0x80, 0x00), { bitsPerSample: 8, encoding: 7 });
    [0, 32_124, -32_124].forEach((sample, index) => isNear(readWaveFile(file)[index] ?? NaN, sample, 2));
  });

  test('may be part of a larger memory, and may have other chunks before the sound', () => {
    const file = writeWaveFile(integers16([1000, 2000]), {
      extraChunks: [chunk('LIST', Uint8Array.of(1, 2, 3))],
    });
    const inMemory = new Uint8Array(file.length + 7);
    inMemory.set(file, 7);
    assert.deepEqual([...readWaveFile(inMemory.subarray(7))], [1000, 2000]);
  });

  test('that was cut off is read as far as it goes', () => {
    const file = writeWaveFile(integers16([1000, 2000, 3000]));
    assert.deepEqual([...readWaveFile(file.subarray(0, -2))], [1000, 2000]);
  });

  test('that was written as a stream, with a length nobody knew, is read to its end', () => {
    const file = writeWaveFile(integers16([1000, 2000]));
    file.writeUInt32LE(0xffffffff, file.length - 8);
    assert.deepEqual([...readWaveFile(file)], [1000, 2000]);
  });
});

describe('what cannot be played is named', () => {
  const refused = [
    { what: 'an mp3 file with a title', bytes: Buffer.from('ID3\u0004rest'), error: /this is an mp3 file/ },
    {
      what: 'an mp3 file without one',
      bytes: Uint8Array.of(0xff, 0xfb, 0x90, 0x64),
      error: /this is an mp3 file/,
    },
    { what: 'an Ogg file', bytes: Buffer.from('OggS....'), error: /this is an Ogg file/ },
    { what: 'a FLAC file', bytes: Buffer.from('fLaC....'), error: /this is a FLAC file/ },
    {
      what: 'a page',
      bytes: Buffer.from('<!doctype html>'),
      error: /plays WAVE files only, and this is none/,
    },
    { what: 'nothing', bytes: new Uint8Array(0), error: /plays WAVE files only/ },
    {
      what: 'a file without sound',
      bytes: writeWaveFile(integers16([1])).subarray(0, 36),
      error: /no "data" chunk/,
    },
    { what: 'a file without a format', bytes: Buffer.from('RIFF\0\0\0\0WAVE'), error: /no "fmt" chunk/ },
    {
      what: 'ADPCM',
      bytes: writeWaveFile(Uint8Array.of(1, 2), { encoding: 2, bitsPerSample: 4 }),
      error: /encoding 2 with 4 bits/,
    },
    { what: 'no channel', bytes: writeWaveFile(integers16([1]), { channelCount: 0 }), error: /damaged/ },
    {
      what: 'no sample rate',
      bytes: writeWaveFile(integers16([1]), { sampleRateInHertz: 0 }),
      error: /damaged/,
    },
  ];
  for (const { what, bytes, error } of refused) {
    test(what, () => {
      assert.throws(() => wave(bytes), error);
    });
  }
});

test('a WAVE file is played once and ends', async () => {
  const source = wave(writeWaveFile(sineSecond(600, 16_000), { sampleRateInHertz: 16_000 }));
  const samples = await readSamples(source, 49);
  assert.equal(await hasEnded(source), false);
  source.read();
  assert.equal(await hasEnded(source), true);
  isNear(dominantFrequency(samples, 8000), 600, 1);
});

function floats(values: readonly number[]): number[] {
  return [...new Uint8Array(Float32Array.from(values).buffer)];
}
