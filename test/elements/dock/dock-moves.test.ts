import { expect } from '@open-wc/testing';
import {
  emulateMedia,
  executeServerCommand,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';
import { allByRole, byRole, focused } from '../../support/accessible.js';
import { region, showDock, useDockPage } from '../../support/dock-page.js';
import { clickWithMouse, until } from '../../support/elements.js';
import { clearPage, composer, element, settled, show } from '../../support/phone-page.js';

useDockPage();

const handle = () => byRole('button', 'Move the phone');

/** Where it stands: pixels from the window's left and top, and from its right and bottom. */
function place() {
  const { left, top, right, bottom } = region().getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const figures = { left, top, right: clientWidth - right, bottom: clientHeight - bottom };
  return Object.fromEntries(Object.entries(figures).map(([side, figure]) => [side, Math.round(figure)]));
}

async function drag(by: readonly [number, number], from: Element = handle()): Promise<void> {
  const { x, y, width, height } = from.getBoundingClientRect();
  const start = [Math.round(x + width / 2), Math.round(y + height / 2)] as const;
  await sendMouse({ type: 'move', position: [...start] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [start[0] + by[0] / 2, start[1] + by[1] / 2] });
  await sendMouse({ type: 'move', position: [start[0] + by[0], start[1] + by[1]] });
  await sendMouse({ type: 'up' });
  await settled();
}

describe('the dock is moved by hand', () => {
  it('to where it is let go', async () => {
    await showDock();
    const before = place();
    await drag([-160, -200]);
    const after = place();
    expect(after['left']).to.be.closeTo((before['left'] ?? 0) - 160, 1);
    expect(after['top']).to.be.closeTo((before['top'] ?? 0) - 200, 1);
    expect(allByRole('group', 'Move the phone'), 'a drag is no click').to.have.length(0);
  });

  it('into a corner when it comes near', async () => {
    await showDock();
    await drag([-400, -420]);
    expect(place()).to.include({ left: 16, top: 16 });
    expect(region().dataset['place']).to.equal('top-left');
  });

  it('never out of the window', async () => {
    await showDock();
    await drag([300, 0]);
    await drag([0, -2_000]);
    expect(place()).to.include({ right: 16, top: 16 });
  });

  it('stays inside when the window becomes smaller, and when it grows itself', async () => {
    await showDock();
    await drag([-220, -60]);
    expect(region().dataset['place']).to.equal('free');
    await setViewport({ width: 500, height: 300 });
    composer.phone.ring({ parameters: { name: 'Ada' } });
    await element.answerCall();
    await settled();
    for (const side of ['left', 'top', 'right', 'bottom']) expect(place()[side], side).to.be.at.least(16);
  });

  it('back to where it was when the hand is lost', async () => {
    await showDock();
    const before = place();
    const { x, y } = handle().getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 20), Math.round(y + 10)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [200, 200] });
    await settled();
    expect(place()).not.to.deep.equal(before);
    region().dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, composed: true }));
    await sendMouse({ type: 'up' });
    await settled();
    expect(place()).to.deep.equal(before);
    expect(composer.kept).to.equal(undefined);
  });

  it('not by anything else in it', async () => {
    await showDock();
    const before = place();
    await drag([-100, -100], byRole('status'));
    expect(place()).to.deep.equal(before);
  });

  it('not by another button of the mouse', async () => {
    await showDock();
    const before = place();
    handle().dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true, button: 2, isPrimary: true }),
    );
    handle().dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, composed: true, clientX: 9, clientY: 9 }),
    );
    await settled();
    expect(place()).to.deep.equal(before);
  });

  it('with a glide where the person wants motion', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    await showDock();
    await drag([-400, -420]);
    const isGliding = () => region().getAnimations().length > 0;
    // The mouse is sent to where the handle is when it is asked.
    await until(() => !isGliding());
    await clickWithMouse(handle());
    byRole('button', 'Bottom right').click();
    await until(isGliding);
    await until(() => !isGliding());
    expect(place()).to.include({ right: 16, bottom: 16 });
  });
});

