import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../src/define/call-controls.js';
import '../../src/define/incoming-call-toast.js';
import '../../src/define/phone-status.js';
import { customProperties } from '../../src/elements/shared/tokens.styles.js';
import { allByRole, byRole, everyElement } from '../support/accessible.js';
import { movements, movementsFinished } from '../support/animations.js';
import { rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

/** What a page could do to everything in it, without meaning us. */
const hostileStyles = `
  * { all: unset !important; }
  * { color: red !important; font: 30px/3 fantasy !important; transform: rotate(3deg) !important; }
  *::before { content: "!" !important; }
  html { font-size: 62.5% !important; letter-spacing: 9px !important; text-transform: uppercase !important; }
  body { visibility: hidden !important; pointer-events: none !important; }
  button { display: none !important; }
`;

let phone: TestPhone;
let box: HTMLElement;

beforeEach(async () => {
  phone = await registeredPhone();
});

async function show(): Promise<void> {
  box = await fixture<HTMLElement>(
    html`<div>
      <phone-status .controller=${phone.controller}></phone-status>
      <call-controls .controller=${phone.controller}></call-controls>
      <incoming-call-toast .controller=${phone.controller}></incoming-call-toast>
    </div>`,
  );
  await rendered();
}

async function talkAndRing(): Promise<void> {
  await phone.talk({ from: '+442079460000', parameters: { name: 'Ada Lovelace' } });
  phone.ring({ from: '+14155550100', parameters: { name: 'Grace Hopper' } });
  await rendered();
}

/** Everything of ours that is painted, with all that its style says and where it stands in its parent. */
function portrait(): string[] {
  return [...everyElement(box)]
    .filter((element) => element.getRootNode() !== document && element.matches('.root, .root *'))
    .map((element) => {
      const style = getComputedStyle(element);
      const properties = ['color', 'background-color', 'font', 'display', 'text-transform', 'letter-spacing'];
      const said = properties.map((name) => style.getPropertyValue(name)).join(' ');
      const { width, height } = element.getBoundingClientRect();
      return `${element.localName}.${element.className.toString()} ${said} ${Math.round(width)}x${Math.round(height)}`;
    });
}

describe('on a page with hostile styles', () => {
  it('nothing of what is painted looks different', async () => {
    await setViewport({ width: 900, height: 700 });
    await show();
    box.style.width = '360px';
    await talkAndRing();
    await movementsFinished(box);
    const before = portrait().filter((line) => !line.includes('.timer'));
    expect(before.length).to.be.greaterThan(30);

    const style = document.createElement('style');
    style.textContent = hostileStyles.replace('transform: rotate(3deg) !important;', '');
    document.head.append(style);
    try {
      // The host page's own block is gone with the rest of its styles; its width is not ours to keep.
      box.style.setProperty('display', 'block', 'important');
      box.style.setProperty('width', '360px', 'important');
      await movementsFinished(box);
      const after = portrait().filter((line) => !line.includes('.timer'));
      expect(after).to.deep.equal(before);
    } finally {
      style.remove();
    }
  });

  it('the toast can be seen and pressed, rotated and unset as everything else may be', async () => {
    const style = document.createElement('style');
    style.textContent = hostileStyles;
    document.head.append(style);
    try {
      await show();
      phone.ring();
      await rendered();
      await movementsFinished(byRole('alertdialog'));
      const answer = byRole('button', 'Answer').getBoundingClientRect();
      expect(answer.height).to.be.at.least(44);
      const card = byRole('alertdialog').getBoundingClientRect();
      expect([card.top, document.documentElement.clientWidth - card.right, card.width]).to.deep.equal([
        16, 16, 360,
      ]);
      const root = byRole('alertdialog').getRootNode() as ShadowRoot;
      const hit = root.elementFromPoint(answer.x + answer.width / 2, answer.y + answer.height / 2);
      expect(hit?.closest('button')?.textContent?.trim()).to.equal('Answer');
    } finally {
      style.remove();
    }
  });
});

describe('what is pressed', () => {
  it('is at least 24 pixels high and wide, and 44 where a call hangs on it', async () => {
    await show();
    await talkAndRing();
    for (const button of allByRole('button')) {
      const { width, height } = button.getBoundingClientRect();
      // WCAG 2.2: 2.5.8 for everything, 2.5.5 for what a call hangs on.
      const least = button.closest('[role=toolbar], [role=alertdialog]') ? 44 : 24;
      expect(Math.min(width, height), button.outerHTML).to.be.at.least(least);
    }
  });
});

describe('in a window of 320 pixels', () => {
  it('everything fits, with the longest of names', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      phone.ring({
        from: '+442079460000',
        parameters: { name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3) },
      });
      await show();
      await movementsFinished(box);
      const { left, right } = byRole('alertdialog').getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      for (const element of everyElement(byRole('alertdialog'))) {
        expect(element.getBoundingClientRect().right, element.className.toString()).to.be.at.most(right);
      }
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

describe('light and dark', () => {
  const backgrounds: readonly [string, string, string][] = [
    ['a page that says nothing is light', '', 'rgb(255, 255, 255)'],
    ['a dark page is dark', 'dark', 'rgb(28, 31, 36)'],
    ['a light page is light', 'light', 'rgb(255, 255, 255)'],
    ['a page that follows the system follows it', 'light dark', 'rgb(28, 31, 36)'],
  ];

  for (const [name, scheme, background] of backgrounds) {
    it(`${name}, and every word can be read`, async () => {
      await emulateMedia({ colorScheme: 'dark' });
      document.documentElement.style.colorScheme = scheme;
      try {
        phone.ring({ from: '+442079460000', parameters: { name: 'Ada' } });
        phone.ringer.setBlocked(true);
        await show();
        await movementsFinished(box);
        expect(getComputedStyle(byRole('alertdialog')).backgroundColor).to.equal(background);
        await expect(box.querySelector('incoming-call-toast')).to.be.accessible();
      } finally {
        document.documentElement.style.colorScheme = '';
        await emulateMedia({ colorScheme: 'light' });
      }
    });
  }

  it('custom properties of the page are worn, each of them by something', async () => {
    await show();
    await talkAndRing();
    const sheets = [...everyElement(box)]
      .flatMap((element) => element.shadowRoot?.adoptedStyleSheets ?? [])
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join();
    for (const name of customProperties) expect(sheets).to.contain(`var(${name}`);
    box.style.setProperty('--twilio-phone-danger', 'rgb(9, 8, 7)');
    await rendered();
    await movementsFinished(byRole('button', 'End call'));
    const disc = byRole('button', 'End call').querySelector('.disc');
    expect(disc && getComputedStyle(disc).backgroundColor).to.equal('rgb(9, 8, 7)');
  });
});

describe('forced colours', () => {
  it('every button keeps an edge, and a button that is on differs from one that is off', async () => {
    await executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }]);
    try {
      await show();
      await talkAndRing();
      await phone.controller.toggleMute('call-1');
      await rendered();
      for (const button of allByRole('button')) {
        const edge = button.querySelector('.disc') ?? button;
        expect(getComputedStyle(edge).borderStyle, button.textContent ?? '').to.equal('solid');
        expect(getComputedStyle(edge).borderColor).not.to.equal('rgba(0, 0, 0, 0)');
      }
      const on = byRole('button', 'Unmute').querySelector('.disc') as Element;
      const off = byRole('button', 'Hold').querySelector('.disc') as Element;
      expect(getComputedStyle(on).backgroundColor).not.to.equal(getComputedStyle(off).backgroundColor);
    } finally {
      await executeServerCommand('media-features', []);
    }
  });
});

describe('reduced motion', () => {
  it('nothing moves', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      await show();
      await talkAndRing();
      expect(movements(box)).to.have.length(0);
      for (const button of allByRole('button')) {
        const painted = button.querySelector('.disc') ?? button;
        expect(getComputedStyle(painted).transitionDuration).to.equal('0s');
      }
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('otherwise the ring moves for less than five seconds', async () => {
    await show();
    phone.ring();
    await rendered();
    expect(movements(box).length).to.be.greaterThan(1);
    for (const animation of movements(box)) {
      expect(Number(animation.effect?.getComputedTiming().endTime)).to.be.below(5_000);
    }
  });
});
