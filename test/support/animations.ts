/** What moves in the page, and the wait until it stands. */
import { everyElement } from './accessible.js';
import { until } from './elements.js';

/** All that moves in an element, in every shadow root. */
export function movements(root: Element): Animation[] {
  return [root, ...everyElement(root)].flatMap((element) => element.getAnimations({ subtree: true }));
}

/** Waits until all of it stands where it will stay; what never ends, like a pulse, is not waited for. */
export async function movementsFinished(root: Element): Promise<void> {
  await until(() => !movements(root).some(isOnItsWay));
}

function isOnItsWay({ playState, effect }: Animation): boolean {
  return playState !== 'finished' && effect?.getComputedTiming().endTime !== Infinity;
}
