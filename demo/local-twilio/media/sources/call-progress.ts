import type { AudioSource } from '../audio.js';
import { FRAME_DURATION_IN_MILLISECONDS } from '../audio.js';
import { endless } from './endless.js';
import { chord } from './tone.js';

const LEVEL_OF_EACH_TONE = 0.15;

/** What a caller in North America hears while it rings at the far end: 440 + 480 Hz, 2 s of every 6. */
export function ringback(): AudioSource {
  return onAndOff(chord([440, 480], LEVEL_OF_EACH_TONE), 2000, 4000);
}

/** What a caller in North America hears when the far end is busy: 480 + 620 Hz, twice a second. */
export function busyTone(): AudioSource {
  return onAndOff(chord([480, 620], LEVEL_OF_EACH_TONE), 500, 500);
}

function onAndOff(source: AudioSource, onInMilliseconds: number, offInMilliseconds: number): AudioSource {
  const framesOn = onInMilliseconds / FRAME_DURATION_IN_MILLISECONDS;
  const framesInAll = framesOn + offInMilliseconds / FRAME_DURATION_IN_MILLISECONDS;
  let index = -1;
  return endless(() => {
    index = (index + 1) % framesInAll;
    return index < framesOn ? source.read() : null;
  });
}
