import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/call-feedback.js';
import '../../src/define/call-quality.js';
import { allByRole, byRole } from '../support/accessible.js';
import {
  clearPage,
  composer,
  createElement,
  element,
  openPage,
  settled,
  show,
} from '../support/phone-page.js';

beforeEach(openPage);
afterEach(clearPage);

describe('<twilio-phone> shows', () => {
  it('first of all that it is connecting', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    createElement();
    composer.loadMaker = () => new Promise(() => undefined);
    box.append(element);
    await settled();
    expect(byRole('region', 'Phone').textContent).to.contain('Connecting');
    await expect(element).to.be.accessible();
  });

  it('the whole phone when it has no child elements, white space or not', async () => {
    await show({}, '\n  \n');
    expect(byRole('status').textContent).to.contain('Ready for calls');
    await expect(element).to.be.accessible();
  });

  it('who one talks to, and the controls', async () => {
    await show();
    composer.phone.ring({ from: '+442079460000', parameters: { name: 'Ada <b>' } });
    await element.answerCall();
    await settled();
    const region = byRole('region', 'Phone');
    expect(region.textContent).to.contain('Ada <b>').and.to.contain('+442079460000');
    expect(byRole('toolbar', 'Call controls')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
  });

  it('how the call sounds, and afterwards asks how it was', async () => {
    await show();
    const port = composer.phone.ring();
    await element.answerCall();
    port.emit({ type: 'warning', name: 'no-sound-received' });
    await settled();
    expect(allByRole('button', 'Reconnect the sound')).to.have.length(1);
    await expect(element).to.be.accessible();
    await composer.phone.pass(60_000);
    port.emit({ type: 'disconnect' });
    await settled();
    const words = allByRole('button').map(({ innerText }) => innerText.trim());
    expect(words.find((text) => text !== '')).to.equal('One of us heard nothing');
    await expect(element).to.be.accessible();
  });

  it('once that the microphone is gone, in a call', async () => {
    await show();
    const port = composer.phone.ring();
    await element.answerCall();
    port.emit({ type: 'warning', name: 'microphone-lost' });
    await settled();
    const said = allByRole('status').map(({ innerText }) => innerText);
    expect(said.filter((text) => text.includes('the microphone is gone'))).to.have.length(1);
  });

  it('its child elements instead, as soon as there are some', async () => {
    await show();
    element.innerHTML = '<call-controls></call-controls>';
    await settled();
    expect(allByRole('region', 'Phone')).to.have.length(0);
    composer.phone.ring();
    await element.answerCall();
    await settled();
    expect(byRole('toolbar', 'Call controls').getRootNode()).to.have.property(
      'host',
      element.firstElementChild,
    );
  });

  it('the toast in any case', async () => {
    await show({}, '<p>My own phone</p>');
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await settled();
    expect(byRole('alertdialog', 'Incoming call from Ada')).to.be.instanceOf(HTMLElement);
    await expect(element).to.be.accessible();
  });

  it("no second toast when the page has its own, which stays the page's", async () => {
    const toast = document.createElement('incoming-call-toast');
    await show();
    element.parentElement?.append(toast);
    composer.phone.ring();
    await settled();
    expect(allByRole('alertdialog')).to.have.length(1);
    toast.remove();
    await settled();
    expect(allByRole('alertdialog')).to.have.length(1);
  });

  for (const [dock, horizontal, vertical] of [
    ['bottom-right', 'right', 'bottom'],
    ['bottom-left', 'left', 'bottom'],
    ['top-right', 'right', 'top'],
    ['top-left', 'left', 'top'],
  ] as const) {
    it(`its dock at the window's ${dock}, out of every wrapper`, async () => {
      await show({ dock });
      element.style.transform = 'translateX(50px)';
      const { [horizontal]: across, [vertical]: along } = byRole('region', 'Phone').getBoundingClientRect();
      expect(horizontal === 'right' ? document.documentElement.clientWidth - across : across).to.equal(16);
      expect(vertical === 'bottom' ? window.innerHeight - along : along).to.equal(16);
    });
  }

  it('itself where it stands with dock="none"', async () => {
    await show({ dock: 'none' });
    expect(getComputedStyle(byRole('region', 'Phone')).position).to.equal('static');
  });

  it('nothing when the page hides it', async () => {
    await show();
    element.hidden = true;
    await settled();
    expect(byRole.bind(null, 'region', 'Phone')).to.throw();
  });
});
