/** Numbers as people write them in the language that is spoken. */
import { spokenTag } from './message.js';

export function formatCount(count: number): string {
  return count.toLocaleString(spokenTag());
}

/** A part of one, as per cent: 0.8 reads `80%`, and `80 %` in German. */
export function formatShare(share: number): string {
  return share.toLocaleString(spokenTag(), { style: 'percent' });
}
