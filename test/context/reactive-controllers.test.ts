import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { CallControlsController } from '../../src/context/call-controls-controller.js';
import { IncomingCallController } from '../../src/context/incoming-call-controller.js';
import { TwilioController } from '../../src/context/twilio-controller.js';
import { rendered } from '../support/elements.js';
import { settle } from '../support/fake-ports.js';
import type { TestPhone } from '../support/test-phone.js';
import { phone } from './support/wiring.js';

/** An element that somebody wrote after the integration guide, with our import instead of its own. */
class GuideCaller extends LitElement {
  readonly call = new IncomingCallController(this);

  override render() {
    const { hasIncomingCall, incomingCall, answerCall, rejectCall } = this.call;
    if (!hasIncomingCall) return html`<p>${this.call.error?.code ?? 'nobody'}</p>`;
    return html`<h3>Incoming Call from ${incomingCall?.from}</h3>
      <button @click=${answerCall}>Answer</button>
      <button @click=${rejectCall}>Reject</button>`;
  }
}

class GuideControls extends LitElement {
  readonly call = new CallControlsController(this);

  override render() {
    const { hasActiveCall, currentCallState, toggleMute, toggleHold, endCall } = this.call;
    if (!hasActiveCall) return html`<p>no call</p>`;
    return html`<button @click=${toggleMute}>${currentCallState?.isMuted ? 'Unmute' : 'Mute'}</button>
      <button @click=${toggleHold}>${currentCallState?.isOnHold ? 'Resume' : 'Hold'}</button>
      <button @click=${endCall}>End Call</button>`;
  }
}

class GuidePhone extends LitElement {
  readonly twilio = new TwilioController(this);

  override render() {
    return html`${this.twilio.isDeviceReady ? 'ready' : 'not ready'}`;
  }
}

customElements.define('guide-caller', GuideCaller);
customElements.define('guide-controls', GuideControls);
customElements.define('guide-phone', GuidePhone);

let fake: TestPhone;
let box: HTMLElement;

function text(tag: string): string {
  return box.querySelector<LitElement>(tag)?.renderRoot.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

async function press(tag: string, name: string): Promise<void> {
  const buttons = box.querySelector<LitElement>(tag)?.renderRoot.querySelectorAll('button') ?? [];
  [...buttons].find((button) => button.textContent === name)?.click();
  await settle();
  await rendered();
}

describe('reactive controllers mirror the guide’s hooks for Lit', () => {
  beforeEach(async () => {
    box = await fixture(
      html`<div>
        <wiring-phone id="a"></wiring-phone>
        <guide-caller></guide-caller><guide-controls></guide-controls><guide-phone></guide-phone>
      </div>`,
    );
    fake = phone('a').phone;
    await fake.controller.register();
    await rendered();
  });

  it('TwilioController: ready, and every field of the guide', async () => {
    expect(text('guide-phone')).to.equal('ready');
    const { twilio } = box.querySelector<GuidePhone>('guide-phone') as GuidePhone;
    expect(twilio.currentCallState).to.equal(null);
    fake.ring({ from: '+12025550101' });
    expect([twilio.incomingCall?.from, twilio.hasIncomingCall]).to.deep.equal(['+12025550101', true]);
    await twilio.answerCall();
    expect(twilio.hasActiveCall).to.equal(true);
    expect(await twilio.toggleMute()).to.equal(true);
    expect(await twilio.toggleHold()).to.equal(true);
    expect(twilio.currentCallState?.isOnHold).to.equal(true);
    await twilio.endCall();
    expect(twilio.hasActiveCall).to.equal(false);
    void twilio.makeCall('+12025550102');
    await settle();
    expect(twilio.currentCallState?.to).to.equal('+12025550102');
  });

  it('IncomingCallController: the click itself may be the handler', async () => {
    expect(text('guide-caller')).to.equal('nobody');
    fake.ring({ from: '+12025550101' });
    await rendered();
    expect(text('guide-caller')).to.contain('Incoming Call from +12025550101');
    await press('guide-caller', 'Answer');
    expect(fake.call.status).to.equal('open');
    expect(text('guide-caller')).to.equal('nobody');
  });

  it('IncomingCallController: rejects', async () => {
    fake.ring();
    await rendered();
    await press('guide-caller', 'Reject');
    expect(fake.call.closedBy).to.equal('reject');
  });

  it('IncomingCallController: what failed is its error, and the host renders it', async () => {
    const { call } = box.querySelector<GuideCaller>('guide-caller') as GuideCaller;
    void call.answerCall();
    await settle();
    await rendered();
    expect(text('guide-caller')).to.equal('invalid-state');
  });

  it('CallControlsController: mute, hold and end', async () => {
    expect(text('guide-controls')).to.equal('no call');
    await fake.talk();
    await rendered();
    expect(text('guide-controls')).to.equal('Mute Hold End Call');
    await press('guide-controls', 'Mute');
    expect(text('guide-controls')).to.equal('Unmute Hold End Call');
    await press('guide-controls', 'Hold');
    expect(text('guide-controls')).to.equal('Unmute Resume End Call');
    await press('guide-controls', 'End Call');
    expect(text('guide-controls')).to.equal('no call');
  });

  it('is idle while its host is in no page', () => {
    const element = box.querySelector<GuidePhone>('guide-phone') as GuidePhone;
    element.remove();
    expect(element.twilio.isDeviceReady).to.equal(false);
  });
});
