import type { ClockPort } from '../core/ports.js';

/** A wall clock that gets ahead by more than this was either set, or went on while the computer slept. */
const SLEEP_AT_LEAST_IN_MILLISECONDS = 1_000;
/** `setTimeout` takes no longer delay; a longer one would fire at once. */
const LONGEST_DELAY_IN_MILLISECONDS = 2 ** 31 - 1;

/**
 * The browser's time. `performance.now()` stands still while the computer sleeps in some browsers
 * (https://developer.mozilla.org/docs/Web/API/Performance/now#ticking_during_sleep), so `monotonicNow()` adds
 * what the wall clock gained meanwhile. It cannot tell a sleep from a clock that was set forward: both count.
 * A token then seems older than it is, and is replaced too early; the other way round it would be too late.
 */
export function createClock(): ClockPort {
  let elapsed = 0;
  let lastMark = performance.now();
  let lastWall = Date.now();
  return {
    now: () => Date.now(),
    monotonicNow: () => {
      const mark = performance.now();
      const wall = Date.now();
      const ticked = mark - lastMark;
      const passed = wall - lastWall;
      elapsed += passed - ticked > SLEEP_AT_LEAST_IN_MILLISECONDS ? passed : ticked;
      lastMark = mark;
      lastWall = wall;
      return elapsed;
    },
    schedule: (delayInMilliseconds, callback) => {
      const timer = setTimeout(callback, Math.min(delayInMilliseconds, LONGEST_DELAY_IN_MILLISECONDS));
      return () => clearTimeout(timer);
    },
  };
}
