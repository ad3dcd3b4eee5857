import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/phone-panels.js';
import '../../src/define/phone-trouble.js';
import '../../src/define/twilio-phone.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { PhonePanels } from '../../src/elements/phone-panels.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import { boardOf } from '../../src/elements/shared/trouble-board.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { TestComposer } from '../support/test-composer.js';
import { showDevices } from '../support/sound-devices.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

const { loaders } = PhonePanels;
let phone: TestPhone;
let loads = 0;

beforeEach(async () => {
  phone = await registeredPhone();
  showDevices(phone);
  loads = 0;
  PhonePanels.loaders = {
    settings: async () => {
      loads += 1;
      await loaders?.settings();
    },
    history: () => loaders?.history() ?? Promise.resolve(),
  };
});

afterEach(() => {
  PhonePanels.loaders = loaders;
});

async function show(): Promise<PhonePanels> {
  const element = await fixture<PhonePanels>(
    html`<phone-panels .controller=${phone.controller}></phone-panels>`,
  );
  await rendered();
  return element;
}

function areShown(): boolean {
  return allByRole('group', 'Settings').length === 1;
}

describe('<phone-panels>', () => {
  it('opens the settings when <phone-trouble> beside it lets one choose another microphone', async () => {
    await show();
    const trouble = document.createElement('phone-trouble');
    trouble.controller = phone.controller;
    document.querySelector('phone-panels')?.before(trouble);
    phone.microphone.failure = new PhoneError('microphone-busy', 'x', { recoverable: true });
    const attempt = { error: phone.microphone.failure, tryAgain: () => Promise.resolve() };
    boardOf(phone.controller).note(attempt);
    await until(() => allByRole('button', 'Choose another microphone').length === 1);
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await clickWithMouse(byRole('button', 'Choose another microphone'));
    await until(areShown);
    expect(byRole('button', 'Settings').ariaExpanded).to.equal('true');
  });

  it('is a button "Settings" that loads nothing before it is pressed', async () => {
    const element = await show();
    const button = byRole('button', 'Settings');
    expect(button.ariaExpanded).to.equal('false');
    expect(loads).to.equal(0);
    expect(phone.audio.meters).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('opens and closes the settings, and lets go of the microphone with them', async () => {
    const element = await show();
    await clickWithMouse(byRole('button', 'Settings'));
    await until(() => areShown() && phone.audio.meters === 1);
    expect(byRole('button', 'Settings').ariaExpanded).to.equal('true');
    expect(element.open).to.equal('settings');
    await expect(element).to.be.accessible();
    byRole('button', 'Settings').click();
    await until(() => !areShown() && phone.audio.meters === 0);
    expect(loads).to.equal(1);
  });

  it('is worked by keyboard alone: Enter opens, Tab goes in, Escape leads back', async () => {
    await show();
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(byRole('button', 'History'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(areShown);
    expect(focused()).to.equal(byRole('button', 'Settings'));
    await sendKeys({ press: 'Tab' });
    expect(focused()?.id).to.equal('microphone');
    await sendKeys({ press: 'Escape' });
    await until(() => !areShown());
    expect(focused()).to.equal(byRole('button', 'Settings'));
  });

  it('leaves Escape to others while it is closed', async () => {
    await show();
    byRole('button', 'Settings').focus();
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    focused()?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('says when the settings do not load, and loads them when it is opened again', async () => {
    const element = await show();
    const failing = () => Promise.reject(new TypeError('Failed to fetch'));
    PhonePanels.loaders = { settings: failing, history: failing };
    byRole('button', 'Settings').click();
    const region = () => element.renderRoot.querySelector('[role=status]')?.textContent;
    await until(() => region() === 'The settings did not load. Check your network, and try again.');
    PhonePanels.loaders = loaders;
    byRole('button', 'Settings').click();
    await rendered();
    byRole('button', 'Settings').click();
    await until(areShown);
    expect(region()).to.equal('');
  });

  it('opens one panel at a time, and Escape leads back to its own button', async () => {
    const element = await show();
    await clickWithMouse(byRole('button', 'Settings'));
    await until(areShown);
    await clickWithMouse(byRole('button', 'History'));
    await until(() => allByRole('group', 'History').length === 1);
    expect(areShown()).to.equal(false);
    expect(byRole('button', 'Settings').ariaExpanded).to.equal('false');
    expect(element.open).to.equal('history');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => allByRole('group', 'History').length === 0);
    expect(focused()).to.equal(byRole('button', 'History'));
  });

  it('says how many calls were missed beside "History", until somebody looks', async () => {
    const element = await show();
    const badge = () => element.renderRoot.querySelector<HTMLElement>('.badge');
    expect(badge()?.hidden).to.equal(true);
    phone.ring().emit({ type: 'cancel' });
    phone.ring().emit({ type: 'cancel' });
    await rendered();
    expect(badge()?.hidden).to.equal(false);
    expect(badge()?.dataset.count).to.equal('2');
    expect(element.renderRoot.querySelector('#missed')?.textContent).to.equal('Missed calls: 2');
    await expect(element).to.be.accessible();
    byRole('button', 'History').click();
    await until(() => phone.state.missedCallCount === 0);
    await until(() => badge()?.hidden === true);
  });

  it('has no "History" where the phone keeps none', async () => {
    phone.controller.configure({ keepsHistory: false });
    await show();
    expect(allByRole('button', 'History')).to.have.length(0);
    expect(allByRole('button', 'Settings')).to.have.length(1);
  });

  it('shows nothing without a phone', async () => {
    await fixture(html`<phone-panels></phone-panels>`);
    expect(allByRole('button')).to.have.length(0);
  });
});

describe('the gear of the dock', () => {
  let composer: TestComposer;

  beforeEach(() => {
    composer = new TestComposer();
    TwilioPhone.composer = composer;
  });

  afterEach(() => {
    TwilioPhone.composer = null;
  });

  it('comes once calls can come, opens the settings in the dock, and stands there in a call, too', async () => {
    const element = await fixture<TwilioPhone>(html`<twilio-phone></twilio-phone>`);
    await until(
      () => composer.loadedParts.includes('phone-panels') && allByRole('button', 'Settings').length === 1,
    );
    showDevices(composer.phone);
    const narrow = byRole('region', 'Phone').clientWidth;
    await clickWithMouse(byRole('button', 'Settings'));
    await until(areShown);
    expect(byRole('region', 'Phone').clientWidth).to.be.above(narrow);
    await composer.phone.talk();
    await rendered();
    expect(byRole('button', 'Settings').ariaExpanded).to.equal('true');
    const status = element.shadowRoot?.querySelector('phone-status')?.getBoundingClientRect();
    const gear = byRole('button', 'Settings').getBoundingClientRect();
    expect(gear.top, 'on the line of the status').to.be.below(status?.bottom ?? 0);
    await expect(element).to.be.accessible();
  });
});
