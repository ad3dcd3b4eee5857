import { expect } from '@open-wc/testing';
import { CallNotifications } from '../../src/browser/call-notification.js';
import type { CallNotice } from '../../src/browser/call-notification.js';
import { FakeNotifications } from '../support/fake-notifications.js';
import { settle } from '../support/fake-ports.js';

describe('the system’s notification of a call', () => {
  let system: FakeNotifications;
  let notifications: CallNotifications;
  let registration: ServiceWorkerRegistration | null = null;
  const problems: string[] = [];

  beforeEach(() => {
    system = new FakeNotifications();
    registration = null;
    problems.splice(0);
    notifications = new CallNotifications({
      findRegistration: () => Promise.resolve(registration),
      report: (problem) => problems.push(problem),
    });
  });

  afterEach(() => system.restore());

  function notice(callId: string, body = 'Ada'): CallNotice {
    return { callId, title: 'Incoming call', body, answer: 'Answer', decline: 'Decline' };
  }

  it('says who calls, stays, and leaves the sound to the phone', async () => {
    notifications.show([notice('one')]);
    await settle();
    expect(system.open).to.deep.equal([
      {
        title: 'Incoming call',
        options: {
          body: 'Ada',
          tag: 'twilio-phone/one',
          requireInteraction: true,
          silent: true,
          data: { type: 'twilio-phone/incoming-call', callId: 'one' },
        },
      },
    ]);
  });

  it('has the two buttons where a worker shows it', async () => {
    registration = system.createRegistration();
    notifications.show([notice('one')]);
    await settle();
    expect(system.open[0]?.options).to.deep.include({
      actions: [
        { action: 'answer', title: 'Answer' },
        { action: 'decline', title: 'Decline' },
      ],
    });
  });

  it('is one a call, told once, and each goes with its own call', async () => {
    notifications.show([notice('one')]);
    notifications.show([notice('one'), notice('two', 'Bert')]);
    await settle();
    expect(system.said).to.have.lengthOf(2);
    notifications.show([notice('two', 'Bert')]);
    expect(system.open.map(({ options }) => options.body)).to.deep.equal(['Bert']);
  });

  for (const way of ['the page', 'a worker'] as const) {
    it(`is closed the moment the call is over, where ${way} showed it`, async () => {
      registration = way === 'a worker' ? system.createRegistration() : null;
      notifications.show([notice('one')]);
      await settle();
      notifications.show([]);
      expect(system.open).to.deep.equal([]);
    });
  }

  it('does not stay when the call was over before it was shown', async () => {
    registration = system.createRegistration();
    system.hesitates = true;
    notifications.show([notice('one')]);
    await settle();
    notifications.show([]);
    system.letShow();
    await settle();
    expect(system.said).to.have.lengthOf(1);
    expect(system.open).to.deep.equal([]);
  });

  it('is not shown at all when the call was over before the worker was found', async () => {
    notifications.show([notice('one')]);
    notifications.show([]);
    await settle();
    expect(system.said).to.deep.equal([]);
  });

  it('brings the page to the front when it is clicked, and is gone', async () => {
    const { focus } = window;
    let focused = 0;
    window.focus = () => (focused += 1);
    notifications.show([notice('one')]);
    await settle();
    system.click();
    window.focus = focus;
    expect(focused).to.equal(1);
    expect(system.open).to.deep.equal([]);
    notifications.show([notice('one')]);
    await settle();
    expect(system.said).to.have.lengthOf(1);
  });

  it('is reported when it could not be shown, and costs nothing else', async () => {
    registration = {
      showNotification: () => Promise.reject(new TypeError('no permission')),
    } as unknown as ServiceWorkerRegistration;
    notifications.show([notice('one')]);
    await settle();
    expect(problems).to.deep.equal(['The notification of a call was not shown: TypeError: no permission']);
    notifications.show([]);
  });
});
