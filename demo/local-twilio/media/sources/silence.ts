import type { AudioSource } from '../audio.js';
import { FRAME_DURATION_IN_MILLISECONDS } from '../audio.js';
import { endless } from './endless.js';
import { finite } from './finite.js';

/** Nothing to be heard, without an end. */
export function silence(): AudioSource {
  return endless(() => null);
}

/** Nothing to be heard for so long. */
export function pause(durationInMilliseconds: number): AudioSource {
  return finite(Math.ceil(durationInMilliseconds / FRAME_DURATION_IN_MILLISECONDS), () => null);
}
