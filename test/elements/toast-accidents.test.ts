import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { movements } from '../support/animations.js';
import { clickWithMouse, rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt, showToast } from '../support/toast-scenes.js';

let phone: TestPhone;

beforeEach(async () => {
  phone = await registeredPhone();
});

function isOfButton({ effect }: Animation): boolean {
  return effect instanceof KeyframeEffect && effect.target?.localName === 'button';
}

describe('accidents', () => {
  it('a click in the first moments does not answer', async () => {
    const call = phone.ring();
    await showToast(phone);
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal([]);
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal(['accept']);
  });

  it('a click just as the buttons have moved under the hand does not answer somebody else', async () => {
    const first = phone.ring({ from: '+442079460000' });
    const second = phone.ring({ from: '+14155550100' });
    await showToast(phone);
    await lookAtIt();
    first.emit({ type: 'cancel' });
    await rendered();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(second.commands).to.deep.equal([]);
  });

  it('buttons are grey for as long as they take no click', async () => {
    const filters = () => allByRole('button').map((button) => getComputedStyle(button).filter);
    const first = phone.ring({ from: '+442079460000' });
    phone.ring({ from: '+14155550100' });
    await showToast(phone);
    expect(filters()).to.deep.equal(Array(4).fill('grayscale(1)'));
    await lookAtIt();
    expect(filters()).to.deep.equal(Array(4).fill('none'));
    first.emit({ type: 'cancel' });
    await rendered();
    expect(filters(), 'they have moved under the hand').to.deep.equal(Array(2).fill('grayscale(1)'));
    expect(byRole('button', 'Answer').ariaDisabled, 'to who does not see it, it is a button').to.equal(null);
    await lookAtIt();
    expect(filters()).to.deep.equal(Array(2).fill('none'));
  });

  it('buttons can be read as easily while they are grey', async () => {
    phone.ring();
    const toast = await showToast(phone);
    const moves = movements(byRole('alertdialog'));
    const [grey, others] = [moves.filter(isOfButton), moves.filter((move) => !isOfButton(move))];
    for (const move of others) move.finish();
    for (const move of grey) move.pause();
    expect(new Set(grey).size).to.equal(2);
    await expect(toast).to.be.accessible();
  });

  it('a key that was held down does not answer', async () => {
    const call = phone.ring();
    await showToast(phone);
    await lookAtIt();
    await sendKeys({ press: 'F8' });
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    focused()?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(call.commands).to.deep.equal([]);
  });

  it('a script of the page may press at once: it could call the method as well', async () => {
    const call = phone.ring();
    await showToast(phone);
    byRole('button', 'Answer').click();
    await rendered();
    expect(call.commands).to.deep.equal(['accept']);
  });
});
