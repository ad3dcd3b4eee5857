import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { allByRole, byRole, focused } from '../../support/accessible.js';
import { region, showDock, talk, useDockPage } from '../../support/dock-page.js';
import { clickWithMouse, until } from '../../support/elements.js';
import { clearPage, composer, element, settled, show } from '../../support/phone-page.js';

useDockPage();

describe('a minimised dock', () => {
  it('shows the status, and a button that opens all of it', async () => {
    await showDock();
    await clickWithMouse(byRole('button', 'Minimise the phone'));
    expect(element.minimised).to.equal(true);
    expect(region().getAnimations(), 'where nobody wants motion').to.have.length(0);
    expect(element.hasAttribute('minimised'), 'for the styles of a page').to.equal(true);
    expect(byRole('status').textContent).to.contain('Ready for calls');
    expect(allByRole('textbox')).to.have.length(0);
    expect(allByRole('button').map((button) => button.getAttribute('aria-label'))).to.deep.equal([
      'Open the phone',
    ]);
    expect(region().getBoundingClientRect().height).to.be.below(50);
    await expect(element).to.be.accessible();
    await clickWithMouse(byRole('button', 'Open the phone'));
    expect(allByRole('textbox')).to.have.length(1);
    expect(element.hasAttribute('minimised')).to.equal(false);
  });

  it('is made and opened by keyboard, and keeps the focus', async () => {
    await showDock();
    byRole('button', 'Minimise the phone').focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(focused()).to.equal(byRole('button', 'Open the phone'));
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(focused()).to.equal(byRole('button', 'Minimise the phone'));
  });

  it('keeps what was typed', async () => {
    await showDock();
    const field = byRole('textbox') as HTMLInputElement;
    field.focus();
    await sendKeys({ type: '+1415' });
    await clickWithMouse(byRole('button', 'Minimise the phone'));
    await clickWithMouse(byRole('button', 'Open the phone'));
    expect(byRole('textbox')).to.equal(field);
    // With spaces once the metadata of numbers is there.
    expect(field.value.replaceAll(' ', '')).to.equal('+1415');
  });

  it('shows of a call its time, "Mute" and "End call", and they work', async () => {
    await showDock({ minimised: '' });
    await talk();
    await composer.phone.pass(1_000);
    expect(byRole('status').textContent).to.contain('In a call');
    expect(byRole('timer').textContent).to.match(/\d:\d\d/);
    const names = allByRole('button').map(
      (button) => button.getAttribute('aria-label') ?? button.textContent?.trim(),
    );
    expect(names).to.have.members(['Open the phone', 'Mute', 'End call']);
    expect(region().getBoundingClientRect().height).to.be.below(60);
    await expect(element).to.be.accessible();
    await clickWithMouse(byRole('button', 'Mute'));
    await settled();
    expect(composer.phone.call.isMuted).to.equal(true);
    await clickWithMouse(byRole('button', 'End call'));
    await settled();
    expect(composer.phone.state.calls).to.have.length(0);
  });

  it('its arrow keys pass over the buttons that are not there', async () => {
    await showDock({ minimised: '' });
    await talk();
    byRole('button', 'Mute').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()).to.equal(byRole('button', 'End call'));
  });

  it('never hides who calls', async () => {
    await showDock({ minimised: '' });
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await settled();
    expect(byRole('alertdialog', 'Incoming call from Ada')).to.be.instanceOf(HTMLElement);
    await clickWithMouse(byRole('button', 'Answer'));
    expect(element.minimised, 'and answering opens nothing').to.equal(true);
  });

  it('opens by a press beside its buttons, and moves by a drag', async () => {
    await showDock({ minimised: '' });
    const words = byRole('status').getBoundingClientRect();
    const start = [Math.round(words.x + 4), Math.round(words.y + 4)] as [number, number];
    await sendMouse({ type: 'move', position: start });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [start[0] - 100, start[1] - 100] });
    await sendMouse({ type: 'move', position: [30, 30] });
    await sendMouse({ type: 'up' });
    await settled();
    expect(region().dataset['place']).to.equal('top-left');
    expect(element.minimised, 'a drag is no press').to.equal(true);
    await clickWithMouse(byRole('status'));
    expect(element.minimised).to.equal(false);
  });
});

describe('that it is minimised', () => {
  it('is remembered together with its place', async () => {
    composer.kept = { 'bottom-right': { x: 0, y: 0 }, 'top-left': { isMinimised: false } };
    await showDock();
    await clickWithMouse(byRole('button', 'Minimise the phone'));
    expect(composer.kept).to.deep.equal({
      'bottom-right': { x: 0, y: 0, isMinimised: true },
      'top-left': { isMinimised: false },
    });
    await clearPage();
    await showDock();
    expect(element.minimised).to.equal(true);
  });

  it('is remembered where somebody else has kept a text, of which nothing is kept', async () => {
    composer.kept = 'not ours';
    await showDock();
    await clickWithMouse(byRole('button', 'Minimise the phone'));
    expect(composer.kept).to.deep.equal({ 'bottom-right': { isMinimised: true } });
  });

  it('is as the page says until the person says otherwise', async () => {
    await showDock({ minimised: '' });
    expect(element.minimised).to.equal(true);
    expect(composer.kept).to.equal(undefined);
    await clearPage();
    composer.kept = { 'bottom-right': { isMinimised: false } };
    await showDock({ minimised: '' });
    expect(element.minimised).to.equal(false);
  });

  it('means nothing where the phone stands in the layout of the page', async () => {
    await show({ dock: 'none', minimised: '' });
    await until(() => allByRole('textbox').length === 1);
  });
});

describe('in the window of a telephone', () => {
  beforeEach(() => setViewport({ width: 390, height: 700 }));

  it('it is minimised until somebody opens it: then it is a sheet along the bottom', async () => {
    await showDock();
    expect(element.minimised).to.equal(true);
    expect(composer.kept).to.equal(undefined);
    await clickWithMouse(byRole('button', 'Open the phone'));
    const { left, right, bottom } = region().getBoundingClientRect();
    expect([left, right, bottom]).to.deep.equal([0, 390, 700]);
    expect(allByRole('button', 'Move the phone')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('the sheet lies along the bottom wherever the dock was moved to', async () => {
    for (const place of [
      { x: 0, y: 0 },
      { x: 0.3, y: 0.3 },
    ]) {
      composer.kept = { 'bottom-right': { ...place, isMinimised: false } };
      await showDock();
      const { left, right, bottom } = region().getBoundingClientRect();
      expect([left, right, bottom]).to.deep.equal([0, 390, 700]);
      await clearPage();
    }
  });

  it('the toast lies across the top', async () => {
    await showDock();
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await settled();
    const { left, right, top } = byRole('alertdialog').getBoundingClientRect();
    expect([left, right, top]).to.deep.equal([8, 382, 8]);
  });

  it('a call fits into 320 pixels, minimised and not', async () => {
    await setViewport({ width: 320, height: 640 });
    await showDock();
    await talk();
    const fits = () => {
      const { left, right } = region().getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      expect(region().scrollWidth).to.be.at.most(region().clientWidth);
    };
    fits();
    await clickWithMouse(byRole('button', 'Open the phone'));
    fits();
  });
});
