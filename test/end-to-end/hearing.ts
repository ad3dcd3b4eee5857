import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SAMPLE_RATE_IN_HERTZ } from '../../demo/local-twilio/media/audio.js';
import type { Recorder } from '../../demo/local-twilio/media/recorder.js';
import { dominantFrequency, levelAt, rms } from '../support/measure-sound.js';
import type { Samples } from '../support/measure-sound.js';
import { PAGE_SAMPLE_RATE_IN_HERTZ, soundOf } from './page-sound.js';
import { until } from './until.js';

/** The tones are sent at an RMS of about 0.2; half of that is not lost on the way by accident. */
const HEARD_LEVEL = 0.1;
/** Below this nobody hears anything: -60 dB. */
const SILENCE_LEVEL = 0.001;
const TOLERANCE_IN_HERTZ = 8;
const LISTENED_IN_MILLISECONDS = 300;
const WINDOW_IN_MILLISECONDS = 100;
const HEARD_SHARE = 0.7;

/** Somebody who listens: a page, or a telephone in this process. */
export interface Ear {
  readonly name: string;
  /** The last moments of what is heard. */
  listen(): Promise<Samples> | Samples;
  readonly sampleRateInHertz: number;
}

export function earOfPage(name: string, page: Page): Ear {
  return { name, listen: () => soundOf(page), sampleRateInHertz: PAGE_SAMPLE_RATE_IN_HERTZ };
}

export function earOfTelephone(name: string, recorder: Recorder): Ear {
  return {
    name,
    listen: () => recorder.samples(LISTENED_IN_MILLISECONDS),
    sampleRateInHertz: SAMPLE_RATE_IN_HERTZ,
  };
}

/** Waits until this tone, and no other that is louder, is heard as loud as it was sent. */
export async function hears(ear: Ear, frequencyInHertz: number): Promise<void> {
  let last = '';
  await until(`${ear.name} hears ${frequencyInHertz} Hz`, async () => {
    const samples = await ear.listen();
    const level = levelAt(samples, frequencyInHertz, ear.sampleRateInHertz);
    last = `level ${level.toFixed(4)}`;
    return level > HEARD_LEVEL && isNear(dominantFrequency(samples, ear.sampleRateInHertz), frequencyInHertz);
  }).catch((error: unknown) => {
    throw new Error(`${String(error)} (${last})`);
  });
}

/** Waits until the tone is the loudest; how loud a microphone or loudspeaker is, is the system's affair. */
export async function hearsTone(
  { name, listen, sampleRateInHertz }: Ear,
  frequencyInHertz: number,
): Promise<void> {
  await until(`${name} hears ${frequencyInHertz} Hz`, async () => {
    const samples = await listen();
    if (levelAt(samples, frequencyInHertz, sampleRateInHertz) < 0.01) return false;
    return Math.abs(dominantFrequency(samples, sampleRateInHertz) - frequencyInHertz) < 8;
  });
}

/** Waits until nothing is heard. */
export async function hearsNothing(ear: Ear): Promise<void> {
  await until(`${ear.name} hears nothing`, async () => rms(await ear.listen()) < SILENCE_LEVEL);
}

/** The second of sound that comes next. */
export async function recordSecond(recorder: Recorder): Promise<Int16Array> {
  const start = recorder.samples().length;
  const end = start + SAMPLE_RATE_IN_HERTZ;
  await until('a second has passed', () => recorder.samples().length >= end);
  return recorder.samples().subarray(start, end);
}

/**
 * Fails when a tone was not there for most of what was recorded. A busy machine drops a packet now and then;
 * a microphone that is muted drops all of them.
 */
export function assertHeardThroughout(samples: Int16Array, frequencyInHertz: number): void {
  const length = (SAMPLE_RATE_IN_HERTZ * WINDOW_IN_MILLISECONDS) / 1000;
  const starts = Array.from({ length: Math.floor(samples.length / length) }, (_, index) => index * length);
  const levels = starts.map((start) =>
    levelAt(samples.subarray(start, start + length), frequencyInHertz, SAMPLE_RATE_IN_HERTZ),
  );
  const heard = levels.filter((level) => level > HEARD_LEVEL).length / levels.length;
  const seen = levels.map((level) => level.toFixed(2)).join(' ');
  assert.ok(heard >= HEARD_SHARE, `${frequencyInHertz} Hz was heard too seldom, at these levels: ${seen}`);
}

function isNear(heard: number, frequencyInHertz: number): boolean {
  return Math.abs(heard - frequencyInHertz) < TOLERANCE_IN_HERTZ;
}
