import type { Locator, Page } from 'playwright-core';
import type { TwilioPhone } from '../../src/index.js';
import { pressInToast } from './press-in-toast.js';

/** The portal's page, as the person at the counter uses it: everything is found by role and name. */
export class Portal {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The toast of whoever rings; the caller's name or number is a part of its name. */
  toast(caller = ''): Locator {
    return this.page.getByRole('alertdialog', { name: `Incoming call from ${caller}` });
  }

  get controls(): Locator {
    return this.page.getByRole('toolbar', { name: 'Call controls' });
  }

  get status(): Locator {
    return this.page.locator('phone-status').getByRole('status');
  }

  async waitUntilReady(): Promise<void> {
    await this.waitForStatus('Ready for calls');
  }

  async waitForStatus(text: string | RegExp): Promise<void> {
    await this.status.filter({ hasText: text }).waitFor();
  }

  async answer(): Promise<void> {
    await pressInToast(this.page, 'Answer', this.toast());
  }

  async decline(): Promise<void> {
    await pressInToast(this.page, 'Decline', this.toast());
  }

  /** Presses a button of the call's toolbar. */
  async press(name: 'Mute' | 'Unmute' | 'End call' | 'Hold' | 'Resume'): Promise<void> {
    await this.controls.getByRole('button', { name, exact: true }).click();
  }

  /** The page's own way to call: a method of the element. Resolves as `makeCall()` does. */
  async makeCall(phoneNumber: string): Promise<void> {
    await this.page.evaluate(async (number) => {
      const phone = document.querySelector<TwilioPhone>('twilio-phone');
      await phone?.makeCall(number);
    }, phoneNumber);
  }

  /** What the phone says of itself. */
  async isInCall(): Promise<boolean> {
    return this.page.evaluate(
      () => document.querySelector<TwilioPhone>('twilio-phone')?.hasActiveCall() ?? false,
    );
  }
}
