import type { AudioFrame, AudioSource } from '../audio.js';

/** A source that goes on until nobody reads it any more. */
export function endless(read: () => AudioFrame | null): AudioSource {
  // One for each source: whoever waits for it is forgotten together with the source.
  return { read, ended: new Promise(() => {}) };
}
