import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/call-controls.js';
import '../../src/define/incoming-call-toast.js';
import '../../src/define/twilio-phone.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { allByRole, byRole } from '../support/accessible.js';
import { rendered, TestComposer, warningsDuring } from '../support/elements.js';
import { settle } from '../support/fake-ports.js';
import { TestPhone, watch } from '../support/test-phone.js';

let composer: TestComposer;
let element: TwilioPhone;

beforeEach(() => {
  composer = new TestComposer();
  TwilioPhone.composer = composer;
});

afterEach(async () => {
  for (const phone of document.querySelectorAll('twilio-phone')) phone.remove();
  await settled();
  composer.clock.tick(60_000);
});

/** Each test has a line of its own, so that no phone takes over the controller of the test before. */
let line = 0;

async function show(attributes: Record<string, string> = {}, content = ''): Promise<void> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  element = document.createElement('twilio-phone');
  element.tokenUrl = `/token/${(line += 1)}`;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = content;
  box.append(element);
  await settled();
}

async function settled(): Promise<void> {
  await settle();
  await rendered();
}

describe('<twilio-phone> makes its phone', () => {
  it('from its attributes, with defaults for what is missing', async () => {
    await show({ 'token-url': '/token' });
    expect(composer.settings).to.deep.equal([
      {
        tokenUrl: '/token',
        tokenCredentials: 'same-origin',
        tokenProvider: null,
        edge: null,
        logLevel: 'error',
        publishEvents: true,
      },
    ]);
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

  it('from a token provider, which may be set right after it came into the page', async () => {
    const tokenProvider = () => Promise.resolve({ token: 'x' });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    element = document.createElement('twilio-phone');
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
        'log-level': 'debug',
        dock: 'middle',
        'color-scheme': 'blue',
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
    expect(warnings).to.have.length(6);
    for (const name of ['token-credentials', 'edge', 'log-level', 'dock', 'color-scheme', 'phone-number']) {
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

  it('loads the toast at once and the controls when calls can come', async () => {
    composer.failure = new Error('offline');
    await show();
    expect(composer.toastLoads).to.be.greaterThan(0);
    expect(composer.controlsLoads).to.equal(0);
    composer.failure = null;
    composer.clock.tick(3_000);
    await settled();
    expect(composer.controlsLoads).to.be.greaterThan(0);
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

describe("<twilio-phone>'s methods", () => {
  it('do what the guide says, and answer its questions', async () => {
    await show({ 'phone-number': '+14155550199' });
    expect(element.isDeviceReady()).to.equal(true);
    expect(element.hasActiveCall()).to.equal(false);
    expect(element.getCurrentCallState()).to.equal(null);
    expect(element.can('makeCall')).to.equal(true);
    composer.phone.ring();
    await element.answerCall();
    expect(element.hasActiveCall()).to.equal(true);
    expect(element.getCurrentCallState()?.status).to.equal('open');
    expect(await element.toggleMute()).to.equal(true);
    expect(await element.toggleHold()).to.equal(true);
    await element.sendDigits('1#');
    await element.endCall();
    composer.phone.ring();
    await element.rejectCall();
    composer.phone.ring();
    await element.ignoreCall();
    await element.unregister();
    expect(element.isDeviceReady()).to.equal(false);
    await element.register();
    await element.signOut();
    await element.destroy();
    expect(composer.phone.deviceState.status).to.equal('destroyed');
  });

  it('makeCall hands this line’s own number and more to the voice webhook', async () => {
    await show({ 'phone-number': '+14155550199' });
    composer.phone.device.hesitates = true;
    void element.makeCall('+442079460000', { ticket: '7' }).catch(() => undefined);
    await settled();
    const parameters = JSON.stringify({ CallerId: '+14155550199', ticket: '7', To: '+442079460000' });
    expect(composer.phone.device.commands.at(-1)).to.equal(`makeCall(token-1, ${parameters})`);
  });

  const commands: readonly [string, () => Promise<unknown>][] = [
    ['call-answer-request', () => element.answerCall()],
    ['call-reject-request', () => element.rejectCall()],
    ['call-end-request', () => element.endCall()],
    ['call-mute-request', () => element.toggleMute()],
    ['call-hold-request', () => element.toggleHold()],
    ['call-digits-request', () => element.sendDigits('1')],
    ['call-make-request', () => element.makeCall('+442079460000')],
  ];
  for (const [request, command] of commands) {
    it(`ask by ${request}, and reject when the page prevents it`, async () => {
      await show();
      const call = composer.phone.ring();
      const before = [...call.commands, ...composer.phone.device.commands];
      element.addEventListener(request, (event) => event.preventDefault(), { once: true });
      const asked = watch(command());
      await settled();
      expect(asked.outcome).to.equal('rejected: invalid-state');
      expect([...call.commands, ...composer.phone.device.commands]).to.deep.equal(before);
    });
  }

  it('wait for a phone that is still being made', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    element = document.createElement('twilio-phone');
    box.append(element);
    const asked = watch(element.unregister());
    await settled();
    expect(asked.outcome).to.equal('fulfilled');
  });

  it('reject when the element is in no page', async () => {
    const asked = watch(document.createElement('twilio-phone').answerCall());
    await settle();
    expect(asked.outcome).to.equal('rejected: invalid-state');
  });
});

describe('<twilio-phone> shows', () => {
  it('first of all that it is connecting', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    element = document.createElement('twilio-phone');
    composer.loadMaker = () => new Promise(() => undefined);
    box.append(element);
    await settled();
    expect(byRole('region', 'Phone').textContent).to.contain('Connecting');
    await expect(element).to.be.accessible();
  });

  it('the whole phone when it has no child elements, white space or not', async () => {
    await show({}, '\n  \n');
    expect(byRole('status').textContent).to.contain('Ready for calls');
    await expect(element).to.be.accessible();
  });

  it('who one talks to, and the controls', async () => {
    await show();
    composer.phone.ring({ from: '+442079460000', parameters: { name: 'Ada <b>' } });
    await element.answerCall();
    await settled();
    const region = byRole('region', 'Phone');
    expect(region.textContent).to.contain('Ada <b>').and.to.contain('+442079460000');
    expect(byRole('toolbar', 'Call controls')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
  });

  it('its child elements instead, as soon as there are some', async () => {
    await show();
    element.innerHTML = '<call-controls></call-controls>';
    await settled();
    expect(allByRole('region', 'Phone')).to.have.length(0);
    composer.phone.ring();
    await element.answerCall();
    await settled();
    expect(byRole('toolbar', 'Call controls').getRootNode()).to.have.property(
      'host',
      element.firstElementChild,
    );
  });

  it('the toast in any case', async () => {
    await show({}, '<p>My own phone</p>');
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await settled();
    expect(byRole('alertdialog', 'Incoming call from Ada')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
  });

  it("no second toast when the page has its own, which stays the page's", async () => {
    const toast = document.createElement('incoming-call-toast');
    await show();
    element.parentElement?.append(toast);
    composer.phone.ring();
    await settled();
    expect(allByRole('alertdialog')).to.have.length(1);
    toast.remove();
    await settled();
    expect(allByRole('alertdialog')).to.have.length(1);
  });

  for (const [dock, horizontal, vertical] of [
    ['bottom-right', 'right', 'bottom'],
    ['bottom-left', 'left', 'bottom'],
    ['top-right', 'right', 'top'],
    ['top-left', 'left', 'top'],
  ] as const) {
    it(`its dock at the window's ${dock}, out of every wrapper`, async () => {
      await show({ dock });
      element.style.transform = 'translateX(50px)';
      const { [horizontal]: across, [vertical]: along } = byRole('region', 'Phone').getBoundingClientRect();
      expect(horizontal === 'right' ? document.documentElement.clientWidth - across : across).to.equal(16);
      expect(vertical === 'bottom' ? window.innerHeight - along : along).to.equal(16);
    });
  }

  it('itself where it stands with dock="none"', async () => {
    await show({ dock: 'none' });
    expect(getComputedStyle(byRole('region', 'Phone')).position).to.equal('static');
  });

  it('nothing when the page hides it', async () => {
    await show();
    element.hidden = true;
    await settled();
    expect(byRole.bind(null, 'region', 'Phone')).to.throw();
  });
});

describe("a page's own controller", () => {
  it('is served like any other, and never destroyed by the element', async () => {
    const mine = new TestPhone();
    await mine.controller.register();
    const box = await fixture<HTMLElement>(html`<div></div>`);
    element = document.createElement('twilio-phone');
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
