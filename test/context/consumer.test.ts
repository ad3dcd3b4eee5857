import { expect, fixture, html } from '@open-wc/testing';
import { rendered, warningsDuring } from '../support/elements.js';
import { TestPhone } from '../support/test-phone.js';
import { attached, phone, seeker, WiringPhone, WiringSeeker } from './support/wiring.js';

describe('an element finds its phone', () => {
  it('by its property, before anything else', async () => {
    const mine = new TestPhone().controller;
    await fixture(
      html`<div>
        <wiring-phone id="a"
          ><wiring-seeker id="s" phone="a" .controller=${mine}></wiring-seeker
        ></wiring-phone>
      </div>`,
    );
    expect(attached()).to.equal(mine);
  });

  it('by its id, before the phone above it', async () => {
    await fixture(
      html`<div>
        <wiring-phone id="a"></wiring-phone>
        <wiring-phone id="b"><wiring-seeker id="s" phone="a"></wiring-seeker></wiring-phone>
      </div>`,
    );
    expect(attached()).to.equal(phone('a').phone.controller);
  });

  it('above it, the nearest first', async () => {
    await fixture(
      html`<wiring-phone id="a">
        <wiring-phone id="b"><wiring-seeker id="s"></wiring-seeker></wiring-phone>
      </wiring-phone>`,
    );
    expect(attached()).to.equal(phone('b').phone.controller);
  });

  it('above it, from inside its shadow root', async () => {
    await fixture(html`<div><wiring-phone id="a"></wiring-phone><wiring-phone id="b"></wiring-phone></div>`);
    const inside = phone('b').renderRoot.querySelector<WiringSeeker>('wiring-seeker');
    expect(inside?.consumer.controller).to.equal(phone('b').phone.controller);
  });

  it("anywhere in the page, when it is the page's only one", async () => {
    await fixture(
      html`<div>
        <p><wiring-seeker id="s"></wiring-seeker></p>
        <wiring-phone id="a"></wiring-phone>
      </div>`,
    );
    expect(attached()).to.equal(phone('a').phone.controller);
  });

  it('out of a shadow root, and into one', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <div id="closet"></div>
        <div id="room"></div>
      </div>`,
    );
    const closet = box.querySelector('#closet')?.attachShadow({ mode: 'closed' });
    const room = box.querySelector('#room')?.attachShadow({ mode: 'open' });
    const hidden = new WiringPhone();
    const inRoom = new WiringSeeker();
    closet?.append(hidden);
    room?.append(inRoom);
    expect(inRoom.consumer.controller).to.equal(hidden.phone.controller);
  });

  it('by an id of its own root, else of the document', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <wiring-phone id="a"></wiring-phone>
        <div></div>
      </div>`,
    );
    const root = box.querySelector('div')?.attachShadow({ mode: 'open' });
    const inRoot = new WiringPhone();
    const byRoot = new WiringSeeker();
    const byDocument = new WiringSeeker();
    inRoot.id = 'b';
    byRoot.phone = 'b';
    byDocument.phone = 'a';
    root?.append(inRoot, byRoot, byDocument);
    expect(byRoot.consumer.controller).to.equal(inRoot.phone.controller);
    expect(byDocument.consumer.controller).to.equal(phone('a').phone.controller);
  });
});

