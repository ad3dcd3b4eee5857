import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/call-controls.js';
import '../../src/define/incoming-call-toast.js';
import '../../src/define/twilio-phone.js';
import { registeredPhones } from '../../src/context/phone-registry.js';
import { GRACE_IN_MILLISECONDS } from '../../src/elements/shared/phone-lifetime.js';
import { TwilioPhone } from '../../src/elements/twilio-phone.js';
import { allByRole, byRole } from '../support/accessible.js';
import { rendered, until } from '../support/elements.js';
import { TestComposer } from '../support/test-composer.js';
import { settle } from '../support/fake-ports.js';

let composer: TestComposer;
let box: HTMLElement;
let element: TwilioPhone;
let line = 0;

beforeEach(async () => {
  composer = new TestComposer();
  TwilioPhone.composer = composer;
  box = await fixture(html`<div></div>`);
  element = phoneWith(`/lifetime/${(line += 1)}`);
  box.append(element);
  await settled();
});

afterEach(async () => {
  box.replaceChildren();
  await settled();
  composer.clock.tick(GRACE_IN_MILLISECONDS);
});

function phoneWith(tokenUrl: string): TwilioPhone {
  const phone = document.createElement('twilio-phone');
  phone.tokenUrl = tokenUrl;
  return phone;
}

async function settled(): Promise<void> {
  await settle();
  await rendered();
}

function status(): string {
  return composer.phones[0]?.deviceState.status ?? 'none';
}

describe('a phone that is moved', () => {
  const pauses: readonly [string, () => Promise<unknown> | undefined][] = [
    ['at once', () => undefined],
    ['a microtask later', () => Promise.resolve()],
    ['a frame later', rendered],
  ];

  for (const [when, pause] of pauses) {
    it(`fault 27: and is back ${when} keeps its call`, async () => {
      await composer.phone.talk();
      element.remove();
      const waiting = pause();
      if (waiting) await waiting;
      box.append(element);
      composer.clock.tick(GRACE_IN_MILLISECONDS * 10);
      await settled();
      expect(composer.phones).to.have.length(1);
      expect(element.getCurrentCallState()?.status).to.equal('open');
      await until(() => allByRole('toolbar', 'Call controls').length === 1);
    });
  }

  it('by moveBefore keeps its call', async () => {
    await composer.phone.talk();
    const other = document.createElement('div');
    box.append(other);
    (other as HTMLElement & { moveBefore?(node: Node, child: Node | null): void }).moveBefore?.(
      element,
      null,
    );
    composer.clock.tick(GRACE_IN_MILLISECONDS * 10);
    await settled();
    expect(element.getCurrentCallState()?.status).to.equal('open');
  });

  it('time and again has one phone, and leaves no listener and no timer behind', async () => {
    const { device } = composer.phone;
    const before = device.listenerCount;
    for (let time = 0; time < 10; time += 1) {
      element.remove();
      await settled();
      box.append(element);
      await settled();
    }
    expect(composer.phones).to.have.length(1);
    expect(device.listenerCount).to.equal(before);
    expect(composer.clock.pendingTimers).to.equal(0);
  });
});

describe('a phone that is removed', () => {
  it('fault 27: lives for a second more, and then is over', async () => {
    element.remove();
    composer.clock.tick(GRACE_IN_MILLISECONDS - 1);
    await settled();
    expect(status()).to.equal('registered');
    composer.clock.tick(1);
    await settled();
    expect(status()).to.equal('destroyed');
    expect(registeredPhones().includes(element)).to.equal(false);
  });

  it('and comes back later gets another phone', async () => {
    element.remove();
    composer.clock.tick(GRACE_IN_MILLISECONDS);
    await settled();
    box.append(element);
    await settled();
    expect(composer.phones).to.have.length(2);
    expect(element.isDeviceReady()).to.equal(true);
  });

  it('is not counted any more for an element that looks for the only phone', async () => {
    const next = phoneWith(`/lifetime/${(line += 1)}`);
    element.replaceWith(next);
    await settled();
    await composer.phone.talk();
    next.append(document.createElement('p'));
    box.append(document.createElement('call-controls'));
    await settled();
    expect(byRole('toolbar', 'Call controls')).to.be.instanceOf(HTMLElement);
  });

  it('keeps what stands elsewhere in the page attached through its grace', async () => {
    element.append(document.createElement('p'));
    await composer.phone.talk();
    box.append(document.createElement('call-controls'));
    element.remove();
    await settled();
    expect(byRole('toolbar', 'Call controls')).to.be.instanceOf(HTMLElement);
    composer.clock.tick(GRACE_IN_MILLISECONDS);
    await settled();
    expect(byRole.bind(null, 'toolbar')).to.throw();
  });

  it('while it is still being made is not made', async () => {
    const early = phoneWith('/early');
    box.append(early);
    await early.updateComplete;
    early.remove();
    await settled();
    expect(composer.phones).to.have.length(1);
    expect(registeredPhones().includes(early)).to.equal(false);
  });
});

describe('a phone put in the place of another', () => {
  it('for the same line takes over its call', async () => {
    await composer.phone.talk();
    const controller = element.controller;
    const next = phoneWith(element.tokenUrl ?? '');
    element.replaceWith(next);
    await settled();
    composer.clock.tick(GRACE_IN_MILLISECONDS * 10);
    await settled();
    expect(next.controller).to.equal(controller);
    expect(next.getAttribute('call-status')).to.equal('open');
    expect(element.controller).to.equal(null);
    expect(composer.phones).to.have.length(1);
  });

  it('for the same line takes over what the page had asked for, too', async () => {
    await element.unregister();
    const next = phoneWith(element.tokenUrl ?? '');
    element.replaceWith(next);
    await settled();
    expect(next.isDeviceReady()).to.equal(false);
    expect(next.controller?.getState().device.isWanted).to.equal(false);
  });

  it('for another line, or with other credentials, does not', async () => {
    const other = phoneWith(`/lifetime/${(line += 1)}`);
    const differing = phoneWith(element.tokenUrl ?? '');
    differing.tokenCredentials = 'include';
    element.replaceWith(other, differing);
    await settled();
    expect(composer.phones).to.have.length(3);
    composer.clock.tick(GRACE_IN_MILLISECONDS);
    await settled();
    expect(status()).to.equal('destroyed');
  });

  it('the one that gave its phone away makes another when it comes back', async () => {
    const next = phoneWith(element.tokenUrl ?? '');
    element.replaceWith(next);
    await settled();
    box.append(element);
    await settled();
    expect(composer.phones).to.have.length(2);
    expect(element.controller).not.to.equal(next.controller);
  });
});
