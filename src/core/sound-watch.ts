/**
 * Finds sound that does not come or does not go, while the signalling knows of nothing. What counts is whether
 * packets flow: a caller who says nothing sends them all the same, and is only silent.
 */
import type { CallQuality } from './call-quality.js';

/** Ours, beside the names of the SDK's warnings. */
export type SoundWarning = 'no-sound-received' | 'no-sound-sent' | 'long-silence';

/** What our own side does to the sound, on purpose. */
export interface OwnSide {
  readonly isMuted: boolean;
  readonly isOnHold: boolean;
}

/** What has been noticed so far. Times are milliseconds. */
export interface SoundWatch {
  readonly lastAt: number | null;
  readonly timeWithoutReceived: number;
  readonly timeWithoutSent: number;
  readonly timeOfSilence: number;
  /** Levels mean something: where the browser measures none, all of them are 0. */
  readonly hasHeard: boolean;
}

export const freshSoundWatch: SoundWatch = Object.freeze({
  lastAt: null,
  timeWithoutReceived: 0,
  timeWithoutSent: 0,
  timeOfSilence: 0,
  hasHeard: false,
});

/** Three samples without a packet, which come a second apart, give or take: so it is said within five seconds. */
const NO_PACKETS_AFTER_MILLISECONDS = 2_500;
const SILENCE_AFTER_MILLISECONDS = 9_500;
/** A computer that was asleep has not listened for an hour. */
const LONGEST_STEP_IN_MILLISECONDS = 1_500;

/** The watch after one more second. */
export function watchSound(watch: SoundWatch, sample: CallQuality, ownSide: OwnSide): SoundWatch {
  const { at, packetsReceived, packetsSent, outputLevel } = sample;
  const step =
    watch.lastAt === null ? 0 : Math.min(Math.max(0, at - watch.lastAt), LONGEST_STEP_IN_MILLISECONDS);
  // What this side keeps from being heard tells nothing of the other.
  if (ownSide.isOnHold) return Object.freeze({ ...freshSoundWatch, hasHeard: watch.hasHeard, lastAt: at });
  const isSendingExpected = packetsSent === 0 && !ownSide.isMuted;
  const isSilent = packetsReceived > 0 && outputLevel === 0;
  return Object.freeze({
    lastAt: at,
    timeWithoutReceived: packetsReceived === 0 ? watch.timeWithoutReceived + step : 0,
    timeWithoutSent: isSendingExpected ? watch.timeWithoutSent + step : 0,
    timeOfSilence: isSilent ? watch.timeOfSilence + step : 0,
    hasHeard: watch.hasHeard || outputLevel > 0,
  });
}

/** What there is to say about it, the worst first. */
export function soundWarningsOf(watch: SoundWatch): readonly SoundWarning[] {
  const warnings: SoundWarning[] = [];
  if (watch.timeWithoutReceived >= NO_PACKETS_AFTER_MILLISECONDS) warnings.push('no-sound-received');
  if (watch.timeWithoutSent >= NO_PACKETS_AFTER_MILLISECONDS) warnings.push('no-sound-sent');
  if (watch.hasHeard && watch.timeOfSilence >= SILENCE_AFTER_MILLISECONDS) warnings.push('long-silence');
  return warnings;
}
