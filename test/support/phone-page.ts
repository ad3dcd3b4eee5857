/** What tests of `<twilio-phone>` share: a page with one, whose composer makes phones of fakes. */
import { fixture, html } from '@open-wc/testing';
import '../../src/define/call-controls.js';
import '../../src/define/incoming-call-toast.js';
import '../../src/define/twilio-phone.js';
// Here already, so that it comes at once when the phone asks for it.
import '../../src/elements/dock/dock-frame.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { rendered, until } from './elements.js';
import { TestComposer } from './test-composer.js';
import { settle } from './fake-ports.js';

/** What makes the phones of this test. */
export let composer: TestComposer;
/** The element that was made last. */
export let element: TwilioPhone;

/** Each test has a line of its own, so that no phone takes over the controller of the test before. */
let line = 0;

/** Before each test: a composer that has made nothing yet. */
export function openPage(): void {
  composer = new TestComposer();
  TwilioPhone.composer = composer;
}

/** After each test: no phone stays, not even the time that one is kept for its return. */
export async function clearPage(): Promise<void> {
  for (const phone of document.querySelectorAll('twilio-phone')) phone.remove();
  await settled();
  composer.clock.tick(60_000);
}

/** Makes an element that is in no page yet. */
export function createElement(): TwilioPhone {
  element = document.createElement('twilio-phone');
  return element;
}

/** Puts an element into the page, and waits until it has its phone, or cannot have one, and shows it. */
export async function show(attributes: Record<string, string> = {}, content = ''): Promise<void> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  createElement().tokenUrl = `/token/${(line += 1)}`;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = content;
  box.append(element);
  const cannotHaveOne = TwilioPhone.composer === null || composer.failure !== null;
  await until(() => cannotHaveOne || element.controller !== null);
  await settled();
}

/** Waits until the phone and its face have taken in what happened. */
export async function settled(): Promise<void> {
  await settle();
  await rendered();
}

/** Waits until the phone does as its attributes say about calls: every command of the phone waits for that. */
export async function obeyed(): Promise<void> {
  await settled();
  await element.ignoreCall('no such call').catch(() => undefined);
  await settled();
}
