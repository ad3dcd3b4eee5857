/** The page of the soak: the portal with the built phone, driven by the phone's own methods. */
import type { Page } from 'playwright-core';
import type { CallRecord } from '../../src/core/call-record.js';
import type { TwilioPhone } from '../../src/index.js';

declare global {
  interface Window {
    /** Records that the phone told since they were last taken. */
    soakRecords: CallRecord[];
  }
}

/** A per-call command that takes no argument. */
export type CallCommand = 'answerCall' | 'rejectCall' | 'endCall' | 'toggleMute' | 'toggleHold';

export class SoakPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the portal and waits until calls can ring in it. */
  async open(address: string): Promise<void> {
    await this.page.addInitScript(() => {
      window.soakRecords = [];
      document.addEventListener('call-log', ({ record }) => window.soakRecords.push(record));
    });
    await this.page.goto(address);
    await this.page.waitForFunction(() =>
      document.querySelector<TwilioPhone>('twilio-phone')?.isDeviceReady(),
    );
  }

  /** Resolves when the phone says that the command's wish has come true. */
  async command(name: CallCommand): Promise<void> {
    await this.page.evaluate(
      async (command) => void (await document.querySelector<TwilioPhone>('twilio-phone')?.[command]()),
      name,
    );
  }

  /** Null when it rings there, or the code of the error with which the phone refused. */
  async makeCall(number: string): Promise<string | null> {
    return this.page.evaluate(async (to) => {
      const phone = document.querySelector<TwilioPhone>('twilio-phone');
      try {
        await phone?.makeCall(to);
        return null;
      } catch (error) {
        return String((error as { code?: unknown }).code);
      }
    }, number);
  }

  /** Waits until the call has this of Twilio's statuses. */
  async waitForCall(status: 'pending' | 'open'): Promise<void> {
    await this.page.waitForFunction(
      (wanted) =>
        document.querySelector<TwilioPhone>('twilio-phone')?.getCurrentCallState()?.status === wanted,
      status,
    );
  }

  /** Waits until no call is left and something is told of the one that was. */
  async waitForEnd(): Promise<void> {
    await this.page.waitForFunction(() => {
      const phone = document.querySelector<TwilioPhone>('twilio-phone');
      return window.soakRecords.length > 0 && phone?.getCurrentCallState() === null && phone.isDeviceReady();
    });
  }

  /** What was told since this was asked last. */
  takeRecords(): Promise<CallRecord[]> {
    return this.page.evaluate(() => window.soakRecords.splice(0));
  }

  /** What the phone keeps, the newest first. It reads its storage when somebody looks. */
  async readHistory(): Promise<readonly CallRecord[]> {
    return this.page.evaluate(
      () =>
        new Promise<readonly CallRecord[]>((resolve) => {
          const controller = document.querySelector<TwilioPhone>('twilio-phone')?.controller;
          controller?.history.subscribe(({ records }) => records && resolve(records));
        }),
    );
  }

  /** The same after the page was loaded anew: what outlives it. */
  async readHistoryAfterReload(): Promise<readonly CallRecord[]> {
    await this.page.reload();
    await this.#waitUntilReady();
    return this.readHistory();
  }

  /** After a call that went wrong: whatever is left of it goes. */
  async clear(): Promise<void> {
    await this.page.evaluate(async () => {
      const phone = document.querySelector<TwilioPhone>('twilio-phone');
      const command = phone?.can('rejectCall') ? 'rejectCall' : 'endCall';
      if (phone?.getCurrentCallState()) await phone[command]().catch(() => undefined);
      window.soakRecords.splice(0);
    });
  }

  async #waitUntilReady(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.querySelector<TwilioPhone>('twilio-phone')?.isDeviceReady(),
    );
  }
}
