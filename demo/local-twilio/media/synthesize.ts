import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';

import { readWaveFile } from './wave-file.js';

const synthesizerPath = createRequire(import.meta.url).resolve('text2wav');
const LONGEST_SPEECH_IN_BYTES = 2 ** 27;
const LARGEST_CACHE = 100;

const spoken = new Map<string, Promise<Int16Array>>();

/**
 * A text as 8 kHz samples, in a voice of espeak-ng (`en-us`, `de+f3`). What was spoken before is kept.
 * Rejects when there is no such voice.
 */
export function synthesize(text: string, voice: string): Promise<Int16Array> {
  const key = `${voice} ${text}`;
  const known = spoken.get(key);
  if (known) return known;
  const samples = runSynthesizer(text, voice);
  keep(key, samples);
  return samples;
}

function keep(key: string, samples: Promise<Int16Array>): void {
  const [oldest] = spoken.keys();
  if (oldest !== undefined && spoken.size >= LARGEST_CACHE) spoken.delete(oldest);
  spoken.set(key, samples);
  samples.catch(() => spoken.delete(key));
}

/** In a process of its own: it computes without a pause, and writes warnings of WebAssembly to its stderr. */
async function runSynthesizer(text: string, voice: string): Promise<Int16Array> {
  const waveFile = await new Promise<Buffer>((resolve, reject) => {
    // The blank keeps a text that begins with a dash from being taken for an option.
    execFile(
      process.execPath,
      [synthesizerPath, ` ${text}`, '-v', voice],
      { encoding: 'buffer', maxBuffer: LONGEST_SPEECH_IN_BYTES },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
  });
  // It ends well without a word when it does not know the voice.
  if (waveFile.length === 0) throw new Error(`The speech synthesizer has no voice for "${voice}".`);
  return readWaveFile(waveFile);
}
