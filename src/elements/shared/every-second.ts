import type { Unsubscribe } from '../../core/ports.js';

const listeners = new Set<() => void>();
let timer = 0;

/** Calls the listener each second, by one timer for the whole page that rests when nobody listens. */
export function everySecond(listener: () => void): Unsubscribe {
  listeners.add(listener);
  if (listeners.size === 1) timer = window.setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

function tick(): void {
  for (const listener of [...listeners]) listener();
}
