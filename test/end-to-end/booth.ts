import type { Locator, Page } from 'playwright-core';

/** The phone booth's page, as a person uses it. */
export class Booth {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  async waitForStatus(text: string | RegExp): Promise<void> {
    await this.status.filter({ hasText: text }).waitFor();
  }

  /** Calls the number that stands there, or another one. */
  async call(number?: string): Promise<void> {
    if (number !== undefined) await this.page.getByLabel('Number to call').fill(number);
    await this.page.getByRole('button', { name: 'Call', exact: true }).click();
  }

  async answer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Answer' }).click();
  }

  async hangUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Hang up' }).click();
  }
}
