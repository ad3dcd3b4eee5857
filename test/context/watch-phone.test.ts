import { expect, fixture, html } from '@open-wc/testing';
import { visiblePhone, watchPhone } from '../../src/context/watch-phone.js';
import type { CallController } from '../../src/core/call-controller.js';
import type { Unsubscribe } from '../../src/core/ports.js';
import { warningsDuring } from '../support/elements.js';
import { phone, WiringPhone } from './support/wiring.js';

let told: (CallController | null)[];
let stop: Unsubscribe = () => undefined;

function watch(id?: string): void {
  stop = watchPhone(id, (controller) => told.push(controller));
}

describe('watching for a phone without Lit', () => {
  beforeEach(() => (told = []));
  afterEach(() => stop());

  it('tells the page’s only phone at once', async () => {
    await fixture(html`<wiring-phone id="a"></wiring-phone>`);
    watch();
    expect(told).to.deep.equal([phone('a').phone.controller]);
    expect(visiblePhone(undefined)).to.equal(phone('a').phone.controller);
  });

  it('tells a phone that comes late, and that it is gone', async () => {
    const box = await fixture(html`<div></div>`);
    watch();
    expect(told).to.deep.equal([]);
    const late = new WiringPhone();
    box.append(late);
    expect(told).to.deep.equal([late.phone.controller]);
    late.remove();
    expect(told).to.deep.equal([late.phone.controller, null]);
  });

  it('stays with what it found when another phone appears', async () => {
    const box = await fixture(html`<div><wiring-phone id="a"></wiring-phone></div>`);
    watch();
    box.append(new WiringPhone());
    expect(told).to.deep.equal([phone('a').phone.controller]);
  });

  it('finds the phone that it was told by its id, however late', async () => {
    const box = await fixture(html`<div><wiring-phone id="a"></wiring-phone></div>`);
    watch('b');
    expect(told).to.deep.equal([]);
    const late = new WiringPhone();
    late.id = 'b';
    box.append(late);
    expect(told).to.deep.equal([late.phone.controller]);
    expect(visiblePhone('b')).to.equal(late.phone.controller);
  });

  it('says once that it cannot choose between two', async () => {
    const box = await fixture(html`<div><wiring-phone></wiring-phone><wiring-phone></wiring-phone></div>`);
    const warnings = await warningsDuring(() => {
      watch();
      box.append(new WiringPhone());
    });
    expect(told).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('2 phones');
  });

  it('tells nothing more once it is over', async () => {
    const box = await fixture(html`<div></div>`);
    watch();
    stop();
    box.append(new WiringPhone());
    expect(told).to.deep.equal([]);
  });
});
