import type { AudioSource } from '../audio.js';
import { readWaveFile } from '../wave-file.js';
import { playSamples } from './samples.js';

/** Plays a WAVE file's bytes once. Throws an error that names what cannot be played, an mp3 for one. */
export function wave(bytes: Uint8Array): AudioSource {
  return playSamples(readWaveFile(bytes));
}
