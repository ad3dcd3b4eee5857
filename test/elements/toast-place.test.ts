import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/incoming-call-toast.js';
import { allByRole, byRole } from '../support/accessible.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import type { FakeCallPort } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt } from '../support/toast-scenes.js';

let phone: TestPhone;
let call: FakeCallPort;

beforeEach(async () => {
  phone = await registeredPhone();
});

async function build(content: unknown): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(html`<div>${content}</div>`);
  call = phone.ring();
  await rendered();
  return box;
}

function toast() {
  return html`<incoming-call-toast .controller=${phone.controller}></incoming-call-toast>`;
}

/** The proof that it can be seen and reached: a real mouse answers. */
async function expectAnswerable(): Promise<void> {
  await lookAtIt();
  await clickWithMouse(byRole('button', 'Answer'));
  expect(call.commands).to.deep.equal(['accept']);
}

function modal(box: HTMLElement, selector = 'dialog'): HTMLDialogElement {
  const dialog = box.querySelector<HTMLDialogElement>(selector);
  if (!dialog) throw new Error('There is no dialog.');
  return dialog;
}

describe('the toast stands above the page', () => {
  const pages: readonly [string, () => unknown][] = [
    [
      'below the greatest z-index',
      () =>
        html`<div style="position:fixed;inset:0;z-index:2147483647"></div>
          ${toast()}`,
    ],
    ['inside a transform', () => html`<div style="transform:translateX(-300px)">${toast()}</div>`],
    [
      'inside hidden overflow and containment',
      () => html`<div style="contain:strict;height:0;overflow:hidden">${toast()}</div>`,
    ],
    ['inside what is invisible', () => html`<div style="visibility:hidden">${toast()}</div>`],
    ['inside what is transparent', () => html`<div style="opacity:0">${toast()}</div>`],
    ['inside what takes no mouse', () => html`<div style="pointer-events:none">${toast()}</div>`],
    ['inside what is not displayed', () => html`<div style="display:none">${toast()}</div>`],
    ['inside what is inert', () => html`<div inert>${toast()}</div>`],
    ['inside what is hidden from screen readers', () => html`<div aria-hidden="true">${toast()}</div>`],
    [
      'inside closed details',
      () =>
        html`<details>
          <summary>More</summary>
          ${toast()}
        </details>`,
    ],
    ['inside a closed dialog', () => html`<dialog>${toast()}</dialog>`],
  ];

  for (const [place, content] of pages) {
    it(place, async () => {
      await build(content());
      await expectAnswerable();
    });
  }

  it('also when its place becomes hidden while it rings', async () => {
    const box = await build(html`<div id="wrapper">${toast()}</div>`);
    box.querySelector('#wrapper')?.setAttribute('hidden', '');
    await rendered();
    await expectAnswerable();
  });

  it('also when something else comes up above the page later', async () => {
    const box = await build(
      html`${toast()}
        <div popover="manual" style="inset:0;width:100vw;height:100vh;margin:0"></div>`,
    );
    box.querySelector<HTMLElement>('[popover]')?.showPopover();
    await rendered();
    await expectAnswerable();
  });

  it('also when the end of the page was cleared away while it stood there', async () => {
    await build(html`<div style="display:none">${toast()}</div>`);
    [...document.body.children].at(-1)?.remove();
    await rendered();
    await expectAnswerable();
  });

  it('where its own place will do it stays there, so that the page can style its parts', async () => {
    const box = await build(toast());
    const root = byRole('alertdialog').getRootNode() as ShadowRoot;
    expect(root.host.getRootNode()).to.equal(box.querySelector('incoming-call-toast')?.shadowRoot);
  });
});

