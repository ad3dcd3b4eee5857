import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-status.js';
import type { PhoneStatus } from '../../src/elements/phone-status.js';
import { everySecond } from '../../src/elements/shared/every-second.js';
import { allByRole, byRole } from '../support/accessible.js';
import { clickWithMouse, until } from '../support/elements.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: PhoneStatus;

async function show(): Promise<void> {
  element = await fixture<PhoneStatus>(html`<phone-status .controller=${phone.controller}></phone-status>`);
}

function button(): HTMLElement {
  return byRole('button', 'Ready for calls');
}

function said(): string {
  return element.renderRoot.querySelector('[part="connection"]')?.textContent?.trim() ?? '';
}

describe('<phone-status>, asked how it knows that it is ready,', () => {
  beforeEach(async () => {
    phone = await registeredPhone();
    phone.device.lastWordAt = phone.clock.monotonicNow();
    await show();
    await until(() => allByRole('button').length > 0);
  });

  it('says how long ago Twilio was heard, outside of what screen readers are told', async () => {
    expect([said(), button().getAttribute('aria-expanded')]).to.deep.equal(['', 'false']);
    await expect(element).to.be.accessible();
    phone.clock.tick(12_000);
    await clickWithMouse(button());
    await until(() => said() === 'Last heard from Twilio: 12 sec. ago');
    expect(button().getAttribute('aria-expanded')).to.equal('true');
    expect(byRole('status').textContent).not.to.contain('Twilio');
    await expect(element).to.be.accessible();
  });

  it('answers the keyboard', async () => {
    button().focus();
    button().click();
    await until(() => said() === 'Last heard from Twilio: now');
    button().click();
    await until(() => said() === '');
  });

  it('goes on while it is shown, and not after', async () => {
    button().click();
    await until(() => said() === 'Last heard from Twilio: now');
    phone.clock.tick(3_000);
    await until(() => said() === 'Last heard from Twilio: 3 sec. ago');
    button().click();
    await until(() => said() === '');
    let updates = 0;
    element.requestUpdate = () => void (updates += 1);
    await nextSecond();
    expect(updates).to.equal(0);
  });

  it('ticks for nobody while it is out of the page, and again when it is back', async () => {
    button().click();
    await until(() => said() !== '');
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    phone.clock.tick(7_000);
    await until(() => said() === 'Last heard from Twilio: 7 sec. ago');
    element.remove();
    let updates = 0;
    element.requestUpdate = () => void (updates += 1);
    await nextSecond();
    expect(updates).to.equal(0);
  });

  it('is honest where nothing connects', async () => {
    phone.device.lastWordAt = null;
    button().click();
    await until(() => said() === 'Not connected now');
  });

  it('speaks its reader’s language', async () => {
    button().click();
    phone.clock.tick(12_000);
    element.lang = 'de';
    await until(() => said() === 'Zuletzt von Twilio gehört: vor 12 Sek.');
  });

  it('has nothing to say of a person who has signed out', async () => {
    await phone.controller.signOut();
    await until(() => byRole('status').textContent?.includes('Signed out') === true);
    expect(allByRole('button')).to.have.length(0);
  });
});

describe('<phone-status> whose connection goes and comes', () => {
  const words = () => byRole('status').textContent?.trim();

  beforeEach(() => {
    phone = new TestPhone();
  });

  it('says at once that it connects, before it was ever ready', async () => {
    phone.tokens.hesitates = true;
    void phone.controller.register();
    await show();
    await until(() => words() === 'Connecting');
  });

  it('keeps saying that it is ready while it is back soon, and says so when it is not', async () => {
    await phone.controller.register();
    await show();
    await until(() => allByRole('button').length > 0);
    for (let flap = 0; flap < 20; flap += 1) {
      phone.device.emit({ type: 'unregistered' });
      phone.device.emit({ type: 'registering' });
      await element.updateComplete;
      expect(words()).to.equal('Ready for calls');
      phone.device.emit({ type: 'registered', identity: 'alice', edge: null });
      await element.updateComplete;
    }
    phone.device.emit({ type: 'unregistered' });
    await until(() => words() === 'Connecting');
  });

  it('never hides a call', async () => {
    await phone.controller.register();
    await show();
    await until(() => allByRole('button').length > 0);
    phone.device.emit({ type: 'registering' });
    phone.ring();
    await element.updateComplete;
    expect(words()).to.equal('Incoming call');
  });
});

/** Whoever listened longer would be called before. */
function nextSecond(): Promise<void> {
  return new Promise<void>((resolve) => {
    const stop = everySecond(() => {
      stop();
      resolve();
    });
  });
}
