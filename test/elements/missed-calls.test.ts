import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-status.js';
import type { PhoneStatus } from '../../src/elements/phone-status.js';
import { byRole } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: PhoneStatus;

beforeEach(async () => {
  phone = await registeredPhone();
  element = await fixture<PhoneStatus>(html`<phone-status .controller=${phone.controller}></phone-status>`);
});

function missed(): string {
  const part = element.renderRoot.querySelector('[part="missed"] bdi');
  return part?.textContent?.trim() ?? '';
}

describe('missed calls', () => {
  it('are said politely where the status is said, with the name of who called', async () => {
    phone.ring({ parameters: { name: 'Ada <i>' } }).emit({ type: 'cancel' });
    await until(() => missed() !== '');
    expect(missed()).to.equal('Missed call from Ada <i>');
    expect(byRole('status').contains(byRole('button', 'Dismiss'))).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('fault 18: are told from calls that were lost while they rang, which nobody gave up', async () => {
    const call = phone.ring({ parameters: { name: 'Ada' } });
    call.emit({ type: 'transportClose' });
    await until(() => missed() !== '');
    expect(missed()).to.equal('The connection was lost while Ada called.');
    phone.ring({ parameters: { name: 'Grace' } }).emit({ type: 'cancel' });
    await until(() => missed() === 'Missed calls: 2. The last one was from Grace.');
  });

  it('are counted, and the last of them is named', async () => {
    phone.ring({ parameters: { name: 'Ada' } }).emit({ type: 'cancel' });
    phone.ring({ from: '+442079460000' }).emit({ type: 'cancel' });
    await until(() => missed() !== '');
    expect(missed()).to.equal('Missed calls: 2. The last one was from +442079460000.');
  });

  it('keep their caller when another call ends after them', async () => {
    const call = await phone.talk({ parameters: { name: 'Ada' } });
    phone.ring({ parameters: { name: 'Grace' } });
    await until(() => missed() === 'Missed call from Grace');
    call.emit({ type: 'disconnect' });
    await rendered();
    expect(missed()).to.equal('Missed call from Grace');
  });

  it('are gone when they have been seen', async () => {
    phone.ring().emit({ type: 'cancel' });
    await until(() => missed() !== '');
    await clickWithMouse(byRole('button', 'Dismiss'));
    expect(missed()).to.equal('');
    expect(phone.state.missedCallCount).to.equal(0);
  });

  it('are not those that the person declined', async () => {
    phone.ring();
    await phone.controller.rejectCall();
    await rendered();
    expect(missed()).to.equal('');
  });
});
