import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import '../../src/define/phone-dialer.js';
import type { CallDigitsRequestEvent } from '../../src/events/request-events.js';
import { allByRole, byRole, everyElement, focused } from '../support/accessible.js';
import { DialerStage } from '../support/dialer.js';
import { clickWithMouse, until } from '../support/elements.js';

let stage: DialerStage;

describe('the field of <phone-dialer>', () => {
  it('formats what is typed, digit by digit', async () => {
    stage = await DialerStage.open();
    const seen: string[] = [];
    for (const digit of '4155550123') {
      await stage.type(digit);
      seen.push(stage.marked);
    }
    expect(seen).to.deep.equal([
      '4|',
      '41|',
      '(415)|',
      '(415) 5|',
      '(415) 55|',
      '(415) 555|',
      '(415) 555-0|',
      '(415) 555-01|',
      '(415) 555-012|',
      '(415) 555-0123|',
    ]);
  });

  it('can be emptied again by Backspace alone', async () => {
    stage = await DialerStage.open();
    await stage.type('4155550123');
    for (let presses = 0; presses < 10; presses += 1) await stage.press('Backspace');
    expect(stage.marked).to.equal('|');
  });

  it('keeps the caret in the middle while a digit comes in, and goes', async () => {
    stage = await DialerStage.open();
    await stage.type('415555012');
    stage.input.setSelectionRange(3, 3);
    await stage.press('9');
    expect(stage.marked).to.equal('(419|) 555-5012');
    await stage.press('Backspace');
    expect(stage.marked).to.equal('(41|5) 555-012');
  });

  it('leaves what an input method is still composing alone', async () => {
    stage = await DialerStage.open();
    await stage.focus();
    stage.input.value = '4155550123';
    stage.input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true, composed: true }));
    await stage.settled();
    expect(stage.input.value).to.equal('4155550123');
  });

  const pastes: readonly [string, string, string, string, string][] = [
    // pasted, shown, note, dialled, keyed once the call is open
    ['(415) 555-0123 ext. 4', '(415) 555-0123 ext. 4', 'Then keys 4', '+14155550123', 'wwww4'],
    ['415.555.0123', '(415) 555-0123', '', '+14155550123', ''],
    ['tel:+1-415-555-0123', '(415) 555-0123', '', '+14155550123', ''],
    ['tel:+14155550123;ext=42', '(415) 555-0123,42', 'Then keys 42', '+14155550123', 'wwww42'],
    ['+14155550123,,12#', '(415) 555-0123,,12#', 'Then keys 12#', '+14155550123', 'wwwwwwww12#'],
    ['+49 (0)30 123456', '+49 30 123456', '', '+4930123456', ''],
    ['  +44 20 7946 0000 ', '+44 20 7946 0000', '', '+442079460000', ''],
    ['alice', 'alice', '', 'client:alice', ''],
  ];
  for (const [text, shown, note, dialled, keyed] of pastes) {
    it(`takes ${JSON.stringify(text)} as ${dialled}${keyed && `, then ${keyed}`}`, async () => {
      stage = await DialerStage.open();
      await stage.paste(text);
      expect(stage.note).to.equal(note);
      await stage.press('Enter');
      await until(() => stage.dialled.length > 0);
      expect(stage.input.value).to.equal(shown);
      expect(stage.dialled).to.deep.equal([dialled]);
      const asked: string[] = [];
      stage.element.addEventListener('call-digits-request', ({ digits }: CallDigitsRequestEvent) =>
        asked.push(digits),
      );
      stage.placed.emit({ type: 'ringing', parameters: {} });
      await stage.settled();
      expect(asked).to.deep.equal([]);
      stage.placed.emit({ type: 'accept', parameters: {} });
      await stage.settled();
      expect(asked).to.deep.equal(keyed ? [keyed] : []);
      expect(stage.placed.commands).to.deep.equal(keyed ? [`sendDigits(${keyed})`] : []);
    });
  }

  it('keys nothing in a later call', async () => {
    stage = await DialerStage.open();
    await stage.paste('(415) 555-0123 ext. 4');
    await stage.press('Enter');
    await until(() => stage.dialled.length > 0);
    stage.placed.emit({ type: 'cancel' });
    await stage.settled();
    void stage.phone.controller.makeCall('+442079460000').catch(() => undefined);
    await stage.settled();
    stage.placed.emit({ type: 'ringing', parameters: {} });
    stage.placed.emit({ type: 'accept', parameters: {} });
    await stage.settled();
    expect(stage.placed.commands).to.deep.equal([]);
  });

  const countries: readonly [string, Record<string, string | null>, string][] = [
    ['its own country', { 'default-country': 'GB' }, '+442079460000'],
    ['a country in small letters', { 'default-country': 'gb' }, '+442079460000'],
    ['the region of the language', { 'default-country': null, lang: 'en-GB' }, '+442079460000'],
  ];
  for (const [name, attributes, dialled] of countries) {
    it(`reads numbers in ${name}`, async () => {
      stage = await DialerStage.open(attributes);
      await stage.type('02079460000');
      await stage.press('Enter');
      await until(() => stage.dialled.length > 0);
      expect(stage.dialled).to.deep.equal([dialled]);
    });
  }
});

