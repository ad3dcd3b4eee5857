/** What tests of elements share: waiting for a paint, the mouse, and what the console says. */
import { sendMouse } from '@web/test-runner-commands';

/** Waits until everything that is due has been rendered. */
export async function rendered(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Waits until a condition holds; the runner's own timeout ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await rendered();
}

/** Presses the real mouse in the middle of an element. */
export async function clickWithMouse(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await rendered();
}

/** Catches what is said on the console as a warning while the work is done. */
export async function warningsDuring(work: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
