import type { CallQuality } from '../../core/call-quality.js';

/** How a call sounds, in one of three words. */
export type SoundLevel = 'good' | 'fair' | 'poor';

/** So many seconds are taken together: one bad second is not worth a word. */
const SECONDS_TAKEN_TOGETHER = 5;
/** Twilio's own words for a score: "good" begins at 3.7, "degraded" at 3. */
const GOOD_FROM = 3.7;
const FAIR_ABOVE = 3;

/**
 * How it sounds now: as measured, and no better than what is being warned of allows. Null: not measured yet.
 * @param bestLevels what each warning that stands allows at best.
 */
export function soundLevelOf(
  samples: readonly CallQuality[],
  bestLevels: readonly (SoundLevel | null)[],
): SoundLevel | null {
  const measured = measuredLevelOf(samples);
  const levels = [...bestLevels, measured];
  return (['poor', 'fair'] as const).find((level) => levels.includes(level)) ?? measured;
}

function measuredLevelOf(samples: readonly CallQuality[]): SoundLevel | null {
  const scores = samples.slice(-SECONDS_TAKEN_TOGETHER).flatMap(({ mos }) => mos ?? []);
  if (scores.length === 0) return null;
  const score = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  if (score >= GOOD_FROM) return 'good';
  return score > FAIR_ABOVE ? 'fair' : 'poor';
}
