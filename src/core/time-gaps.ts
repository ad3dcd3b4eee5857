import type { ClockPort, Unsubscribe } from './ports.js';

/** How soon after a sleep it is noticed. */
const TICK_IN_MILLISECONDS = 2_000;
/** A busy page is late too, but not by so much. */
const GAP_AT_LEAST_IN_MILLISECONDS = 5_000;

/**
 * Calls back after a stretch of time in which the page did not run: the computer slept, or the page was frozen.
 * Most browsers say nothing of it. A hidden page, whose timers are held back, is called once a minute.
 */
export function watchTimeGaps(clock: ClockPort, callback: () => void): Unsubscribe {
  let last = clock.monotonicNow();
  let cancel = clock.schedule(TICK_IN_MILLISECONDS, tick);
  return () => cancel();

  function tick(): void {
    const now = clock.monotonicNow();
    const gap = now - last - TICK_IN_MILLISECONDS;
    last = now;
    cancel = clock.schedule(TICK_IN_MILLISECONDS, tick);
    if (gap >= GAP_AT_LEAST_IN_MILLISECONDS) callback();
  }
}
