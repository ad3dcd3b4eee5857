import { expect, fixture, html } from '@open-wc/testing';
import { defineWhereItStands } from '../../src/define/define-where-it-stands.js';

/** An element nobody has defined yet, and how often it was asked for. */
function undefinedElement(fails = 0): { tag: string; asked: () => number } {
  const tag = `standing-${crypto.randomUUID()}`;
  let asked = 0;
  const load = () => {
    asked += 1;
    if (asked <= fails) return Promise.reject(new Error('It did not come.'));
    customElements.define(tag, class extends HTMLElement {});
    return Promise.resolve();
  };
  defineWhereItStands(tag, load);
  return { tag, asked: () => asked };
}

/** Adds it to the page, and lets whoever watches the page see it. */
async function add(tag: string): Promise<void> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.append(document.createElement(tag));
  await Promise.resolve();
}

describe('an element that stands in the page by itself', () => {
  it('is not loaded while there is none', async () => {
    const { asked } = undefinedElement();
    await fixture(html`<p>Something else</p>`);
    expect(asked()).to.equal(0);
  });

  it('is defined when the page has written it', async () => {
    const tag = `standing-${crypto.randomUUID()}`;
    await add(tag);
    defineWhereItStands(tag, () => Promise.resolve(customElements.define(tag, class extends HTMLElement {})));
    expect(customElements.get(tag)).to.be.a('function');
  });

  it('is defined when the page puts it there later, once', async () => {
    const { tag, asked } = undefinedElement();
    await add(tag);
    await add(tag);
    expect(customElements.get(tag)).to.be.a('function');
    expect(asked()).to.equal(1);
  });

  it('is asked for again when it did not come', async () => {
    const { tag, asked } = undefinedElement(1);
    await add(tag);
    await add('span');
    await customElements.whenDefined(tag);
    expect(asked()).to.equal(2);
  });

  it('is left alone where it is defined already', () => {
    const tag = `standing-${crypto.randomUUID()}`;
    customElements.define(tag, class extends HTMLElement {});
    defineWhereItStands(tag, () => Promise.reject(new Error('It was asked for.')));
    expect(customElements.get(tag)).to.be.a('function');
  });
});
