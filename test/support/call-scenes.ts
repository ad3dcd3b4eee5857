/** What tests of the parts that serve a call share: one in the page, for a phone that the test makes. */
import { fixture, html } from '@open-wc/testing';
import '../../src/define/call-controls.js';
import '../../src/define/call-keypad.js';
import type { CallControls } from '../../src/elements/call-controls.js';
import type { CallKeypad } from '../../src/elements/call-keypad.js';
import { rendered } from './elements.js';
import type { TestPhone } from './test-phone.js';

export async function showControls({ controller }: TestPhone): Promise<CallControls> {
  const element = await fixture<CallControls>(
    html`<call-controls .controller=${controller}></call-controls>`,
  );
  await rendered();
  return element;
}

export async function showKeypad({ controller }: TestPhone, lang = 'en'): Promise<CallKeypad> {
  const element = await fixture<CallKeypad>(
    html`<call-keypad lang=${lang} .controller=${controller}></call-keypad>`,
  );
  await rendered();
  return element;
}
