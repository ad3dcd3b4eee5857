/** What tests of the toast share: one that stands, and the wait until a click is taken for one that is meant. */
import { fixture, html } from '@open-wc/testing';
import '../../src/define/incoming-call-toast.js';
import type { IncomingCallToast } from '../../src/elements/incoming-call-toast.js';
import { allByRole } from './accessible.js';
import { movementsFinished } from './animations.js';
import { rendered } from './elements.js';
import type { TestPhone } from './test-phone.js';

export async function showToast({ controller }: TestPhone): Promise<IncomingCallToast> {
  const toast = await fixture<IncomingCallToast>(
    html`<incoming-call-toast .controller=${controller}></incoming-call-toast>`,
  );
  await rendered();
  return toast;
}

/** Waits until the toast looks as if a click were taken: it has come in, and its buttons have their colors. */
export async function lookAtIt(): Promise<void> {
  await Promise.all(allByRole('alertdialog').map(movementsFinished));
}
