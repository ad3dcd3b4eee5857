import type { AudioFrame, AudioSource } from '../audio.js';
import { SAMPLES_PER_FRAME } from '../audio.js';

const LOUDEST = 32_767;

/** Several sources at once, as in a conference; it ends when all of them have. */
export function mix(sources: readonly AudioSource[]): AudioSource {
  const read = () => sum(sources.map((source) => source.read()).filter((frame) => frame !== null));
  return { read, ended: Promise.all(sources.map((source) => source.ended)).then(() => {}) };
}

function sum(frames: readonly AudioFrame[]): AudioFrame | null {
  const [first] = frames;
  if (first === undefined) return null;
  if (frames.length === 1) return first;
  return Int16Array.from({ length: SAMPLES_PER_FRAME }, (_, index) => {
    const sample = frames.reduce((total, frame) => total + (frame[index] ?? 0), 0);
    // Too loud is clipped: wrapped round, it would crack.
    return Math.max(-LOUDEST, Math.min(LOUDEST, sample));
  });
}
