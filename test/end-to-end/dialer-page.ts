import type { Locator, Page } from 'playwright-core';

/** The dialer and the keypad of a page, as a person uses them: everything is found by role and name. */
export class DialerOnPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Phone number' });
  }

  /** Types into the field, and presses Enter. */
  async dial(text: string): Promise<void> {
    await this.field.click();
    await this.field.pressSequentially(text);
    await this.field.press('Enter');
  }

  /** Waits until this can be read below the field. */
  async waitForWords(words: string): Promise<void> {
    await this.page.locator('phone-dialer').getByText(words).waitFor();
  }

  /** Waits until the phone says this of what went wrong. */
  async waitForTrouble(words: string): Promise<void> {
    await this.page.locator('phone-trouble').getByText(words).waitFor();
  }

  /** Puts a text on the clipboard, and presses the keys for "paste" where the focus is. */
  async paste(text: string): Promise<void> {
    const { origin } = new URL(this.page.url());
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.keyboard.press('Control+V');
  }

  key(name: string): Locator {
    return this.page.getByRole('grid', { name: 'Keypad' }).getByRole('button', { name, exact: true });
  }
}