describe('the keypad of <phone-dialer>', () => {
  const isOpen = () => allByRole('grid', 'Keypad').length === 1;

  it('types by click where the caret is, and by keys', async () => {
    stage = await DialerStage.open();
    const toggle = byRole('button', 'Keypad');
    expect([toggle.getAttribute('aria-expanded'), isOpen()]).to.deep.equal(['false', false]);
    await clickWithMouse(toggle);
    expect([toggle.getAttribute('aria-expanded'), isOpen()]).to.deep.equal(['true', true]);
    for (const name of [...'4155550123']) byRole('button', name).click();
    await stage.settled();
    expect(stage.input.value).to.equal('(415) 555-0123');
    byRole('button', '1').focus();
    await stage.press('Backspace');
    expect(stage.input.value).to.equal('(415) 555-012');
    await stage.press('7');
    expect(stage.input.value).to.equal('(415) 555-0127');
    expect(focused()?.textContent?.trim()).to.equal('1');
    await expect(stage.element).to.be.accessible();
    await clickWithMouse(toggle);
    expect(isOpen()).to.equal(false);
  });

  it('can be left out', async () => {
    stage = await DialerStage.open({ 'without-keypad': '' });
    expect(allByRole('button', 'Keypad')).to.have.length(0);
    await expect(stage.element).to.be.accessible();
  });
});

describe('<phone-dialer> looks', () => {
  it('well in a language that is read from the right: the number still runs from the left', async () => {
    stage = await DialerStage.open({ lang: 'ar' });
    await until(() => stage.element.renderRoot.querySelector('[dir=rtl]') !== null);
    const [input, call] = ['input', '.call'].map((selector) =>
      stage.element.renderRoot.querySelector(selector)?.getBoundingClientRect(),
    );
    expect(call?.left).to.be.below(input?.left ?? 0);
    const field = stage.element.renderRoot.querySelector('input');
    expect(field && [getComputedStyle(field).direction, getComputedStyle(field).textAlign]).to.deep.equal([
      'ltr',
      'right',
    ]);
    await expect(stage.element).to.be.accessible();
  });

  it('well in 288 pixels, with targets of 44', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      stage = await DialerStage.open();
      stage.element.style.width = '252px';
      await stage.type('+4930123456789');
      for (const button of allByRole('button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
      const right = stage.element.getBoundingClientRect().right;
      for (const element of everyElement(stage.element)) {
        expect(element.getBoundingClientRect().right).to.be.at.most(right);
      }
      expect(stage.input.scrollWidth).to.be.at.most(stage.input.clientWidth);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('well in the dark, also when something is wrong', async () => {
    document.documentElement.style.colorScheme = 'dark';
    try {
      stage = await DialerStage.open();
      stage.element.style.background = 'Canvas';
      await stage.type('911');
      await stage.press('Enter');
      await until(() => stage.message !== '');
      await expect(stage.element).to.be.accessible();
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });

  it('with edges under forced colours, and without motion when that is wished', async () => {
    await executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }]);
    try {
      stage = await DialerStage.open();
      expect(getComputedStyle(stage.callButton).borderStyle).to.equal('solid');
    } finally {
      await executeServerCommand('media-features', []);
    }
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      expect(getComputedStyle(stage.callButton).transitionDuration).to.equal('0s');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });
});
