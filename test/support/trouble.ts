/** What tests of trouble share: a fake phone whose trouble is shown, with time that is turned by hand. */
import { fixture, html } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { PhoneTrouble } from '../../src/elements/phone-trouble.js';
import { HEALS_WITHIN_IN_MILLISECONDS } from '../../src/elements/trouble/calm-trouble.js';
import { byRole } from './accessible.js';
import { rendered } from './elements.js';
import { FakeClock } from './fake-clock.js';
import { settle } from './fake-ports.js';
import { TestPhone } from './test-phone.js';

export class TroubleStage {
  readonly phone: TestPhone;
  readonly clock = new FakeClock();
  readonly #schedule = PhoneTrouble.schedule;
  #element: PhoneTrouble | null = null;

  constructor(phone = new TestPhone()) {
    this.phone = phone;
    PhoneTrouble.schedule = (...delay) => this.clock.schedule(...delay);
  }

  get element(): PhoneTrouble {
    if (!this.#element) throw new Error('Nothing is shown yet.');
    return this.#element;
  }

  /** What can be read, without the button. */
  get words(): string {
    return byRole('status').textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  async show(attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#element?.remove();
    const box = await fixture(html`<div></div>`);
    const element = document.createElement('phone-trouble');
    element.controller = this.phone.controller;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    box.append(element);
    this.#element = element;
    await rendered();
  }

  /** The next tokens are refused so, and registering with them is tried. */
  async fail(code: PhoneErrorCode, recoverable = true, message = 'whatever'): Promise<void> {
    this.phone.tokens.failures.push(new PhoneError(code, message, { recoverable }));
    await this.phone.controller.register().catch(() => undefined);
    await rendered();
  }

  /** A call is placed, and ends with an error before anybody answers. */
  async failToCall(code: PhoneErrorCode): Promise<void> {
    const { device, controller } = this.phone;
    device.hesitates = true;
    void controller.makeCall('+14155550100').catch(() => undefined);
    await this.settled();
    const call = device.placedCalls.at(-1);
    call?.emit({ type: 'error', error: new PhoneError(code, 'whatever') });
    call?.emit({ type: 'disconnect' });
    await this.settled();
  }

  /** Trouble that may heal has lasted too long for that. */
  async ripen(): Promise<void> {
    await this.pass(HEALS_WITHIN_IN_MILLISECONDS);
  }

  async pass(milliseconds: number): Promise<void> {
    this.clock.tick(milliseconds);
    await this.settled();
  }

  async settled(): Promise<void> {
    await settle();
    await rendered();
  }

  end(): void {
    this.#element?.remove();
    PhoneTrouble.schedule = this.#schedule;
  }
}
