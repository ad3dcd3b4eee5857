import type { Frame, Page } from 'playwright-core';
import { until } from './until.js';

declare global {
  interface Window {
    /** Whether the toast took a press for one that was meant. */
    wasPressTaken: boolean;
  }
}

const requests = { Answer: 'call-answer-request', Decline: 'call-reject-request' } as const;

/**
 * Presses a button of the toast, again where it takes no notice: in its first moments it takes a press for one that
 * was meant for what stood there before.
 */
export async function pressInToast(
  page: Page | Frame,
  name: keyof typeof requests,
  toast = page.getByRole('alertdialog'),
): Promise<void> {
  const button = toast.getByRole('button', { name });
  await button.waitFor();
  await page.evaluate(watchPress, requests[name]);
  await until(`"${name}" takes a press`, async () => {
    await button.click();
    return page.evaluate(() => window.wasPressTaken);
  });
}

/** Runs in the page. */
export function watchPress(request: (typeof requests)[keyof typeof requests]): void {
  window.wasPressTaken = false;
  window.addEventListener(request, () => (window.wasPressTaken = true), { once: true });
}
