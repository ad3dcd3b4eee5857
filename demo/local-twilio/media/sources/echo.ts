import type { AudioFrame, AudioSource } from '../audio.js';
import { FRAME_DURATION_IN_MILLISECONDS } from '../audio.js';
import { createDeferred } from '../deferred.js';

/** What the source says, once more, so much later. It ends when its last frame was read. */
export function echo(source: AudioSource, delayInMilliseconds: number): AudioSource {
  const delayInFrames = Math.ceil(delayInMilliseconds / FRAME_DURATION_IN_MILLISECONDS);
  const held: (AudioFrame | null)[] = Array.from({ length: delayInFrames }, () => null);
  const ended = createDeferred();
  let isSourceOver = false;
  const endIfNothingIsHeld = () => {
    if (isSourceOver && held.length === 0) ended.resolve();
  };
  void source.ended.then(() => {
    isSourceOver = true;
    endIfNothingIsHeld();
  });
  const read = () => {
    if (!isSourceOver) held.push(source.read());
    const frame = held.shift() ?? null;
    endIfNothingIsHeld();
    return frame;
  };
  return { read, ended: ended.promise };
}
