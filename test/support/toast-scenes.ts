/** What tests of the toast share: one that stands, and the time after which a click is meant. */
import { aTimeout, fixture, html } from '@open-wc/testing';
import '../../src/define/incoming-call-toast.js';
import type { IncomingCallToast } from '../../src/elements/incoming-call-toast.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import { rendered } from './elements.js';
import type { TestPhone } from './test-phone.js';

export async function showToast({ controller }: TestPhone): Promise<IncomingCallToast> {
  const toast = await fixture<IncomingCallToast>(
    html`<incoming-call-toast .controller=${controller}></incoming-call-toast>`,
  );
  await rendered();
  return toast;
}

/** Long enough that a click is meant. */
export async function lookAtIt(): Promise<void> {
  await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS + 20);
}