describe('the toast and modal dialogs of the page', () => {
  it('a dialog that was open before the call', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        ${toast()}
        <dialog>Sign here</dialog>
      </div>`,
    );
    modal(box).showModal();
    call = phone.ring();
    await rendered();
    await expectAnswerable();
    modal(box).close();
  });

  it('a dialog that opens while it rings', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Sign here</dialog>`,
    );
    modal(box).showModal();
    await rendered();
    await expectAnswerable();
    modal(box).close();
  });

  it('a dialog above a dialog', async () => {
    const box = await build(
      html`${toast()}
        <dialog id="one">One</dialog>
        <dialog id="two">Two</dialog>`,
    );
    modal(box, '#two').showModal();
    modal(box, '#one').showModal();
    await rendered();
    await expectAnswerable();
    modal(box, '#one').close();
    modal(box, '#two').close();
  });

  it('a dialog inside a shadow root', async () => {
    const box = await build(
      html`${toast()}
        <div id="host"></div>`,
    );
    const root = box.querySelector('#host')?.attachShadow({ mode: 'open' });
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('button'));
    root?.append(dialog);
    dialog.showModal();
    await rendered();
    await expectAnswerable();
  });

  it('a dialog that holds the toast already', async () => {
    const box = await fixture<HTMLElement>(html`<div><dialog>${toast()}</dialog></div>`);
    modal(box).showModal();
    call = phone.ring();
    await rendered();
    await expectAnswerable();
    modal(box).close();
  });

  it('a dialog that closes while it rings gives it back', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Sign here</dialog>`,
    );
    modal(box).showModal();
    await rendered();
    modal(box).close();
    await rendered();
    const root = byRole('alertdialog').getRootNode() as ShadowRoot;
    expect(root.host.getRootNode()).to.equal(box.querySelector('incoming-call-toast')?.shadowRoot);
    await expectAnswerable();
  });

  it('a dialog that is thrown away while it rings gives it back', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Sign here</dialog>`,
    );
    const dialog = modal(box);
    dialog.showModal();
    await rendered();
    dialog.remove();
    await rendered();
    await expectAnswerable();
  });

  it('a dialog in a shadow root that is thrown away while it rings gives it back', async () => {
    const box = await build(
      html`${toast()}
        <div id="host"></div>`,
    );
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('button'));
    box.querySelector('#host')?.attachShadow({ mode: 'open' }).append(dialog);
    dialog.showModal();
    await rendered();
    expect(byRole('alertdialog').getRootNode()).to.have.property('host', dialog.lastElementChild);
    dialog.remove();
    await rendered();
    await expectAnswerable();
  });

  it('a non-modal dialog changes nothing', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Notes</dialog>`,
    );
    modal(box).show();
    await rendered();
    expect(modal(box).childElementCount).to.equal(0);
    await expectAnswerable();
  });

  it('nothing of it stays in the dialog when the call is over', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Sign here</dialog>`,
    );
    const before = document.body.childElementCount;
    modal(box).showModal();
    await rendered();
    expect(modal(box).childElementCount).to.equal(1);
    call.emit({ type: 'cancel' });
    await rendered();
    expect(modal(box).childElementCount).to.equal(0);
    expect(document.body.childElementCount).to.equal(before);
    expect(allByRole('alertdialog')).to.have.length(0);
    modal(box).close();
  });

  it('when the element itself goes while it rings, its toast goes too', async () => {
    const box = await build(
      html`${toast()}
        <dialog>Sign here</dialog>`,
    );
    modal(box).showModal();
    await rendered();
    box.querySelector('incoming-call-toast')?.remove();
    await rendered();
    expect(modal(box).childElementCount).to.equal(0);
    modal(box).close();
  });
});

describe('the toast away from home', () => {
  it('takes the colours and the scheme of its place along', async () => {
    await build(
      html`<div style="--twilio-phone-accent:rgb(1, 2, 3);color-scheme:dark;display:none">${toast()}</div>`,
    );
    expect(getComputedStyle(byRole('button', 'Answer')).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(byRole('alertdialog')).backgroundColor).to.equal('rgb(28, 31, 36)');
  });

  const rows: readonly [string, string, string, boolean][] = [
    ['en', 'ltr', 'ltr', false],
    ['en', 'rtl', 'ltr', true],
    ['ar', 'ltr', 'rtl', false],
    ['ar', 'rtl', 'rtl', true],
  ];
  for (const [lang, ofPlace, ofWords, isOnTheLeft] of rows) {
    it(`says ${lang} in its own direction, and stands in the corner that ${ofPlace} lines end in`, async () => {
      await build(html`<div lang=${lang} style="direction:${ofPlace};display:none">${toast()}</div>`);
      await until(() => allByRole('alertdialog').length === 1);
      expect(getComputedStyle(byRole('alertdialog')).direction).to.equal(ofWords);
      const { left, right } = byRole('alertdialog').getBoundingClientRect();
      expect(left < document.documentElement.clientWidth - right).to.equal(isOnTheLeft);
    });
  }
});
