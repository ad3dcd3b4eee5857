import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallMuteRequestEvent } from '../../../src/events/request-events.js';
import { allByRole, byRole, focused } from '../../support/accessible.js';
import { region, showDock, talk, useDockPage } from '../../support/dock-page.js';
import { clickWithMouse, until } from '../../support/elements.js';
import { composer, createElement, element, settled, show } from '../../support/phone-page.js';
import { lookAtIt } from '../../support/toast-scenes.js';

let dialog: HTMLDialogElement;

useDockPage();
beforeEach(() => {
  dialog = document.createElement('dialog');
  dialog.innerHTML = '<p>Sign here</p><button type="button">Sign</button>';
  document.body.append(dialog);
});
afterEach(() => dialog.remove());

/** The proof that it can be seen and reached: a real mouse mutes. */
async function expectUsable(): Promise<void> {
  const { isMuted } = composer.phone.call;
  await clickWithMouse(byRole('button', isMuted ? 'Unmute' : 'Mute'));
  await settled();
  expect(composer.phone.call.isMuted).to.equal(!isMuted);
}

async function open(): Promise<void> {
  dialog.showModal();
  await settled();
}

function isIn(outer: Element): boolean {
  const root = region().getRootNode() as ShadowRoot;
  return root.host === outer || outer.contains(root.host);
}

describe('while a modal dialog of the page is open', () => {
  it('the dock is in it, at its place, and can be used', async () => {
    await showDock({ dock: 'top-left' });
    await talk();
    const before = region().getBoundingClientRect();
    await open();
    expect(isIn(dialog)).to.equal(true);
    expect(region().getBoundingClientRect()).to.deep.equal(before);
    await expectUsable();
    await expect(dialog).to.be.accessible();
  });

  it('who calls is answered in it, and talked to', async () => {
    await showDock();
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await settled();
    await open();
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    await settled();
    expect(isIn(dialog)).to.equal(true);
    await expectUsable();
  });

  it('a dialog that was open before the phone came', async () => {
    await open();
    await showDock();
    await talk();
    await expectUsable();
  });

  it('so is a dialog in a shadow root, and one above another', async () => {
    await showDock();
    await talk();
    await open();
    const host = document.createElement('div');
    const inner = document.createElement('dialog');
    inner.innerHTML = '<button>Close</button>';
    host.attachShadow({ mode: 'open' }).append(inner);
    dialog.append(host);
    inner.showModal();
    await settled();
    await expectUsable();
    inner.close();
    inner.remove();
    await settled();
    await expectUsable();
    expect(isIn(dialog)).to.equal(true);
  });

  it('a number can be typed and called', async () => {
    await showDock();
    await open();
    byRole('textbox', 'Phone number').focus();
    await sendKeys({ type: '+14155550100' });
    await sendKeys({ press: 'Enter' });
    await until(() => composer.phone.state.calls.length > 0);
    expect(composer.phone.call.to).to.equal('+14155550100');
    expect(dialog.open, 'the dialog is none of our business').to.equal(true);
  });

  it('what ends in there leaves the focus at the phone', async () => {
    await showDock();
    await talk();
    await open();
    byRole('button', 'End call').focus();
    await element.endCall();
    await settled();
    expect(focused()).to.equal(region());
  });

  it('requests come to the phone, which can prevent them', async () => {
    await showDock();
    await talk();
    await open();
    const asked: unknown[] = [];
    element.addEventListener('call-mute-request', (event: CallMuteRequestEvent) => {
      asked.push(event.call?.id);
      event.preventDefault();
    });
    let passed = 0;
    dialog.addEventListener('call-mute-request', () => (passed += 1));
    await clickWithMouse(byRole('button', 'Mute'));
    await settled();
    expect(asked).to.deep.equal([composer.phone.call.id]);
    expect(passed, 'nobody hears it twice').to.equal(0);
    expect(composer.phone.call.isMuted).to.equal(false);
  });

  it('it wears what the page gave the phone', async () => {
    await showDock({ 'color-scheme': 'dark' });
    element.style.setProperty('--twilio-phone-text', 'rgb(1, 2, 3)');
    await open();
    expect(getComputedStyle(region()).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(region()).backgroundColor).to.equal('rgb(28, 31, 36)');
  });

  it('hostile styles of the dialog do not reach it', async () => {
    await showDock();
    await talk();
    const style = document.createElement('style');
    style.textContent =
      'dialog * { display: none !important; visibility: hidden !important; opacity: 0 !important }';
    document.head.append(style);
    await open();
    try {
      await expectUsable();
    } finally {
      style.remove();
    }
  });
});

describe('the dock comes home', () => {
  it('when the dialog closes', async () => {
    await showDock();
    await talk();
    await open();
    dialog.close();
    await settled();
    expect(isIn(element)).to.equal(true);
    expect(dialog.childElementCount).to.equal(2);
    await expectUsable();
  });

  it('when the dialog is thrown away', async () => {
    await showDock();
    await talk();
    await open();
    dialog.remove();
    await settled();
    expect(isIn(element)).to.equal(true);
    await expectUsable();
  });

  it('when a dialog in a shadow root is thrown away', async () => {
    await showDock();
    await talk();
    const host = document.createElement('div');
    const inner = document.createElement('dialog');
    inner.innerHTML = '<button>Close</button>';
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(host);
    inner.showModal();
    await settled();
    expect(isIn(inner)).to.equal(true);
    inner.remove();
    await settled();
    expect(isIn(element)).to.equal(true);
    await expectUsable();
    host.remove();
  });

  it('when the phone is, and leaves nothing behind', async () => {
    await showDock();
    await open();
    element.remove();
    await settled();
    expect(dialog.childElementCount).to.equal(2);
  });

  it('before the page puts something in its stead', async () => {
    await showDock();
    await open();
    element.innerHTML = '<phone-status></phone-status>';
    await settled();
    expect(allByRole('region', 'Phone')).to.have.length(0);
    expect(dialog.childElementCount).to.equal(2);
  });

  it('in a call that ends meanwhile, without a trace of it', async () => {
    await showDock();
    await talk();
    await open();
    await element.endCall();
    dialog.close();
    await settled();
    expect(allByRole('toolbar')).to.have.length(0);
    expect(byRole('textbox', 'Phone number').getRootNode()).to.have.property(
      'host',
      element.shadowRoot?.querySelector('phone-dialer'),
    );
  });
});

describe('the dock stays where it is', () => {
  it('when the dialog is not modal', async () => {
    await showDock();
    dialog.show();
    await settled();
    expect(isIn(element)).to.equal(true);
  });

  it('when it stands in that dialog anyway', async () => {
    await open();
    createElement().setAttribute('token-url', '/token/in-dialog');
    dialog.append(element);
    await until(() => element.shadowRoot?.querySelector('[part="minimise-button"]') instanceof HTMLElement);
    await talk();
    expect(isIn(element)).to.equal(true);
    await expectUsable();
  });

  it('when the page hides the phone', async () => {
    await showDock();
    element.hidden = true;
    await open();
    expect(dialog.childElementCount).to.equal(2);
  });

  it('when it is no dock but part of the page', async () => {
    await show({ dock: 'none' });
    await until(() => allByRole('textbox').length === 1);
    await open();
    expect(dialog.childElementCount).to.equal(2);
  });
});
