import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-diagnostics.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneDiagnostics } from '../../src/elements/phone-diagnostics.js';
import { allByRole, byRole } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

describe('<phone-diagnostics>', () => {
  let phone: TestPhone;
  let element: PhoneDiagnostics;

  beforeEach(async () => {
    phone = await registeredPhone();
    phone.audio.set({
      speaker: { ...phone.audio.getState().speaker, devices: [{ id: 'a', label: 'A' }] },
    });
    element = await fixture<PhoneDiagnostics>(
      html`<phone-diagnostics lang="en" .controller=${phone.controller}></phone-diagnostics>`,
    );
    await rendered();
  });

  async function press(name: string): Promise<void> {
    byRole('button', name).click();
    await rendered();
  }

  const summary = () => byRole('status').textContent?.trim() ?? '';
  const steps = () =>
    allByRole('listitem').map((item) => item.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const isRunning = (name: string) => summary() === `Being checked: ${name}`;

  async function startAndSpeak(): Promise<void> {
    await press('Start the check');
    await until(() => isRunning('Microphone') && phone.audio.meters > 1);
    phone.audio.hear(0.6);
    await rendered();
  }

  it('says what it will do, and does nothing before it is asked to', async () => {
    expect(byRole('heading', 'Check my phone')).to.be.instanceOf(HTMLElement);
    expect(phone.audio.commands).to.deep.equal([]);
    expect(phone.diagnostics.log).to.deep.equal([]);
    expect(allByRole('listitem')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('shows each step as it runs, and how loud the microphone hears meanwhile', async () => {
    await press('Start the check');
    await until(() => isRunning('Microphone') && phone.audio.meters > 1);
    expect(steps().slice(0, 4)).to.deep.equal([
      'Browser Good This browser has all that calls need.',
      'Page security Good This page may use the microphone.',
      'Microphone Running Say something.',
      'Loudspeaker and ring Waiting',
    ]);
    phone.audio.hear(0.2);
    expect(byRole('meter', 'Microphone level').ariaValueNow).to.equal('20');
    await expect(element).to.be.accessible();
  });

  it('ends with what came of it, in words', async () => {
    await startAndSpeak();
    await until(() => summary() === 'Your phone works.');
    expect(steps()).to.have.length(7);
    expect(steps()[6]).to.equal('Sound of a test call Good A test call was clear in both directions.');
    expect(phone.audio.meters).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('names what needs attention, and what failed with what to do', async () => {
    phone.diagnostics.testCall = { ...phone.diagnostics.testCall, isHeardBack: false };
    await startAndSpeak();
    await until(() => summary() === 'Your phone works, but something needs your attention.');
    phone.diagnostics.tokenFailure = new PhoneError('sign-in-required', 'no');
    await press('Check again');
    await until(() => isRunning('Microphone') && phone.audio.meters > 1);
    phone.audio.hear(0.6);
    await until(() => summary() === 'Something keeps your phone from working.');
    expect(steps()[4]).to.match(/Failed You are not signed in\./);
    expect(steps()[6]).to.match(/Not tested It rests on something above that failed\./);
    await expect(element).to.be.accessible();
  });

  it('says that nobody knows where the backend offers no test call', async () => {
    phone.diagnostics.token = { ...phone.diagnostics.token, isTestCallOffered: false };
    await startAndSpeak();
    await until(() => summary() === 'Your phone works.');
    expect(steps()[6]).to.match(/Not tested This page offers no test call\./);
  });

  it('stops when it is asked to', async () => {
    await press('Start the check');
    await until(() => isRunning('Microphone'));
    await press('Stop');
    expect(summary()).to.equal('The check was stopped.');
    await until(() => phone.audio.meters === 0);
  });

  it('ends when somebody calls, and does not begin in a call', async () => {
    await press('Start the check');
    await until(() => isRunning('Microphone'));
    phone.ring();
    await rendered();
    expect(phone.ringer.isRinging).to.equal(true);
    expect(summary()).to.equal('The check ended because of a call.');
    expect(byRole('button', 'Check again').getAttribute('aria-disabled')).to.equal('true');
  });

  it('says so where it may not begin', async () => {
    phone.ring();
    await rendered();
    expect(summary()).to.equal('Not during a call.');
    await press('Start the check');
    expect(allByRole('listitem')).to.have.length(0);
  });

  it('says so when it does not load, and can be tried again', async () => {
    const { controller } = phone;
    const load = controller.loadDiagnostics.bind(controller);
    controller.loadDiagnostics = () => Promise.reject(new PhoneError('sdk-load-failed', 'no'));
    await press('Start the check');
    expect(summary()).to.equal('The check did not load. Try again.');
    controller.loadDiagnostics = load;
    await press('Start the check');
    await until(() => isRunning('Microphone'));
  });

  it('hands the report to the browser’s downloads', async () => {
    await press('Start the check');
    await press('Stop');
    const downloads: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      downloads.push(this.download);
    };
    await press('Download the report');
    HTMLAnchorElement.prototype.click = click;
    expect(downloads).to.deep.equal(['twilio-phone-report.json']);
    expect(phone.diagnostics.reported?.status).to.equal('cancelled');
  });

  it('gives everything back when it leaves the page', async () => {
    await press('Start the check');
    await until(() => phone.audio.meters > 0);
    element.remove();
    await until(() => phone.audio.meters === 0);
  });

  it('speaks German', async () => {
    element.lang = 'de';
    await until(() => allByRole('heading', 'Mein Telefon prüfen').length === 1);
  });
});
