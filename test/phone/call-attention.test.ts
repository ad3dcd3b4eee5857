import { expect } from '@open-wc/testing';
import type { AttentionSettings, CallAttention } from '../../src/core/call-attention.js';
import { attractAttention } from '../../src/phone/call-attention.js';
import { FakeNotifications } from '../support/fake-notifications.js';
import { settle } from '../support/fake-ports.js';
import type { FakeCallPort } from '../support/fake-ports.js';
import { PageSight } from '../support/page-sight.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

describe('a ring that is not missed', () => {
  const pageTitle = document.title;
  let system: FakeNotifications;
  let sight: PageSight;
  let phone: TestPhone;
  let attention: CallAttention;
  let badge = 0;
  const chosen: string[] = [];
  const problems: string[] = [];
  const made: CallAttention[] = [];

  beforeEach(async () => {
    document.title = 'Orders';
    system = new FakeNotifications();
    sight = new PageSight();
    Object.defineProperty(navigator, 'setAppBadge', {
      value: (count: number) => Promise.resolve((badge = count)),
      configurable: true,
    });
    for (const list of [chosen, problems]) list.splice(0);
    phone = await registeredPhone();
    attention = attract(phone);
    attention.configure({ notifications: true, notificationWorker: null });
  });

  afterEach(() => {
    for (const one of made.splice(0)) one.destroy();
    system.restore();
    sight.restore();
    Reflect.deleteProperty(navigator, 'setAppBadge');
    document.title = pageTitle;
  });

  function attract({ controller, clock }: TestPhone): CallAttention {
    const one = attractAttention({
      controller,
      clock,
      words: {
        incomingCall: () => 'Incoming call',
        incomingCallFrom: (caller) => `Incoming call: ${caller}`,
        caller: (call) => call.name ?? call.from,
        answer: () => 'Answer',
        decline: () => 'Decline',
      },
      onAnswer: (callId) => chosen.push(`answer ${callId}`),
      onDecline: (callId) => chosen.push(`decline ${callId}`),
      report: (problem) => problems.push(problem),
    });
    made.push(one);
    return one;
  }

  async function ring(from = '+12025550101', to: TestPhone = phone) {
    const call = to.ring({ from });
    await settle();
    return call;
  }

  function shown(): (string | undefined)[] {
    return system.open.map(({ options }) => options.body);
  }

  function hasRingingIcon(): boolean {
    return document.querySelector('link[rel="icon"][href*="ringing-icon"]') !== null;
  }

  function choose(choice: string, callId = phone.call.id): void {
    navigator.serviceWorker.dispatchEvent(
      new MessageEvent('message', {
        data: { type: 'twilio-phone/call-choice', callId, choice },
        origin: location.origin,
      }),
    );
  }

  describe('in the page', () => {
    it('is in the title and the icon until it is answered', async () => {
      await ring();
      expect(document.title).to.equal('Incoming call: +12025550101');
      expect(hasRingingIcon()).to.equal(true);
      await phone.controller.answerCall();
      expect(document.title).to.equal('Orders');
      expect(hasRingingIcon()).to.equal(false);
    });

    const ends: readonly [string, (call: FakeCallPort) => unknown][] = [
      ['the caller gives up', (call) => call.emit({ type: 'cancel' })],
      ['it is declined', () => phone.controller.rejectCall()],
      ['it is let go', () => phone.controller.ignoreCall()],
    ];
    for (const [end, finish] of ends) {
      it(`is over when ${end}`, async () => {
        const timersBefore = phone.clock.pendingTimers;
        await finish(await ring());
        await phone.pass(0);
        expect(document.title).to.equal('Orders');
        expect(hasRingingIcon()).to.equal(false);
        expect(phone.clock.pendingTimers).to.equal(timersBefore);
      });
    }

    it('is one title for two callers, and ends with the last', async () => {
      const first = await ring('+12025550101');
      const second = await ring('+12025550102');
      expect(document.title).to.equal('Incoming call: +12025550101');
      first.emit({ type: 'cancel' });
      expect(document.title).to.equal('Incoming call: +12025550102');
      second.emit({ type: 'cancel' });
      expect(document.title).to.equal('Orders');
    });

    it('is one title for two phones', async () => {
      const other = await registeredPhone();
      attract(other);
      const first = await ring('+12025550101');
      const second = await ring('+12025550102', other);
      first.emit({ type: 'cancel' });
      expect(document.title).to.equal('Incoming call: +12025550102');
      expect(hasRingingIcon()).to.equal(true);
      second.emit({ type: 'cancel' });
      expect(document.title).to.equal('Orders');
      expect(hasRingingIcon()).to.equal(false);
    });
  });

  describe('by the system', () => {
    it('is not shown while the person looks at the page', async () => {
      await ring();
      expect(system.said).to.deep.equal([]);
    });

    it('is shown when the page is hidden, and closed when it is in sight again', async () => {
      sight.hide();
      await ring();
      expect(shown()).to.deep.equal(['+12025550101']);
      sight.show();
      expect(shown()).to.deep.equal([]);
    });

    it('is shown when the window is behind others, and closed when it comes to the front', async () => {
      sight.loseFocus();
      await ring();
      expect(shown()).to.have.lengthOf(1);
      sight.gainFocus();
      expect(shown()).to.deep.equal([]);
    });

    it('is shown when the page is hidden while it rings', async () => {
      await ring();
      sight.hide();
      await settle();
      expect(shown()).to.have.lengthOf(1);
    });

    it('is closed the moment the call is answered, or the caller gives up: one a call', async () => {
      sight.hide();
      const first = await ring('+12025550101');
      await ring('+12025550102');
      expect(shown()).to.have.lengthOf(2);
      first.emit({ type: 'cancel' });
      expect(shown()).to.deep.equal(['+12025550102']);
      void phone.controller.answerCall();
      expect(shown()).to.deep.equal([]);
      await settle();
    });

    it('is closed when the page is left', async () => {
      sight.hide();
      await ring();
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(shown()).to.deep.equal([]);
    });

    const withouts: readonly [string, NotificationPermission, AttentionSettings][] = [
      ['the page does not want it', 'granted', { notifications: false, notificationWorker: null }],
      ['nobody was asked', 'default', { notifications: true, notificationWorker: null }],
      ['it was refused', 'denied', { notifications: true, notificationWorker: null }],
    ];
    for (const [why, permission, settings] of withouts) {
      it(`is not shown when ${why}, and nobody is asked`, async () => {
        system.permission = permission;
        attention.configure(settings);
        sight.hide();
        await ring();
        expect(system.said).to.deep.equal([]);
        expect(system.requests).to.equal(0);
        expect(document.title).to.equal('Incoming call: +12025550101');
      });
    }
  });

  describe('by a worker', () => {
    it('hands on what was chosen for a call that rings here', async () => {
      await ring();
      for (const choice of ['open', 'answer', 'decline']) choose(choice);
      expect(chosen).to.deep.equal([`answer ${phone.call.id}`, `decline ${phone.call.id}`]);
    });

    it('hands on nothing for a call that does not ring here, or not any more', async () => {
      choose('answer', 'somebody-elses');
      const call = await ring();
      const { id } = phone.call;
      call.emit({ type: 'cancel' });
      choose('answer', id);
      expect(chosen).to.deep.equal([]);
    });

    it('is left out with a word when it does not load, and the call is shown without it', async () => {
      attention.configure({ notifications: true, notificationWorker: '/nowhere.js' });
      sight.hide();
      phone.ring({ from: '+12025550101' });
      while (system.said.length === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(problems).to.have.lengthOf(1);
      expect(problems[0]).to.contain('notification-worker="/nowhere.js" is left out');
      expect(system.said[0]?.options).not.to.have.property('actions');
    });

    it('is not registered before it is permitted', async () => {
      system.permission = 'default';
      attention.configure({ notifications: true, notificationWorker: '/nowhere.js' });
      await settle();
      expect(problems).to.deep.equal([]);
    });
  });

  describe('counts on the app’s icon', () => {
    async function miss(): Promise<void> {
      const call = await ring();
      call.emit({ type: 'cancel' });
      await settle();
    }

    it('what was missed, until the person is back and stays', async () => {
      sight.hide();
      await miss();
      await miss();
      expect(badge).to.equal(2);
      sight.show();
      expect(badge).to.equal(2);
      phone.clock.tick(2_000);
      expect(badge).to.equal(0);
      expect(phone.state.missedCallCount).to.equal(0);
    });

    it('what was missed while the page stood open and nobody was there', async () => {
      await miss();
      phone.clock.tick(600_000);
      expect(badge).to.equal(1);
    });

    it('nothing any more once a call was accepted, or the page said so', async () => {
      await miss();
      await phone.talk();
      await settle();
      expect(badge).to.equal(0);
      await phone.controller.endCall();
      await miss();
      phone.controller.clearMissedCalls();
      expect(badge).to.equal(0);
    });
  });

  for (const [end, finish] of [
    ['the phone is destroyed', () => phone.controller.destroy()],
    ['nobody attends to it any more', () => Promise.resolve(attention.destroy())],
  ] as const) {
    it(`leaves nothing behind when ${end} while it rings`, async () => {
      sight.hide();
      const before = document.head.querySelectorAll('link').length;
      (await ring()).emit({ type: 'cancel' });
      await ring();
      await finish();
      expect(document.title).to.equal('Orders');
      expect(document.head.querySelectorAll('link')).to.have.lengthOf(before);
      expect(shown()).to.deep.equal([]);
      expect(badge).to.equal(0);
      sight.show();
      sight.hide();
      choose('answer');
      expect(chosen).to.deep.equal([]);
      expect(shown()).to.deep.equal([]);
      if (end === 'the phone is destroyed') expect(phone.clock.pendingTimers).to.equal(0);
    });
  }
});
