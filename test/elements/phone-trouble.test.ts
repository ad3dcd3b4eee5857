import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/phone-trouble.js';
import { PASSING_TROUBLE_IN_MILLISECONDS } from '../../src/core/passing-trouble.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import { boardOf } from '../../src/elements/shared/trouble-board.js';
import { allByRole, byRole } from '../support/accessible.js';
import { clickWithMouse } from '../support/elements.js';
import { allErrorCodes } from '../support/error-codes.js';
import { FakeTokenSource } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';
import { TroubleStage } from '../support/trouble.js';

let stage: TroubleStage;

beforeEach(async () => {
  stage = new TroubleStage();
  await stage.show();
});

afterEach(() => stage.end());

describe('<phone-trouble>', () => {
  it('takes no room and says nothing while all is well', async () => {
    await stage.phone.controller.register();
    await stage.settled();
    expect(stage.words).to.equal('');
    expect(allByRole('button')).to.have.length(0);
    expect(stage.element.getBoundingClientRect().height).to.equal(0);
    await expect(stage.element).to.be.accessible();
  });

  for (const code of allErrorCodes) {
    it(`says ${code} in words, with at most one button that helps, to everybody`, async () => {
      await stage.fail(code);
      await stage.ripen();
      expect(stage.words).to.match(/^\S.*\.$/);
      expect(stage.element.shadowRoot?.querySelector('[part=meaning]')?.textContent).to.match(/\.$/);
      expect(allByRole('button')).to.have.length(1);
      await expect(stage.element).to.be.accessible();
    });
  }

  it('is one polite live region that stays while its words change', async () => {
    const region = byRole('status');
    await stage.fail('token-url-missing', false);
    expect(byRole('status')).to.equal(region);
    expect(region.querySelector('button, a')).to.equal(null);
    expect(allByRole('alert')).to.have.length(0);
  });

  it('says at once what cannot heal', async () => {
    await stage.fail('token-url-missing', false);
    expect(stage.words).to.equal(
      'The phone is not set up on this page. Calls do not ring here. Tell whoever runs this page.',
    );
  });

  it('says that a connection is lost as soon as the phone itself gives up hope, and does not wait once more', async () => {
    stage.end();
    stage = new TroubleStage(await registeredPhone());
    await stage.show();
    const { phone } = stage;
    phone.device.emit({ type: 'unregistered' });
    phone.device.emit({
      type: 'error',
      error: new PhoneError('connection-failed', 'x', { recoverable: true }),
    });
    await stage.settled();
    await phone.pass(PASSING_TROUBLE_IN_MILLISECONDS - 1);
    await stage.pass(PASSING_TROUBLE_IN_MILLISECONDS - 1);
    expect(stage.words).to.equal('');
    await phone.pass(1);
    await stage.pass(1);
    expect(stage.words).to.match(/^The connection was lost\./);
  });

  it('tries again by its button, and goes by itself when all is well', async () => {
    await stage.fail('token-url-missing', false);
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    await clickWithMouse(byRole('button', 'Try again'));
    await stage.settled();
    expect(stage.phone.deviceState.status).to.equal('registered');
    expect(stage.words).to.equal('');
  });

  it('can be used by keyboard alone', async () => {
    await stage.fail('token-url-missing', false);
    await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS);
    byRole('button', 'Try again').focus();
    await sendKeys({ press: 'Enter' });
    await stage.settled();
    expect(stage.phone.deviceState.status).to.equal('registered');
  });

  it('takes a click as it appears under the hand for the accident that it is', async () => {
    await stage.fail('token-url-missing', false);
    await clickWithMouse(byRole('button', 'Try again'));
    expect(stage.phone.tokens.requests).to.equal(1);
  });

  it('does not go away and come back while somebody tries again', async () => {
    await stage.fail('token-answer-invalid');
    await stage.ripen();
    const { words } = stage;
    stage.phone.tokens.hesitates = true;
    stage.phone.tokens.failures.push(new PhoneError('token-answer-invalid', 'x', { recoverable: true }));
    byRole('button', 'Try again').click();
    await stage.settled();
    expect(stage.words).to.equal(words);
    expect(byRole('button', 'Trying again…').ariaDisabled).to.equal('true');
    stage.phone.tokens.settle();
    await stage.settled();
    expect(stage.words).to.equal(words);
  });

  it('tells whoever sets the phone up exactly what is missing, and comes alive when it is set right', async () => {
    await stage.fail('token-grants-missing', true, 'The token has no VoiceGrant.');
    await stage.ripen();
    const developer = stage.element.shadowRoot?.querySelector('[part=developer]');
    expect(developer?.textContent).to.contain('The token has no VoiceGrant. (token-grants-missing)');
    stage.phone.controller.setTokenSource(new FakeTokenSource());
    await stage.settled();
    expect(stage.words).to.equal('');
    expect(stage.element.shadowRoot?.querySelector('[part=developer]')).to.equal(null);
  });

  it('shows people no developer’s words about what is nobody’s fault', async () => {
    await stage.fail('connection-failed');
    await stage.ripen();
    expect(stage.element.shadowRoot?.querySelector('[part=developer]')).to.equal(null);
  });

  it('never shows what Twilio or a page said as markup', async () => {
    await stage.fail('token-answer-invalid', true, '<img src=x onerror=alert(1)>');
    await stage.ripen();
    expect(stage.element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('leaves nothing behind when it goes', async () => {
    await stage.fail('connection-failed');
    expect(stage.clock.pendingTimers).to.be.greaterThan(0);
    stage.element.remove();
    expect(stage.clock.pendingTimers).to.equal(0);
    expect(boardOf(stage.phone.controller).hasPlace).to.equal(false);
  });

  it('comes back with its words when it was only moved', async () => {
    await stage.fail('token-url-missing', false);
    const { parentElement } = stage.element;
    stage.element.remove();
    parentElement?.append(stage.element);
    await stage.settled();
    expect(stage.words).to.match(/^The phone is not set up/);
  });
});

describe('<phone-trouble> that wants the person to sign in', () => {
  async function requireSignIn(attributes: Readonly<Record<string, string>> = {}): Promise<void> {
    await stage.show(attributes);
    await stage.fail('sign-in-required', false);
  }

  it('leads to where the page says that one signs in', async () => {
    await requireSignIn({ 'sign-in-url': '/login?next=phone' });
    const link = byRole('link', 'Sign in') as HTMLAnchorElement;
    expect(link.href).to.equal(`${location.origin}/login?next=phone`);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'http://']) {
    it(`leads nowhere when the page says ${url}`, async () => {
      await requireSignIn({ 'sign-in-url': url });
      expect(allByRole('link')).to.have.length(0);
    });
  }

  it('lets the page sign in by its own means', async () => {
    await requireSignIn({ 'sign-in-url': '/login' });
    const asked: string[] = [];
    stage.element.addEventListener('device-sign-in-request', (event) => {
      asked.push(event.type);
      event.preventDefault();
    });
    byRole('link', 'Sign in').click();
    expect(asked).to.deep.equal(['device-sign-in-request']);
    expect(location.pathname).not.to.equal('/login');
  });

  it('asks for a token once more where the page says nothing', async () => {
    await requireSignIn();
    byRole('button', 'Try again').click();
    await stage.settled();
    expect(stage.phone.deviceState.status).to.equal('registered');
  });
});

describe('<phone-trouble> after a call', () => {
  it('says what became of it until the person has seen it, and not again', async () => {
    await stage.phone.controller.register();
    await stage.failToCall('call-declined');
    expect(stage.words).to.equal('The call was declined. No call was made.');
    byRole('button', 'Close').click();
    await stage.settled();
    expect(stage.words).to.equal('');
    stage.phone.ring().emit({ type: 'cancel' });
    await stage.settled();
    expect(stage.words).to.equal('');
  });

  it('calls again, and goes as the next call begins', async () => {
    await stage.phone.controller.register();
    await stage.failToCall('callee-busy');
    const asked: string[] = [];
    stage.element.addEventListener('call-make-request', ({ phoneNumber }) => asked.push(phoneNumber));
    byRole('button', 'Call again').click();
    await stage.settled();
    expect(asked).to.deep.equal(['+14155550100']);
    expect(stage.phone.device.placedCalls).to.have.length(2);
    expect(stage.words).to.equal('');
  });

  it('says what keeps calling again from being done', async () => {
    await stage.phone.controller.register();
    await stage.failToCall('callee-busy');
    stage.phone.microphone.failure = new PhoneError('microphone-missing', 'none');
    byRole('button', 'Call again').click();
    await stage.settled();
    expect(stage.words).to.match(/^No microphone was found\. No call was made\./);
    stage.phone.microphone.failure = null;
    byRole('button', 'Try again').click();
    await stage.settled();
    expect(stage.phone.device.placedCalls).to.have.length(2);
  });

  it('fault 34: offers to call back where a talk broke off for good, whoever had called', async () => {
    await stage.phone.controller.register();
    const port = await stage.phone.talk({ from: '+442079460000' });
    port.emit({ type: 'error', error: new PhoneError('media-failed', 'x', { recoverable: true }) });
    port.emit({ type: 'disconnect' });
    await stage.settled();
    expect(stage.words).to.equal(
      'The sound cannot get through. The call has ended. ' +
        'A firewall may keep it out: try another network, or ask whoever runs yours.',
    );
    const asked: string[] = [];
    stage.element.addEventListener('call-make-request', ({ phoneNumber }) => asked.push(phoneNumber));
    byRole('button', 'Call again').click();
    await stage.settled();
    expect(asked).to.deep.equal(['+442079460000']);
    expect(stage.phone.device.placedCalls).to.have.length(1);
  });

  it('says nothing of one that somebody ended by hand', async () => {
    await stage.phone.talk();
    await stage.phone.controller.endCall();
    await stage.settled();
    expect(stage.words).to.equal('');
  });
});

describe('<phone-trouble> while somebody calls', () => {
  it('answers again where no toast does', async () => {
    stage.end();
    stage = new TroubleStage(await registeredPhone());
    await stage.show();
    stage.phone.microphone.failure = new PhoneError('microphone-dismissed', 'x', { recoverable: true });
    stage.phone.ring();
    await stage.phone.controller.answerCall().catch(() => undefined);
    await stage.settled();
    expect(stage.words).to.match(/The caller is still ringing/);
    stage.phone.microphone.failure = null;
    byRole('button', 'Allow the microphone').click();
    await stage.settled();
    expect(stage.phone.call.status).to.equal('open');
    expect(stage.words).to.equal('');
  });
});
