import type { ClockPort, Unsubscribe } from '../core/ports.js';

/** Somebody who only passes by has not seen anything yet. */
const LOOK_IN_MILLISECONDS = 2_000;

/** True while the person can see the page and works in it. A covered window is visible, and has no focus. */
export function isLookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

export interface AttentionListeners {
  /** The page came to sight, or to the front. */
  onSeen(): void;
  /** The page is out of sight. */
  onHidden(): void;
  /** The page is being left, for good or for the back/forward cache. */
  onLeft(): void;
  /**
   * The person came to the page or did something in it, and two seconds later still looks at it. A page that
   * merely stands open proves nothing: its person may be out.
   */
  onRead(): void;
}

/** Watches whether a person looks at the page. */
export function watchAttention(clock: ClockPort, listeners: AttentionListeners): Unsubscribe {
  const watch = new AbortController();
  const options = { capture: true, passive: true, signal: watch.signal };
  let stopReading: Unsubscribe = () => undefined;
  const read = (): void => {
    stopReading();
    stopReading = clock.schedule(LOOK_IN_MILLISECONDS, () => isLookedAt() && listeners.onRead());
  };
  const look = (): void => {
    listeners.onSeen();
    read();
  };
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'visible' ? look() : listeners.onHidden()),
    options,
  );
  addEventListener('focus', ({ target }) => target === window && look(), options);
  for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, read, options);
  addEventListener('pagehide', () => listeners.onLeft(), options);
  return () => {
    watch.abort();
    stopReading();
  };
}
