import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import { allByRole, byRole } from '../support/accessible.js';
import { until } from '../support/elements.js';
import { clearPage, composer, element, openPage, settled, show } from '../support/phone-page.js';
import { portrait } from '../support/portrait.js';

beforeEach(async () => {
  openPage();
  await emulateMedia({ reducedMotion: 'reduce' });
});
afterEach(clearPage);

/** What is meant to be said by a page, and what is not: the whole phone under a page that says everything. */
const hostileStyles = `
  * { all: unset !important; letter-spacing: 9px !important; text-transform: uppercase !important;
      line-height: 3 !important; text-indent: 40px !important; word-spacing: 1em !important;
      text-align: right !important; cursor: crosshair !important; visibility: visible !important; }
  html { font-size: 62.5% !important; }
  div:not(:has(twilio-phone)), section, button, p, span, input { display: none !important; box-sizing: content-box !important; }
  button { background: red !important; border-radius: 0 !important; padding: 30px !important; }
  svg { width: 100px !important; fill: lime !important; }
  *::before, *::after { content: "!" !important; }
`;

describe('a page whose styles are hostile', () => {
  for (const [what, prepare] of [
    ['the dock', () => Promise.resolve()],
    ['the dock in a call', () => element.answerCall()],
  ] as const) {
    it(`changes nothing of ${what}`, async () => {
      await show();
      await until(() => allByRole('textbox').length === 1);
      composer.phone.ring({ parameters: { name: 'Ada' } });
      await prepare();
      await settled();
      const dock = () => {
        const section = byRole('region', 'Phone');
        const { x, y, width, height } = section.getBoundingClientRect();
        return [x, y, width, height, ...portrait().values()];
      };
      // Its last parts may still be on their way.
      let before = dock();
      await until(() => {
        const now = dock();
        const isSame = JSON.stringify(now) === JSON.stringify(before);
        before = now;
        return (
          isSame &&
          element.shadowRoot?.querySelector('phone-status')?.shadowRoot?.querySelector('.ask') != null
        );
      });
      const style = document.createElement('style');
      style.textContent = hostileStyles;
      document.head.append(style);
      try {
        await settled();
        expect(dock()).to.deep.equal(before);
      } finally {
        style.remove();
      }
    });
  }

  for (const [what, said] of [
    ['its direction', 'html { direction: rtl }'],
    ['its zoom', ':root { zoom: 1.5 }'],
    ['what it says of every box', '*, *::before, *::after { box-sizing: content-box !important }'],
  ] as const) {
    it(`${what} leaves the dock in the corner that the page names, and whole`, async () => {
      await show({ dock: 'top-left' });
      await until(() => allByRole('textbox').length === 1);
      const style = document.createElement('style');
      style.textContent = said;
      document.head.append(style);
      try {
        await settled();
        const dock = byRole('region', 'Phone');
        const { x, y } = dock.getBoundingClientRect();
        const zoom = Number(getComputedStyle(document.documentElement).zoom);
        expect([x, y]).to.deep.equal([16 * zoom, 16 * zoom]);
        expect(dock.scrollWidth).to.be.at.most(dock.clientWidth);
      } finally {
        style.remove();
      }
    });
  }

  it('may still hide the phone: that is meant', async () => {
    await show();
    const style = document.createElement('style');
    style.textContent = 'twilio-phone { display: none }';
    document.head.append(style);
    try {
      expect(allByRole('region', 'Phone')).to.have.length(0);
    } finally {
      style.remove();
    }
  });
});
