import { setTimeout as sleep } from 'node:timers/promises';
import type { AudioSource } from '../../../demo/local-twilio/media/audio.js';
import { SAMPLE_RATE_IN_HERTZ } from '../../../demo/local-twilio/media/audio.js';
import { record } from '../../../demo/local-twilio/media/recorder.js';
import { dominantFrequency, rms } from '../../support/measure-sound.js';

/** What a stretch of sound was. */
export interface Measurement {
  /** The loudest frequency in hertz; 0 in silence. */
  readonly frequency: number;
  /** 0 is silence, a full sine 0.71. */
  readonly rms: number;
}

/** Listens for so long and says what was heard. */
export async function measure(source: AudioSource, durationInMilliseconds = 500): Promise<Measurement> {
  const recorder = record(source);
  await sleep(durationInMilliseconds);
  recorder.stop();
  const samples = recorder.samples();
  return { frequency: dominantFrequency(samples, SAMPLE_RATE_IN_HERTZ), rms: rms(samples) };
}
