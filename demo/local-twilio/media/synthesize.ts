import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

import { readWaveFile } from './wave-file.js';

const run = promisify(execFile);
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
  // The blank keeps a text that begins with a dash from being taken for an option.
  const parameters = [synthesizerPath, ` ${text}`, '-v', voice];
  const limits = { encoding: 'buffer', maxBuffer: LONGEST_SPEECH_IN_BYTES } as const;
  try {
    const { stdout } = await run(process.execPath, parameters, limits);
    return readWaveFile(stdout);
  } catch (cause) {
    throw new Error(explain(cause, voice), { cause });
  }
}

function explain(cause: unknown, voice: string): string {
  if (/voice does not exist/.test(String(cause)))
    return `The speech synthesizer has no voice for "${voice}".`;
  return 'The speech synthesizer failed.';
}
