import { setTimeout as sleep } from 'node:timers/promises';

const TIME_BETWEEN_LOOKS_IN_MILLISECONDS = 30;

/** Looks until the answer is one that counts, and hands it over; fails with what it saw last. */
export async function until<Value>(
  look: () => Value | Promise<Value>,
  counts: (value: Value) => boolean,
  timeoutInMilliseconds = 20_000,
): Promise<Value> {
  const deadline = performance.now() + timeoutInMilliseconds;
  for (;;) {
    const value = await look();
    if (counts(value)) return value;
    if (performance.now() > deadline) {
      throw new Error(`Still not there after ${timeoutInMilliseconds} ms: ${JSON.stringify(value)}`);
    }
    await sleep(TIME_BETWEEN_LOOKS_IN_MILLISECONDS);
  }
}
