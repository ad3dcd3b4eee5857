import type { AudioSource } from '../../../demo/local-twilio/media/audio.js';

/** What a source says in so many frames of 20 ms, one after the other; what is null becomes zeros. */
export async function readSamples(source: AudioSource, frameCount: number): Promise<Int16Array> {
  const samples = new Int16Array(frameCount * 160);
  for (let index = 0; index < frameCount; index += 1) {
    samples.set(source.read() ?? new Int16Array(160), index * 160);
    // In life 20 ms pass here: whoever waits for an end gets to know.
    await Promise.resolve();
  }
  return samples;
}

/** Whether the source says that nothing more will come. */
export async function hasEnded(source: AudioSource): Promise<boolean> {
  const notYet = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([source.ended.then(() => true), notYet]);
}

/** A source that counts: frame n is 160 times n, from 1 on. */
export function countingFrames(frameCount: number): AudioSource {
  let count = 0;
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const read = () => {
    if (count === frameCount) return null;
    count += 1;
    if (count === frameCount) end();
    return new Int16Array(160).fill(count);
  };
  return { read, ended };
}

/** The first sample of each frame; null for silence. */
export async function readFirstSamples(source: AudioSource, frameCount: number): Promise<(number | null)[]> {
  const firsts: (number | null)[] = [];
  for (let index = 0; index < frameCount; index += 1) {
    firsts.push(source.read()?.[0] ?? null);
    await Promise.resolve();
    await Promise.resolve();
  }
  return firsts;
}
