import { expect } from '@open-wc/testing';
import type { IncomingCallToast } from '../../src/elements/incoming-call-toast.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { byRole } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt, showToast } from '../support/toast-scenes.js';

let phone: TestPhone;
let toast: IncomingCallToast;

beforeEach(async () => {
  phone = await registeredPhone();
  phone.clock.jump(Date.now() - phone.clock.now());
  phone.controller.configure({ autoAnswer: true });
});

function message(): string {
  return byRole('alertdialog').querySelector('[part="message"]')?.textContent?.trim() ?? '';
}

describe('a call that the phone is about to answer by itself', () => {
  it('is announced, and the seconds that are left count down', async () => {
    phone.ring();
    await phone.pass(0);
    toast = await showToast(phone);
    await until(() => /in [23] s$/.test(message()));
    await until(() => message() === 'Answering by itself in 1 s');
    await expect(toast).to.be.accessible();
  });

  it('is read out once, and not second by second', async () => {
    phone.ring({ parameters: { name: 'Ada' } });
    await phone.pass(0);
    toast = await showToast(phone);
    await until(() => message() === 'Answering by itself in 2 s');
    expect(byRole('alert').textContent?.trim()).to.equal(
      'Incoming call from Ada. The phone is about to answer by itself.',
    );
    expect(byRole('alertdialog').querySelector('[part="message"]')?.closest('[role=alert]')).to.equal(null);
  });

  it('can still be declined', async () => {
    const call = phone.ring();
    await phone.pass(0);
    toast = await showToast(phone);
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Decline'));
    expect(call.commands).to.deep.equal(['reject']);
    await phone.pass(10_000);
    expect(call.commands).to.deep.equal(['reject']);
  });

  it('says what kept it from being answered, and counts no longer', async () => {
    phone.ring();
    await phone.pass(0);
    toast = await showToast(phone);
    phone.microphone.failure = new PhoneError('microphone-denied', 'No.');
    await phone.pass(3_000);
    await rendered();
    expect(message()).to.contain('The browser keeps this page from the microphone.');
    expect(byRole('alertdialog').textContent).not.to.contain('Answering by itself');
  });

  it('is like any other call where the microphone would have to be asked for', async () => {
    phone.microphone.granted = false;
    phone.ring();
    await phone.pass(0);
    toast = await showToast(phone);
    expect(message()).to.equal('');
  });
});
