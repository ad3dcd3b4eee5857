import { spokenTag } from './message.js';

/**
 * How long a call has lasted, as a clock shows it: `0:07`, `12:34`, `1:02:03`, in the digits of the language that
 * is spoken. Never below zero.
 */
export function formatDuration(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const shown = total < 3600 ? parts.slice(1) : parts;
  return shown.map((part, index) => formatPart(part, index === 0 ? 1 : 2)).join(':');
}

/** `Intl.DurationFormat` would do it all, and is missing from browsers of 2024. */
function formatPart(part: number, minimumIntegerDigits: number): string {
  return part.toLocaleString(spokenTag(), { minimumIntegerDigits, useGrouping: false });
}
