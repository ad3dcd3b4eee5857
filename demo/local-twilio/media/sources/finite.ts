import type { AudioFrame, AudioSource } from '../audio.js';
import { createDeferred } from '../deferred.js';

/** A source of so many frames; it has ended when the last of them was read. */
export function finite(frameCount: number, frameAt: (index: number) => AudioFrame | null): AudioSource {
  const ended = createDeferred();
  let index = 0;
  if (frameCount <= 0) ended.resolve();
  const read = () => {
    if (index >= frameCount) return null;
    const frame = frameAt(index);
    index += 1;
    if (index === frameCount) ended.resolve();
    return frame;
  };
  return { read, ended: ended.promise };
}
