import { expect, fixture, html } from '@open-wc/testing';
import { registeredPhones } from '../../src/context/phone-registry.js';
import { rendered } from '../support/elements.js';
import { attached, countSubscriptions, phone, seeker, WiringPhone, WiringSeeker } from './support/wiring.js';

describe('moving about', () => {
  const pauses: readonly [string, () => Promise<unknown>][] = [
    ['at once', () => Promise.resolve()],
    ['a microtask later', async () => Promise.resolve().then(() => undefined)],
    ['a frame later', rendered],
  ];

  for (const [when, pause] of pauses) {
    it(`a phone that is removed and comes back ${when} has its elements again`, async () => {
      const box = await fixture<HTMLElement>(
        html`<div>
          <wiring-phone id="a"><wiring-seeker id="s"></wiring-seeker></wiring-phone>
          <wiring-seeker id="t" phone="a"></wiring-seeker>
          <wiring-seeker id="u"></wiring-seeker>
        </div>`,
      );
      const moved = phone('a');
      moved.remove();
      await pause();
      box.append(moved);
      for (const id of ['s', 't', 'u']) expect(attached(id)).to.equal(moved.phone.controller);
    });

    it(`an element that moves into another phone ${when} belongs to that one`, async () => {
      await fixture(
        html`<div>
          <wiring-phone id="a"><wiring-seeker id="s"></wiring-seeker></wiring-phone
          ><wiring-phone id="b"></wiring-phone>
        </div>`,
      );
      const moved = seeker();
      moved.remove();
      await pause();
      phone('b').append(moved);
      expect(attached()).to.equal(phone('b').phone.controller);
    });
  }

  it('an element that is told another phone goes there', async () => {
    await fixture(
      html`<div>
        <wiring-phone id="a"></wiring-phone><wiring-phone id="b"></wiring-phone>
        <wiring-seeker id="s" phone="a"></wiring-seeker>
      </div>`,
    );
    seeker().phone = 'b';
    await rendered();
    expect(attached()).to.equal(phone('b').phone.controller);
  });

  it('a phone that is removed for good leaves its elements unattached', async () => {
    await fixture(
      html`<div><wiring-phone id="a"></wiring-phone><wiring-seeker id="s"></wiring-seeker></div>`,
    );
    phone('a').remove();
    await rendered();
    expect(attached()).to.equal(null);
    expect(seeker().consumer.state).to.equal(null);
  });
});

describe('an attached element', () => {
  it('is rendered again when the state changes', async () => {
    await fixture(
      html`<div><wiring-phone id="a"></wiring-phone><wiring-seeker id="s"></wiring-seeker></div>`,
    );
    await phone('a').phone.controller.register();
    await rendered();
    expect(seeker().renderRoot.textContent).to.contain('registered');
  });

  it('leaves nothing behind when it goes', async () => {
    const box = await fixture<HTMLElement>(html`<div><wiring-phone id="a"></wiring-phone></div>`);
    const { controller } = phone('a').phone;
    const subscriptions = countSubscriptions(controller);
    for (let time = 0; time < 10; time += 1) {
      const element = new WiringSeeker();
      box.append(element);
      expect(subscriptions.open).to.equal(1);
      element.remove();
    }
    expect(subscriptions.open).to.equal(0);
  });

  it('is not rendered any more once it has gone', async () => {
    await fixture(
      html`<div><wiring-phone id="a"></wiring-phone><wiring-seeker id="s"></wiring-seeker></div>`,
    );
    const gone = seeker();
    const { controller } = phone('a').phone;
    gone.remove();
    await rendered();
    const before = gone.renders;
    await controller.register();
    await rendered();
    expect(gone.renders).to.equal(before);
  });
});

describe('the registry', () => {
  it('forgets the phones that have left', async () => {
    const before = registeredPhones().length;
    const box = await fixture<HTMLElement>(html`<div></div>`);
    for (let time = 0; time < 10; time += 1) {
      const element = new WiringPhone();
      box.append(element);
      element.remove();
    }
    expect(registeredPhones()).to.have.length(before);
  });
});
