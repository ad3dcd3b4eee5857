import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { watchTimeGaps } from '../core/time-gaps.js';

/**
 * Calls back whenever the page may have missed something: the network is back, the computer has slept, or the page
 * is visible again, thawed, or taken out of the back/forward cache. No timer runs reliably in a page that is hidden
 * or frozen.
 */
export function watchWakeUp(clock: ClockPort, callback: () => void): Unsubscribe {
  const watch = new AbortController();
  const { signal } = watch;
  addEventListener('online', () => callback(), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && callback(), { signal });
  document.addEventListener('resume', () => callback(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && callback(), {
    signal,
  });
  signal.addEventListener('abort', watchTimeGaps(clock, callback));
  return () => watch.abort();
}
