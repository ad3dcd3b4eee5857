import type { AudioFrame, AudioSource } from '../audio.js';
import { FRAME_DURATION_IN_MILLISECONDS } from '../audio.js';

/** What the source says, once more, so much later; it ends as much later as well. */
export function echo(source: AudioSource, delayInMilliseconds: number): AudioSource {
  const delayInFrames = Math.ceil(delayInMilliseconds / FRAME_DURATION_IN_MILLISECONDS);
  const held: (AudioFrame | null)[] = Array.from({ length: delayInFrames }, () => null);
  const read = () => {
    held.push(source.read());
    return held.shift() ?? null;
  };
  return { read, ended: source.ended };
}