describe('the dock is moved without dragging', () => {
  it('by the arrow keys, as far as the window goes', async () => {
    await showDock();
    const before = place();
    handle().focus();
    await sendKeys({ press: 'ArrowLeft' });
    await settled();
    await sendKeys({ press: 'ArrowUp' });
    await settled();
    const moved = place();
    expect(moved['right']).to.be.within((before['right'] ?? 0) + 39, (before['right'] ?? 0) + 41);
    expect(moved['bottom']).to.be.within((before['bottom'] ?? 0) + 39, (before['bottom'] ?? 0) + 41);
    for (let press = 0; press < 20; press += 1) await sendKeys({ press: 'ArrowLeft' });
    await settled();
    expect(place()['left']).to.equal(16);
    expect(focused()).to.equal(handle());
  });

  it('by a click on a corner, and the focus is where it was', async () => {
    await showDock();
    await clickWithMouse(handle());
    expect(byRole('group', 'Move the phone')).to.be.instanceOf(HTMLElement);
    expect(byRole('button', 'Bottom right').getAttribute('aria-pressed')).to.equal('true');
    await expect(element).to.be.accessible();
    await clickWithMouse(byRole('button', 'Top left'));
    expect(place()).to.include({ left: 16, top: 16 });
    expect(allByRole('group', 'Move the phone')).to.have.length(0);
    expect(focused()).to.equal(handle());
  });

  it('Escape puts the corners away', async () => {
    await showDock();
    handle().focus();
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(handle().getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await settled();
    expect(handle().getAttribute('aria-expanded')).to.equal('false');
    expect(focused()).to.equal(handle());
  });

  it('each corner can be seen and pressed where the dock is as low as can be', async () => {
    await showDock({ density: 'compact' });
    await clickWithMouse(handle());
    for (const name of ['Top left', 'Top right', 'Bottom left', 'Bottom right']) {
      const { x, y, width, height } = byRole('button', name).getBoundingClientRect();
      const root = region().getRootNode() as ShadowRoot;
      expect(
        byRole('button', name).contains(root.elementFromPoint(x + width / 2, y + height - 2)),
        name,
      ).to.equal(true);
    }
  });

  it('left stays left where lines end at the left', async () => {
    await showDock({ lang: 'ar', dock: 'top-right' });
    const dock = () => byRole('region');
    const button = dock().querySelector<HTMLElement>('[part="move-button"]');
    await until(() => button?.getAttribute('aria-label') === 'نقل الهاتف');
    button?.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await settled();
    const { right } = dock().getBoundingClientRect();
    expect(document.documentElement.clientWidth - right).to.be.within(55, 57);
  });
});

describe('where it was moved to', () => {
  it('is remembered, by the dock that the page named, and nothing else is', async () => {
    await showDock({ dock: 'top-right' });
    await clickWithMouse(handle());
    await clickWithMouse(byRole('button', 'Bottom left'));
    expect(composer.kept).to.deep.equal({ 'top-right': { x: 0, y: 1 } });
    await clearPage();
    await showDock({ dock: 'top-right' });
    expect(place()).to.include({ left: 16, bottom: 16 });
    await clearPage();
    await showDock({ dock: 'top-left' });
    expect(place()).to.include({ left: 16, top: 16 });
  });

  it('is where it is painted first', async () => {
    composer.kept = { 'bottom-right': { x: 0.5, y: 0.5 } };
    composer.loadMaker = () => new Promise(() => undefined);
    void show();
    await until(() => allByRole('region', 'Phone').length === 1);
    const { left, right, top, bottom } = place();
    expect(Math.abs((left ?? 0) - (right ?? 0))).to.be.at.most(2);
    expect(Math.abs((top ?? 0) - (bottom ?? 0))).to.be.at.most(2);
  });

  it('without a word of the page is the corner in which its lines end', async () => {
    document.documentElement.dir = 'rtl';
    try {
      await showDock();
      expect(place()).to.include({ left: 16, bottom: 16 });
    } finally {
      document.documentElement.dir = '';
    }
  });

  it('cannot be changed with dock="none"', async () => {
    await show({ dock: 'none' });
    await settled();
    expect(allByRole('button', 'Move the phone')).to.have.length(0);
    expect(allByRole('button', 'Minimise the phone')).to.have.length(0);
  });
});

describe('the dock under forced colours', () => {
  beforeEach(async () => {
    await executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }]);
    await showDock();
  });

  afterEach(() => executeServerCommand('media-features', []));

  it('has a handle that can be seen', () => {
    const { backgroundColor } = getComputedStyle(handle(), '::before');
    expect(backgroundColor).to.equal(colorOf('ButtonText'));
    expect(backgroundColor).not.to.equal(getComputedStyle(region()).backgroundColor);
  });

  it('has an edge around the button that makes it smaller', () => {
    const { borderStyle, borderWidth } = getComputedStyle(byRole('button', 'Minimise the phone'));
    expect([borderStyle, borderWidth]).to.deep.equal(['solid', '1px']);
  });

  it('has edges around what is pressed, and the corner in which it stands is filled', async () => {
    await clickWithMouse(handle());
    const [here, there] = ['Bottom right', 'Top left'].map((name) =>
      getComputedStyle(byRole('button', name)),
    );
    for (const { borderStyle, borderWidth } of [here, there].filter((style) => style !== undefined)) {
      expect([borderStyle, borderWidth]).to.deep.equal(['solid', '1px']);
    }
    expect(here?.backgroundColor).to.equal(colorOf('Highlight'));
    expect(there?.backgroundColor).not.to.equal(here?.backgroundColor);
  });
});

/** A system colour as it is painted here. */
function colorOf(name: string): string {
  const probe = document.createElement('div');
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
