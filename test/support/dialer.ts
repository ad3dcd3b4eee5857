/** What tests of the dialer share: a dialer of a fake phone, used as a person uses it. */
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PhoneDialer } from '../../src/elements/phone-dialer.js';
import { loadPhoneNumbers } from '../../src/elements/shared/load-phone-numbers.js';
import { byRole } from './accessible.js';
import { rendered } from './elements.js';
import { settle } from './fake-ports.js';
import type { FakeCallPort } from './fake-ports.js';
import { registeredPhone } from './test-phone.js';
import type { TestPhone } from './test-phone.js';

export class DialerStage {
  readonly phone: TestPhone;
  readonly element: PhoneDialer;

  private constructor(phone: TestPhone, element: PhoneDialer) {
    this.phone = phone;
    this.element = element;
  }

  /** A dialer in the United States, unless its attributes say otherwise. */
  static async open(
    attributes: Readonly<Record<string, string | null>> = {},
    phone?: TestPhone,
  ): Promise<DialerStage> {
    const own = phone ?? (await registeredPhone());
    await loadPhoneNumbers();
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('phone-dialer');
    element.controller = own.controller;
    for (const [name, value] of Object.entries({ 'default-country': 'US', ...attributes })) {
      if (value !== null) element.setAttribute(name, value);
    }
    box.append(element);
    const stage = new DialerStage(own, element);
    await stage.settled();
    return stage;
  }

  get input(): HTMLInputElement {
    return byRole('textbox', 'Phone number') as HTMLInputElement;
  }

  get callButton(): HTMLElement {
    return byRole('button', 'Call');
  }

  /** What went wrong, and what is to be known, as they can be read. */
  get message(): string {
    return this.#textOf('message');
  }

  get note(): string {
    return this.#textOf('note');
  }

  /** The numbers that were dialled, in order. */
  get dialled(): string[] {
    return this.phone.device.placedCalls.map(({ to }) => to);
  }

  /** The call that was placed last. */
  get placed(): FakeCallPort {
    const call = this.phone.device.placedCalls.at(-1);
    if (!call) throw new Error('Nobody was called.');
    return call;
  }

  async settled(): Promise<void> {
    await settle();
    await rendered();
  }

  async focus(): Promise<void> {
    this.element.focus();
    await this.settled();
  }

  async type(text: string): Promise<void> {
    await this.focus();
    await sendKeys({ type: text });
    await this.settled();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const press of keys) await sendKeys({ press });
    await this.settled();
  }

  /** As the browser does: the text comes in at the caret, in one go. */
  async paste(text: string): Promise<void> {
    await this.focus();
    this.input.setRangeText(text, this.input.selectionStart ?? 0, this.input.selectionEnd ?? 0, 'end');
    this.input.dispatchEvent(
      new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }),
    );
    await this.settled();
  }

  /** The field's text, with a bar for the caret. */
  get marked(): string {
    const { value, selectionStart } = this.input;
    return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
  }

  #textOf(part: string): string {
    return this.element.renderRoot.querySelector(`[part="${part}"]`)?.textContent?.trim() ?? '';
  }
}
