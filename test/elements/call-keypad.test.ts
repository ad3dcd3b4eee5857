import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallKeypad } from '../../src/elements/call-keypad.js';
import type { CallDigitsRequestEvent } from '../../src/events/request-events.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { showKeypad } from '../support/call-scenes.js';
import { rendered, until } from '../support/elements.js';
import { settle } from '../support/fake-ports.js';
import type { FakeCallPort } from '../support/fake-ports.js';
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

async function talk(): Promise<FakeCallPort> {
  const call = await phone.talk();
  await show();
  return call;
}

function keyed(call: FakeCallPort): string[] {
  return call.commands
    .filter((command) => command.startsWith('sendDigits'))
    .map((command) => command.slice('sendDigits('.length, -1));
}

function shown(): string {
  return element.renderRoot.querySelector('[part="keyed"]')?.textContent?.trim() ?? '';
}

function said(): string[] {
  return [...element.renderRoot.querySelectorAll('[aria-live="polite"]')]
    .map((region) => region.textContent?.trim() ?? '')
    .filter(Boolean);
}

function key(name: string): HTMLElement {
  return byRole('button', name);
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

async function paste(text: string): Promise<void> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  focused()?.dispatchEvent(event);
  expect(event.defaultPrevented).to.equal(true);
  await settle();
  await rendered();
}

