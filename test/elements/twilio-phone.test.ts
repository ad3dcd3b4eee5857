import { expect, fixture, html } from '@open-wc/testing';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { byRole } from '../support/accessible.js';
import { warningsDuring } from '../support/elements.js';
import {
  clearPage,
  composer,
  createElement,
  element,
  openPage,
  settled,
  show,
} from '../support/phone-page.js';
import { TestPhone, watch } from '../support/test-phone.js';

beforeEach(openPage);
afterEach(clearPage);

describe('<twilio-phone> makes its phone', () => {
  it('from its attributes, with defaults for what is missing', async () => {
    await show({ 'token-url': '/token' });
    const [{ chooseHoldMusic, ...settings } = {}, ...others] = composer.settings;
    expect(settings).to.deep.equal({
      tokenUrl: '/token',
      tokenCredentials: 'same-origin',
      tokenProvider: null,
      edge: null,
      logLevel: 'error',
      publishEvents: true,
      keepsHistory: true,
    });
    expect(chooseHoldMusic?.()).to.deep.equal({ url: null, isSilent: false });
    expect(others).to.deep.equal([]);
    expect(composer.phone.deviceState.status).to.equal('registered');
  });

  it('from all of its attributes', async () => {
    await show({
      'token-url': 'https://example.com/t',
      'token-credentials': 'include',
      edge: 'ashburn,dublin',
      'log-level': 'warn',
      'without-insights': '',
    });
    expect(composer.settings[0]).to.include({
      tokenUrl: 'https://example.com/t',
      tokenCredentials: 'include',
      edge: 'ashburn,dublin',
      logLevel: 'warn',
      publishEvents: false,
    });
  });

  it('with the hold music that its attributes name at the moment of holding', async () => {
    await show({ 'hold-music': '/music.mp3' });
    const chooseHoldMusic = composer.settings[0]?.chooseHoldMusic;
    expect(chooseHoldMusic?.()).to.deep.equal({ url: '/music.mp3', isSilent: false });
    element.setAttribute('without-hold-music', '');
    expect(chooseHoldMusic?.()).to.deep.equal({ url: '/music.mp3', isSilent: true });
  });

  it('from a token provider, which may be set right after it came into the page', async () => {
    const tokenProvider = () => Promise.resolve({ token: 'x' });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    createElement();
    box.append(element);
    element.tokenProvider = tokenProvider;
    await settled();
    expect(composer.settings[0]?.tokenProvider).to.equal(tokenProvider);
  });

  it('leaves out what is of no use, takes the default and says so once on the console', async () => {
    const warnings = await warningsDuring(async () => {
      await show({
        'token-credentials': 'yes',
        edge: 'As hburn!',
        'log-level': 'loud',
        dock: 'middle',
        'color-scheme': 'blue',
        density: 'tight',
        'phone-number': '0800',
      });
      element.requestUpdate();
      await settled();
      void element.makeCall('+14155550100').catch(() => undefined);
      await settled();
    });
    expect(composer.settings[0]).to.include({
      tokenCredentials: 'same-origin',
      edge: null,
      logLevel: 'error',
    });
    expect(warnings).to.have.length(7);
    for (const name of [
      'token-credentials',
      'edge',
      'log-level',
      'dock',
      'color-scheme',
      'density',
      'phone-number',
    ]) {
      expect(warnings.filter((warning) => warning.includes(`${name}="`))).to.have.length(1);
    }
  });

  it('asks elsewhere for tokens when its address changes, and keeps its phone', async () => {
    await show();
    element.setAttribute('token-url', '/elsewhere');
    await settled();
    expect(composer.phones).to.have.length(1);
    expect(composer.tokenSettings.at(-1)?.tokenUrl).to.equal('/elsewhere');
  });

  it('tries again when what makes phones did not load, and says so meanwhile', async () => {
    composer.failure = new Error('offline');
    await show();
    expect(byRole('region', 'Phone').textContent).to.contain('Offline, trying again');
    const asked = watch(element.makeCall('+14155550100'));
    await settled();
    expect(asked.outcome).to.equal('rejected: sdk-load-failed');
    composer.failure = null;
    composer.clock.tick(3_000);
    await settled();
    expect(composer.phone.deviceState.status).to.equal('registered');
  });

  it('says on the console when nobody told how, and throws nothing', async () => {
    TwilioPhone.composer = null;
    const warnings = await warningsDuring(() => show());
    expect(warnings.join()).to.contain('twilio-phone/define');
    expect(watch(element.answerCall())).to.include({ outcome: 'pending' });
    expect(element.isDeviceReady()).to.equal(false);
  });

  it('loads toast and controls once calls can come, and nothing of them before', async () => {
    composer.failure = new Error('offline');
    await show();
    expect(composer.loadedParts).to.be.empty;
    composer.failure = null;
    composer.clock.tick(3_000);
    await settled();
    expect(composer.loadedParts).to.include('incoming-call-toast').and.to.include('call-controls');
  });
});

describe('<twilio-phone> tells', () => {
  it('facts as DOM events, when its attributes already say so', async () => {
    await show();
    const told: string[] = [];
    for (const type of ['call-incoming', 'call-accept', 'call-disconnect']) {
      document.body.addEventListener(type, () => told.push(`${type} ${element.getAttribute('call-status')}`));
    }
    const call = composer.phone.ring();
    await element.answerCall();
    call.emit({ type: 'disconnect' });
    expect(told).to.deep.equal(['call-incoming pending', 'call-accept open', 'call-disconnect null']);
  });

  it('its state in attributes that a page can style by', async () => {
    await show();
    expect(element.getAttribute('device-status')).to.equal('registered');
    const call = composer.phone.ring();
    expect(element.matches('[ringing][call-status="pending"][call-direction="INCOMING"]')).to.equal(true);
    await element.answerCall();
    await element.toggleMute();
    await element.toggleHold();
    expect(element.matches('[muted][on-hold][call-status="open"]:not([ringing])')).to.equal(true);
    call.emit({ type: 'disconnect' });
    expect(element.matches('[muted], [on-hold], [call-status], [call-direction]')).to.equal(false);
  });

  it('nothing twice after it has been moved', async () => {
    await show();
    let told = 0;
    element.addEventListener('call-incoming', () => (told += 1));
    element.parentElement?.prepend(element);
    composer.phone.ring();
    expect(told).to.equal(1);
  });

  it('the token nowhere', async () => {
    await show();
    expect(document.documentElement.outerHTML).not.to.contain('token-1');
  });
});

describe("a page's own controller", () => {
  it('is served like any other, and never destroyed by the element', async () => {
    const mine = new TestPhone();
    await mine.controller.register();
    const box = await fixture<HTMLElement>(html`<div></div>`);
    createElement();
    element.controller = mine.controller;
    box.append(element);
    await settled();
    expect(composer.phones).to.have.length(0);
    expect(element.getAttribute('device-status')).to.equal('registered');
    element.remove();
    composer.clock.tick(60_000);
    await settled();
    expect(mine.deviceState.status).to.equal('registered');
  });
});
