/** What the browser of the soak says into every microphone: a file, so that the page itself makes no sound. */
import { writeFileSync } from 'node:fs';

/** The tone of the voice. */
export const VOICE_IN_HERTZ = 620;

const SAMPLE_RATE_IN_HERTZ = 48_000;
const BYTES_A_SAMPLE = 2;
const FULL_SCALE = 32_767;
const LOUDNESS = 0.5;
/** In syllables: what hums on and on is taken for noise, and taken out. */
const SYLLABLE_IN_SECONDS = 0.2;
const SPOKEN_PART = 0.7;

/** Writes one second of it as a WAVE file, for `--use-file-for-fake-audio-capture`, which repeats it. */
export function writeMicrophoneFile(path: string): void {
  const samples = Int16Array.from({ length: SAMPLE_RATE_IN_HERTZ }, (_, index) =>
    Math.round(FULL_SCALE * voiceAt(index / SAMPLE_RATE_IN_HERTZ)),
  );
  writeFileSync(path, Buffer.concat([header(samples.byteLength), Buffer.from(samples.buffer)]));
}

function voiceAt(seconds: number): number {
  const isSpoken = seconds % SYLLABLE_IN_SECONDS < SPOKEN_PART * SYLLABLE_IN_SECONDS;
  return isSpoken ? LOUDNESS * Math.sin(2 * Math.PI * VOICE_IN_HERTZ * seconds) : 0;
}

function header(dataLength: number): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + dataLength, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE_IN_HERTZ, 24);
  bytes.writeUInt32LE(SAMPLE_RATE_IN_HERTZ * BYTES_A_SAMPLE, 28);
  bytes.writeUInt16LE(BYTES_A_SAMPLE, 32);
  bytes.writeUInt16LE(8 * BYTES_A_SAMPLE, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataLength, 40);
  return bytes;
}
