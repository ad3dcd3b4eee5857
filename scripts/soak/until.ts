const CEILING_IN_MILLISECONDS = 30_000;
const PAUSE_IN_MILLISECONDS = 20;

/** Asks until it is so. Rejects, naming what was waited for, when that takes far longer than it may. */
export async function until(what: () => string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + CEILING_IN_MILLISECONDS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what()}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MILLISECONDS));
  }
}