describe('<call-keypad> in a call', () => {
  it('is a grid of twelve buttons, with the letters under their digits', async () => {
    await talk();
    const grid = byRole('grid', 'Keypad');
    const rows = [...grid.querySelectorAll('[role=row]')].map((row) =>
      [...row.querySelectorAll('[role=gridcell] button')].map((button) =>
        button.textContent?.replace(/\s+/g, ''),
      ),
    );
    expect(rows).to.deep.equal([
      ['1', '2ABC', '3DEF'],
      ['4GHI', '5JKL', '6MNO'],
      ['7PQRS', '8TUV', '9WXYZ'],
      ['*', '0', '#'],
    ]);
    expect(allByRole('button').map((button) => button.getBoundingClientRect().height >= 44)).not.to.include(
      false,
    );
    await expect(element).to.be.accessible();
  });

  it('keys each digit that is clicked, and shows it', async () => {
    const call = await talk();
    for (const name of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']) key(name).click();
    await settle();
    await rendered();
    expect(keyed(call)).to.deep.equal([...'123456789*0#']);
    expect(shown()).to.equal('123456789*0#');
    await expect(element).to.be.accessible();
  });

  it('keys what is typed while the focus is in it, and nothing else', async () => {
    const call = await talk();
    await type('1', '2');
    expect(keyed(call)).to.deep.equal([]);
    element.focus();
    await type('1', '*', '#', '0', 'a', 'Shift', 'x');
    expect(keyed(call)).to.deep.equal(['1', '*', '#', '0']);
    expect(shown()).to.equal('1*#0');
  });

  it('keys Enter and Space as the key that has the focus', async () => {
    const call = await talk();
    key('5').focus();
    await type('Enter', 'Space');
    expect(keyed(call)).to.deep.equal(['5', '5']);
  });

  it('takes a comma for two seconds of pause', async () => {
    const call = await talk();
    element.focus();
    await type('1', ',', '2');
    expect(keyed(call)).to.deep.equal(['1', 'wwww', '2']);
    expect(shown()).to.equal('1,2');
  });

  it('takes figures of other scripts', async () => {
    const call = await talk();
    element.focus();
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: '٣', bubbles: true, composed: true }));
    await settle();
    expect(keyed(call)).to.deep.equal(['3']);
  });

  it('takes a key that is held down for one', async () => {
    const call = await talk();
    element.focus();
    for (const repeat of [false, true, true]) {
      focused()?.dispatchEvent(
        new KeyboardEvent('keydown', { key: '7', repeat, bubbles: true, composed: true }),
      );
    }
    await settle();
    expect(keyed(call)).to.deep.equal(['7']);
  });

  it('leaves keys with a modifier to the page and the browser', async () => {
    const call = await talk();
    element.focus();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      const event = new KeyboardEvent('keydown', {
        key: '1',
        [modifier]: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      focused()?.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(keyed(call)).to.deep.equal([]);
  });

  const pastes: readonly [string, readonly string[], string, RegExp | null][] = [
    ['12,34#', ['12wwww34#'], '12,34#', null],
    ['12 34-56', ['123456'], '123456', null],
    ['PIN: 12', ['12'], '12', /Left out: PIN:$/],
    ['nothing', [], '', /Left out: nothig$/],
    ['', [], '', null],
    ['<b>1</b>', ['1'], '1', /Left out: <b>$/],
  ];
  for (const [text, sent, digits, word] of pastes) {
    it(`keys ${JSON.stringify(sent)} when ${JSON.stringify(text)} is pasted`, async () => {
      const call = await talk();
      element.focus();
      await paste(text);
      expect(keyed(call)).to.deep.equal(sent);
      expect(shown()).to.equal(digits);
      if (word) expect(said().join()).to.match(word);
      else expect(said()).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('forgets what was left out at the next key', async () => {
    await talk();
    element.focus();
    await paste('abc');
    await type('1');
    expect(said()).to.deep.equal([]);
  });

  it('reads out what was keyed once the hand rests, all of it together', async () => {
    await talk();
    element.focus();
    await type('1', '2', '3');
    expect(said()).to.deep.equal([]);
    await until(() => said().length > 0);
    expect(said()).to.deep.equal(['Keyed: 1 2 3']);
    await type('4');
    await until(() => said()[0] === 'Keyed: 4');
    expect(shown()).to.equal('1234');
  });

  it('shows again what was keyed in this call, and nothing of it in the next', async () => {
    const call = await talk();
    key('1').click();
    await settle();
    element.remove();
    await show();
    expect(shown()).to.equal('1');
    call.emit({ type: 'disconnect' });
    await phone.talk();
    await rendered();
    expect(shown()).to.equal('');
  });

  it('shows the newest digits when they are more than fit', async () => {
    await talk();
    element.style.width = '200px';
    element.focus();
    await paste('1234567890'.repeat(5));
    const line = element.renderRoot.querySelector('[part="keyed"]')?.getBoundingClientRect();
    const digits = element.renderRoot.querySelector('[part="keyed"] span')?.getBoundingClientRect();
    expect(digits?.width).to.be.greaterThan(200);
    expect(Math.abs((digits?.right ?? 0) - (line?.right ?? 1000))).to.be.below(2);
  });
});

describe('<call-keypad> asks', () => {
  it('by call-digits-request, with what Twilio will be sent', async () => {
    await talk();
    let event: CallDigitsRequestEvent | null = null;
    document.body.addEventListener('call-digits-request', (request) => (event = request), { once: true });
    element.focus();
    await paste('1,2');
    expect(event).to.deep.include({ digits: '1wwww2', call: phone.call });
    expect((event as unknown as Event).composed).to.equal(true);
  });

  it('and sends and shows nothing when the page prevents it', async () => {
    const call = await talk();
    element.addEventListener('call-digits-request', (event) => event.preventDefault());
    key('1').click();
    await settle();
    await rendered();
    expect(keyed(call)).to.deep.equal([]);
    expect(shown()).to.equal('');
  });
});

describe('<call-keypad> when nothing can be keyed', () => {
  const scenes: readonly [string, () => unknown][] = [
    ['without a call', () => undefined],
    ['for a call that rings here', () => phone.ring()],
    ['while a call is being set up', () => phone.ring({ hesitates: true }).emit({ type: 'connecting' })],
    ['while a call reconnects', async () => (await phone.talk()).emit({ type: 'reconnecting', error: null })],
  ];
  for (const [scene, arrange] of scenes) {
    it(`has keys that can be reached and say why, ${scene}`, async () => {
      await arrange();
      await show();
      let asked = 0;
      element.addEventListener('call-digits-request', () => (asked += 1));
      expect(allByRole('button').every((button) => button.getAttribute('aria-disabled') === 'true')).to.equal(
        true,
      );
      expect(byRole('grid').title).to.equal('The keypad works in a call');
      key('1').click();
      element.focus();
      await type('1');
      await paste('12');
      expect(asked).to.equal(0);
      await expect(element).to.be.accessible();
    });
  }

  it('works while it rings there, where machines may ask for digits', async () => {
    phone.device.hesitates = true;
    void phone.controller.makeCall('+14155550100');
    await phone.pass(0);
    const call = phone.device.placedCalls[0];
    call?.emit({ type: 'ringing', parameters: {} });
    await show();
    key('1').click();
    await settle();
    expect(call && keyed(call)).to.deep.equal(['1']);
  });
});
