/** Numbers as people write them in the language that is spoken. */
import { spokenTag } from './message.js';

export function formatCount(count: number): string {
  return count.toLocaleString(spokenTag());
}

/** A part of one, as per cent: 0.8 reads `80%`, and `80 %` in German. */
export function formatShare(share: number): string {
  return share.toLocaleString(spokenTag(), { style: 'percent' });
}

/** A score with one digit after the point: `4.3`, and `4,3` in German. */
export function formatScore(score: number): string {
  return score.toLocaleString(spokenTag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A short time: `60 ms`. */
export function formatMilliseconds(milliseconds: number): string {
  return milliseconds.toLocaleString(spokenTag(), {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  });
}
