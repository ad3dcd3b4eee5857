import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { clickWithMouse, rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt, showToast } from '../support/toast-scenes.js';

let phone: TestPhone;

beforeEach(async () => {
  phone = await registeredPhone();
});

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

  it('a button looks as if it could not be pressed for as long as it takes no click', async () => {
    const opacities = () => allByRole('button').map((button) => Number(getComputedStyle(button).opacity));
    const first = phone.ring({ from: '+442079460000' });
    phone.ring({ from: '+14155550100' });
    await showToast(phone);
    expect(opacities()).to.deep.equal([0.55, 0.55, 0.55, 0.55]);
    await lookAtIt();
    expect(opacities()).to.deep.equal([1, 1, 1, 1]);
    first.emit({ type: 'cancel' });
    await rendered();
    expect(opacities(), 'they have moved under the hand').to.deep.equal([0.55, 0.55]);
    expect(byRole('button', 'Answer').ariaDisabled, 'to who does not see it, it is a button').to.equal(null);
    await lookAtIt();
    expect(opacities()).to.deep.equal([1, 1]);
  });

  it('a button that cannot be pressed for another reason stays pale', async () => {
    phone.ring({ hesitates: true });
    await showToast(phone);
    byRole('button', 'Answer').click();
    await lookAtIt();
    const answering = byRole('button', 'Answering…');
    expect([answering.ariaDisabled, getComputedStyle(answering).opacity]).to.deep.equal(['true', '0.55']);
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
