import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { byRole, focused } from '../support/accessible.js';
import { rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt, showToast } from '../support/toast-scenes.js';

let phone: TestPhone;

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('the focus', () => {
  let input: HTMLInputElement;

  beforeEach(async () => {
    input = await fixture(html`<input aria-label="Notes" />`);
    input.focus();
  });

  it('is never taken when somebody calls', async () => {
    await showToast(phone);
    phone.ring();
    await rendered();
    expect(focused() === input).to.equal(true);
    await sendKeys({ type: 'abc' });
    expect(input.value).to.equal('abc');
  });

  it('goes to the toast by F8, and back by F8 or Escape', async () => {
    phone.ring();
    await showToast(phone);
    for (const back of ['F8', 'Escape']) {
      await sendKeys({ press: 'F8' });
      expect(focused() === byRole('button', 'Answer')).to.equal(true);
      await sendKeys({ press: back });
      expect(focused() === input).to.equal(true);
    }
  });

  it('goes back to where it was when the call has been answered by keyboard', async () => {
    const call = phone.ring();
    await showToast(phone);
    await lookAtIt();
    await sendKeys({ press: 'F8' });
    await sendKeys({ press: 'Enter' });
    await rendered();
    expect(call.commands).to.deep.equal(['accept']);
    expect(focused() === input).to.equal(true);
  });

  it('reaches both buttons by Tab', async () => {
    phone.ring();
    await showToast(phone);
    await sendKeys({ press: 'F8' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused() === byRole('button', 'Decline')).to.equal(true);
  });

  it('F8 is the key that the dialog names, and stays the page’s when nobody calls', async () => {
    const call = phone.ring();
    await showToast(phone);
    expect(byRole('alertdialog').getAttribute('aria-keyshortcuts')).to.equal('F8');
    call.emit({ type: 'cancel' });
    await rendered();
    const event = new KeyboardEvent('keydown', { key: 'F8', bubbles: true, cancelable: true });
    input.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });
});
