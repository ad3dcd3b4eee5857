const CEILING_IN_MILLISECONDS = 20_000;
const PAUSE_IN_MILLISECONDS = 50;

/**
 * Resolves with the first answer that is not false, null or undefined. Rejects, naming what was waited for
 * and the last answer, when that takes far longer than it may.
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer> | Answer,
): Promise<Exclude<Answer, false | null | undefined>> {
  const deadline = performance.now() + CEILING_IN_MILLISECONDS;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) {
      return answer as Exclude<Answer, false | null | undefined>;
    }
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MILLISECONDS));
  }
}
