import type { Unsubscribe } from '../core/ports.js';

const counts = new Map<symbol, number>();

/** One phone's share of the number on the installed app's icon. A page has one icon for all its phones. */
export interface AppBadge {
  setCount(count: number): void;
  /** Takes this phone's share away. */
  readonly clear: Unsubscribe;
}

/** Does nothing where the browser has no badges, or the page is not an installed app. */
export function createAppBadge(): AppBadge {
  const share = Symbol('share');
  return {
    setCount: (count) => {
      if ((counts.get(share) ?? 0) === count) return;
      counts.set(share, count);
      show();
    },
    clear: () => {
      if (counts.get(share)) {
        counts.delete(share);
        show();
      }
    },
  };
}

function show(): void {
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  const { setAppBadge } = navigator as Partial<Navigator>;
  // Nought takes the badge away. Browsers reject where nobody permitted notifications.
  setAppBadge?.call(navigator, sum).catch(() => undefined);
}
