import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/settings-disclosure.js';
import '../../src/define/twilio-phone.js';
import { SettingsDisclosure } from '../../src/elements/settings-disclosure.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { clickWithMouse, rendered, TestComposer, until } from '../support/elements.js';
import { showDevices } from '../support/settings-scenes.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

const { loadSettings } = SettingsDisclosure;
let phone: TestPhone;
let loads = 0;

beforeEach(async () => {
  phone = await registeredPhone();
  showDevices(phone);
  loads = 0;
  SettingsDisclosure.loadSettings = async () => {
    loads += 1;
    await loadSettings?.();
  };
});

afterEach(() => {
  SettingsDisclosure.loadSettings = loadSettings;
});

async function show(): Promise<SettingsDisclosure> {
  const element = await fixture<SettingsDisclosure>(
    html`<settings-disclosure .controller=${phone.controller}></settings-disclosure>`,
  );
  await rendered();
  return element;
}

function areShown(): boolean {
  return allByRole('group', 'Settings').length === 1;
}

describe('<settings-disclosure>', () => {
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
    expect(element.open).to.equal(true);
    await expect(element).to.be.accessible();
    byRole('button', 'Settings').click();
    await until(() => !areShown() && phone.audio.meters === 0);
    expect(loads).to.equal(1);
  });

  it('is worked by keyboard alone: Enter opens, Tab goes in, Escape leads back', async () => {
    await show();
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
    SettingsDisclosure.loadSettings = () => Promise.reject(new TypeError('Failed to fetch'));
    byRole('button', 'Settings').click();
    const region = () => element.renderRoot.querySelector('[role=status]')?.textContent;
    await until(() => region() === 'The settings did not load. Check your network, and try again.');
    SettingsDisclosure.loadSettings = loadSettings;
    byRole('button', 'Settings').click();
    await rendered();
    byRole('button', 'Settings').click();
    await until(areShown);
    expect(region()).to.equal('');
  });

  it('shows nothing without a phone', async () => {
    await fixture(html`<settings-disclosure></settings-disclosure>`);
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
      () =>
        composer.loadedParts.includes('settings-disclosure') && allByRole('button', 'Settings').length === 1,
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
