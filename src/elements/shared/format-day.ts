/** Days, times and spans of time as people say them in the language that is spoken. */
import { spokenTag } from './message.js';

/** The same for all moments of one day where the person is. */
export function dayOf(at: number): string {
  return new Date(at).toDateString();
}

/** "Today", "Yesterday", else the date; with its year where that is another. */
export function formatDay(at: number, now: number): string {
  const tag = spokenTag();
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (daysAgo === 0 || daysAgo === 1) {
    const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-daysAgo, 'day');
    return words.charAt(0).toLocaleUpperCase(tag) + words.slice(1);
  }
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return new Date(at).toLocaleDateString(tag, { weekday: 'long', day: 'numeric', month: 'long', year });
}

export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString(spokenTag(), { hour: 'numeric', minute: '2-digit' });
}

/** `45 sec`, `12 min 5 sec`, `1 hr 2 min`. `Intl.DurationFormat` would do it, and is missing from browsers of 2024. */
export function formatSpan(milliseconds: number): string {
  const total = Math.max(0, Math.round(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  if (hours > 0) return `${say(hours, 'hour')} ${say(minutes, 'minute')}`;
  return minutes > 0 ? `${say(minutes, 'minute')} ${say(seconds, 'second')}` : say(seconds, 'second');
}

function say(count: number, unit: string): string {
  return count.toLocaleString(spokenTag(), { style: 'unit', unit, unitDisplay: 'short' });
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
