import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/phone-status.js';
import type { PhoneStatus } from '../../src/elements/phone-status.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { byRole } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

async function show(phone: TestPhone): Promise<PhoneStatus> {
  const element = await fixture<PhoneStatus>(
    html`<phone-status .controller=${phone.controller}></phone-status>`,
  );
  await rendered();
  return element;
}

function words(): string {
  return byRole('status').textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

const scenes: readonly [string, string, (phone: TestPhone) => unknown][] = [
  ['a phone that nobody has signed in to', 'Signed out', () => undefined],
  [
    'a phone on its way',
    'Connecting',
    (phone) => {
      phone.tokens.hesitates = true;
      void phone.controller.register();
    },
  ],
  ['a phone that is ready', 'Ready for calls', (phone) => phone.controller.register()],
  [
    'do not disturb',
    'Not taking calls',
    async (phone) => {
      await phone.controller.register();
      await phone.controller.unregister();
    },
  ],
  [
    'a token endpoint that fails',
    'Offline, trying again',
    async (phone) => {
      phone.tokens.failures.push(new PhoneError('token-request-failed', 'HTTP 500.', { recoverable: true }));
      await phone.controller.register().catch(() => undefined);
    },
  ],
  [
    'a person who is not signed in',
    'Sign in to take calls',
    async (phone) => {
      phone.tokens.failures.push(new PhoneError('sign-in-required', 'HTTP 401.'));
      await phone.controller.register().catch(() => undefined);
    },
  ],
  [
    'a page that forgot the token address',
    'Cannot take calls',
    async (phone) => {
      phone.tokens.failures.push(new PhoneError('token-url-missing', 'No token-url.'));
      await phone.controller.register().catch(() => undefined);
    },
  ],
  ['a phone that is over', 'Switched off', (phone) => phone.device.emit({ type: 'destroyed' })],
  ['somebody who calls', 'Incoming call', (phone) => phone.ring()],
  [
    'a call that is being answered',
    'Connecting the call',
    (phone) => phone.ring({ hesitates: true }).emit({ type: 'connecting' }),
  ],
  ['a call', 'In a call', (phone) => phone.talk()],
  [
    'a muted call',
    'In a call, you are muted',
    async (phone) => {
      await phone.talk();
      await phone.controller.toggleMute();
    },
  ],
  [
    'somebody who talks while muted',
    'You are talking, but you are muted',
    async (phone) => {
      const call = await phone.talk();
      await phone.controller.toggleMute();
      call.emit({ type: 'talking-while-muted', isTalking: true });
    },
  ],
  [
    'a call whose microphone was unplugged',
    'They cannot hear you: the microphone is gone',
    async (phone) => (await phone.talk()).emit({ type: 'warning', name: 'microphone-lost' }),
  ],
  [
    'a call on hold',
    'Call on hold',
    async (phone) => {
      await phone.talk();
      await phone.controller.toggleHold();
    },
  ],
  [
    'a call that lost its connection',
    'Reconnecting the call',
    async (phone) => (await phone.talk()).emit({ type: 'reconnecting', error: null }),
  ],
  [
    'a call being placed',
    'Calling…',
    async (phone) => {
      phone.device.hesitates = true;
      void phone.controller.makeCall('+14155550100');
      await phone.pass(0);
    },
  ],
  [
    'a call that rings at the other end',
    'Ringing…',
    async (phone) => {
      phone.device.hesitates = true;
      void phone.controller.makeCall('+14155550100');
      await phone.pass(0);
      phone.device.placedCalls[0]?.emit({ type: 'ringing', parameters: {} });
    },
  ],
];

describe('<phone-status>', () => {
  for (const [scene, text, arrange] of scenes) {
    it(`says of ${scene}: "${text}"`, async () => {
      const phone = new TestPhone();
      await arrange(phone);
      const element = await show(phone);
      await until(() => words() === text);
      await expect(element).to.be.accessible();
    });
  }

  it('is a polite live region that stays while its words change', async () => {
    const phone = new TestPhone();
    await show(phone);
    const region = byRole('status');
    await phone.controller.register();
    await rendered();
    expect(byRole('status')).to.equal(region);
    expect(words()).to.equal('Ready for calls');
    expect(region.getAttribute('aria-live')).to.equal(null);
  });

  it('shows what the page put into it while there is no phone', async () => {
    const element = await fixture(html`<phone-status>One moment</phone-status>`);
    const slot = element.shadowRoot?.querySelector('slot');
    expect(slot?.assignedNodes().map((node) => node.textContent)).to.deep.equal(['One moment']);
    await expect(element).to.be.accessible();
  });

  it('leaves no listener behind, mounted and unmounted ten times', async () => {
    const phone = await registeredPhone();
    let open = 0;
    const subscribe = phone.controller.subscribe.bind(phone.controller);
    phone.controller.subscribe = (listener) => {
      open += 1;
      const unsubscribe = subscribe(listener);
      return () => {
        open -= 1;
        unsubscribe();
      };
    };
    const element = await show(phone);
    const parent = element.parentElement;
    for (let time = 0; time < 10; time += 1) {
      element.remove();
      expect(open).to.equal(0);
      parent?.append(element);
      expect(open).to.equal(1);
    }
  });
});
