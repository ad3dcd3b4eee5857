import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { CallKeypad } from '../../src/elements/call-keypad.js';
import { byRole, focused } from '../support/accessible.js';
import { showKeypad } from '../support/call-scenes.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: CallKeypad;

beforeEach(async () => {
  phone = await registeredPhone();
});

async function show(lang = 'en'): Promise<void> {
  element = await showKeypad(phone, lang);
}

async function talk(): Promise<void> {
  await phone.talk();
  await show();
}

function key(name: string): HTMLElement {
  return byRole('button', name);
}

function focusedKey(): string {
  return focused()?.querySelector('.key')?.textContent ?? '';
}

async function type(...keys: string[]): Promise<void> {
  for (const name of keys) {
    const [press = '', modifier] = name.split('+').reverse();
    if (modifier) await sendKeys({ down: modifier });
    await sendKeys({ press });
    if (modifier) await sendKeys({ up: modifier });
  }
  await settle();
  await rendered();
}

describe("<call-keypad>'s focus", () => {
  it('is one stop of the Tab key', async () => {
    await phone.talk();
    await show();
    const [before, after] = [document.createElement('button'), document.createElement('button')];
    element.before(before);
    element.after(after);
    before.focus();
    await type('Tab');
    expect(focusedKey()).to.equal('1');
    await type('Tab');
    expect(focused()).to.equal(after);
  });

  const moves: readonly [string, string, string][] = [
    // from, key, to
    ['1', 'ArrowRight', '2'],
    ['3', 'ArrowRight', '3'],
    ['2', 'ArrowLeft', '1'],
    ['1', 'ArrowLeft', '1'],
    ['2', 'ArrowDown', '5'],
    ['8', 'ArrowDown', '0'],
    ['0', 'ArrowDown', '0'],
    ['5', 'ArrowUp', '2'],
    ['2', 'ArrowUp', '2'],
    ['6', 'Home', '4'],
    ['4', 'End', '6'],
    ['#', 'Control+Home', '1'],
    ['1', 'Control+End', '#'],
  ];
  for (const lang of ['en', 'ar']) {
    for (const [from, press, to] of moves) {
      it(`in ${lang} moves from ${from} by ${press} to ${to}: the keys stand as on a telephone`, async () => {
        await phone.talk();
        await show(lang);
        key(from).focus();
        await type(press);
        expect(focusedKey()).to.equal(to);
      });
    }
  }

  it('comes back to the key that had it last', async () => {
    await talk();
    key('9').focus();
    (focused() as HTMLElement).blur();
    element.focus();
    expect(focusedKey()).to.equal('9');
  });
});

describe('<call-keypad> looks', () => {
  it('pressed for a moment, by mouse as by keyboard', async () => {
    await talk();
    element.focus();
    await sendKeys({ press: '8' });
    await element.updateComplete;
    expect(key('8').hasAttribute('data-pressed')).to.equal(true);
    await until(() => !key('8').hasAttribute('data-pressed'));
    await clickWithMouse(key('2'));
    await until(() => !key('2').hasAttribute('data-pressed'));
  });

  it('like a telephone in a language that is read from the right', async () => {
    await phone.talk();
    await show('ar');
    await until(() => element.renderRoot.querySelector('[dir=rtl]') !== null);
    expect(key('1').getBoundingClientRect().left).to.be.below(key('3').getBoundingClientRect().left);
    await expect(element).to.be.accessible();
  });

  it('without motion when that is wished', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      await talk();
      element.focus();
      await type('1');
      expect(getComputedStyle(key('1')).transitionDuration).to.equal('0s');
      expect(getComputedStyle(key('1')).scale).to.equal('none');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });

  it('with an edge around each key under forced colours, and another one when pressed', async () => {
    await executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }]);
    try {
      await talk();
      element.focus();
      await sendKeys({ press: '1' });
      await element.updateComplete;
      expect(getComputedStyle(key('2')).borderStyle).to.equal('solid');
      expect(getComputedStyle(key('1')).backgroundColor).not.to.equal(
        getComputedStyle(key('2')).backgroundColor,
      );
    } finally {
      await executeServerCommand('media-features', []);
    }
  });

  it('good in the dark', async () => {
    document.documentElement.style.colorScheme = 'dark';
    try {
      await talk();
      element.style.background = 'Canvas';
      await type('Tab', '1', '2');
      await expect(element).to.be.accessible();
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
