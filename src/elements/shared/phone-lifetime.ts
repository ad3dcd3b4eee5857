/**
 * A phone that leaves the page is not over at once: frameworks take elements out and put others in their
 * place. For a second its controller waits for its element to return, or for another with the same token
 * address to take it over.
 */
import type { CallController } from '../../core/call-controller.js';
import type { ClockPort, Unsubscribe } from '../../core/ports.js';

export const GRACE_IN_MILLISECONDS = 1_000;

/** A controller that will be destroyed unless somebody comes for it. */
export interface LeftController {
  readonly controller: CallController;
  /** Who may take it over: the same key. Null for nobody but its own element. */
  readonly key: string | null;
  /** Called once, when it was destroyed or taken over. */
  readonly onGone: () => void;
}

const waiting = new Map<LeftController, Unsubscribe>();

/** Leaves a controller behind. The answer takes it back, for an element that returns. */
export function leaveController(left: LeftController, clock: ClockPort): Unsubscribe {
  const destroy = (): void => {
    waiting.delete(left);
    left.onGone();
    void left.controller.destroy();
  };
  waiting.set(left, clock.schedule(GRACE_IN_MILLISECONDS, destroy));
  return () => stopWaiting(left);
}

/** The controller that another phone with this key has left behind, or null. */
export function adoptController(key: string | null): CallController | null {
  const left = key === null ? undefined : [...waiting.keys()].find((other) => other.key === key);
  if (!left) return null;
  stopWaiting(left);
  left.onGone();
  return left.controller;
}

function stopWaiting(left: LeftController): void {
  waiting.get(left)?.();
  waiting.delete(left);
}