describe('a phone that is not there yet', () => {
  it('is waited for, when it is the only one', async () => {
    const box = await fixture<HTMLElement>(html`<div><wiring-seeker id="s"></wiring-seeker></div>`);
    expect(attached()).to.equal(null);
    const late = new WiringPhone();
    box.append(late);
    expect(attached()).to.equal(late.phone.controller);
  });

  it('is waited for by its id, though there is another', async () => {
    const warnings = await warningsDuring(async () => {
      const box = await fixture<HTMLElement>(
        html`<div><wiring-phone id="a"></wiring-phone><wiring-seeker id="s" phone="b"></wiring-seeker></div>`,
      );
      expect(attached()).to.equal(null);
      const late = new WiringPhone();
      late.id = 'b';
      box.append(late);
      expect(attached()).to.equal(late.phone.controller);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('wiring-seeker').and.to.contain('"b"');
  });

  it('is waited for above the element, while its class is still loading and another phone is there', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <wiring-phone id="a"></wiring-phone
        ><twilio-phone><wiring-seeker id="s"></wiring-seeker></twilio-phone>
      </div>`,
    );
    expect(attached()).to.equal(null);
    customElements.define('twilio-phone', class extends WiringPhone {});
    const awake = box.querySelector<WiringPhone>('twilio-phone');
    expect(attached()).to.equal(awake?.phone.controller);
  });
});

describe('two phones', () => {
  it('leave an element unattached that does not say which, and say so once', async () => {
    const warnings = await warningsDuring(async () => {
      await fixture(
        html`<div>
          <wiring-phone id="a"></wiring-phone><wiring-phone id="b"></wiring-phone>
          <wiring-seeker id="s"></wiring-seeker>
        </div>`,
      );
      expect(attached()).to.equal(null);
      seeker().remove();
      phone('a').parentElement?.append(new WiringSeeker());
    });
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('2 phones').and.to.contain('phone="');
  });

  it('an attached element stays with its phone when another appears', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><wiring-phone id="a"></wiring-phone><wiring-seeker id="s"></wiring-seeker></div>`,
    );
    box.append(new WiringPhone());
    expect(attached()).to.equal(phone('a').phone.controller);
  });

  it('an element inside a phone stays with it when another wakes up around it', async () => {
    await fixture(
      html`<wiring-phone id="a"
        ><wiring-late><wiring-seeker id="s"></wiring-seeker></wiring-late
      ></wiring-phone>`,
    );
    customElements.define('wiring-late', class extends WiringPhone {});
    await rendered();
    expect(attached()).to.equal(phone('a').phone.controller);
  });

  it('an element that names another phone is not taken by the one around it when a third is nested', async () => {
    await fixture(
      html`<div>
        <wiring-phone id="r1"></wiring-phone>
        <wiring-phone id="r3"><wiring-seeker id="s" phone="r1"></wiring-seeker></wiring-phone>
      </div>`,
    );
    phone('r1').append(new WiringPhone());
    await rendered();
    expect(attached()).to.equal(phone('r1').phone.controller);
  });

  it('are two before either has its controller', async () => {
    const warnings = await warningsDuring(async () => {
      await fixture(
        html`<div>
          <wiring-phone id="a" slow></wiring-phone><wiring-phone id="b" slow></wiring-phone>
          <wiring-seeker id="s"></wiring-seeker><wiring-seeker id="t" phone="b"></wiring-seeker>
        </div>`,
      );
      phone('a').provider.provide(phone('a').phone.controller);
      phone('b').provider.provide(phone('b').phone.controller);
    });
    expect(attached('s')).to.equal(null);
    expect(attached('t')).to.equal(phone('b').phone.controller);
    expect(warnings).to.have.length(1);
  });

  it('of which one goes leave the other to whom nobody had told which', async () => {
    await warningsDuring(() =>
      fixture(
        html`<div>
          <wiring-phone id="a"></wiring-phone><wiring-phone id="b"></wiring-phone>
          <wiring-seeker id="s"></wiring-seeker>
        </div>`,
      ),
    );
    phone('b').remove();
    expect(attached()).to.equal(phone('a').phone.controller);
  });
});

describe('a phone without a controller yet', () => {
  it('is meant by the elements inside it, though another is ready', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <wiring-phone id="b" slow><wiring-seeker id="s"></wiring-seeker></wiring-phone>
      </div>`,
    );
    box.append(new WiringPhone());
    expect(attached()).to.equal(null);
    phone('b').provider.provide(phone('b').phone.controller);
    expect(attached()).to.equal(phone('b').phone.controller);
  });
});
