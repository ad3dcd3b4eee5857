import { expect, fixture, html } from '@open-wc/testing';
import { until } from '../support/elements.js';
import { clearPage, composer, createElement, element, openPage, show } from '../support/phone-page.js';
import { watch } from '../support/test-phone.js';

beforeEach(openPage);
afterEach(clearPage);

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
    await until(() => composer.phone.device.placedCalls.length > 0);
    const parameters = JSON.stringify({ callerId: '+14155550199', ticket: '7', To: '+442079460000' });
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
      await until(() => asked.outcome !== 'pending');
      expect(asked.outcome).to.equal('rejected: invalid-state');
      expect([...call.commands, ...composer.phone.device.commands]).to.deep.equal(before);
    });
  }

  it('wait for a phone that is still being made', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    createElement();
    box.append(element);
    const asked = watch(element.unregister());
    await until(() => asked.outcome !== 'pending');
    expect(asked.outcome).to.equal('fulfilled');
  });

  it('reject when the element is in no page', async () => {
    const asked = watch(document.createElement('twilio-phone').answerCall());
    await until(() => asked.outcome !== 'pending');
    expect(asked.outcome).to.equal('rejected: invalid-state');
  });
});
