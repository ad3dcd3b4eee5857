import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallControls } from '../../src/elements/call-controls.js';
import { allByRole, byRole, focused } from '../support/accessible.js';
import { showControls } from '../support/call-scenes.js';
import { clickWithMouse, rendered, until } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let element: CallControls;

async function show(): Promise<void> {
  element = await showControls(phone);
}

beforeEach(async () => {
  phone = await registeredPhone();
});

describe("<call-controls>' keypad", () => {
  const keypad = () => byRole('button', 'Keypad');
  const isOpen = () => allByRole('grid', 'Keypad').length === 1;

  it('is opened by its button, which says so, and the focus goes to the keys', async () => {
    const call = await phone.talk();
    await show();
    expect(keypad().getAttribute('aria-expanded')).to.equal('false');
    await clickWithMouse(keypad());
    await until(isOpen);
    expect(keypad().getAttribute('aria-expanded')).to.equal('true');
    const id = keypad().getAttribute('aria-controls') ?? '';
    expect(element.renderRoot.querySelector(`#${id} call-keypad`)).to.be.instanceOf(HTMLElement);
    await until(() => focused()?.textContent?.trim() === '1');
    await sendKeys({ press: '5' });
    await until(() => call.commands.at(-1) === 'sendDigits(5)');
    await expect(element).to.be.accessible();
  });

  for (const [how, close] of [
    ['its button', () => clickWithMouse(keypad())],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is closed by ${how}, and the focus returns to the button`, async () => {
      await phone.talk();
      await show();
      await clickWithMouse(keypad());
      await until(() => focused()?.textContent?.trim() === '1');
      await close();
      await until(() => !isOpen());
      expect(focused()).to.equal(keypad());
      expect(keypad().getAttribute('aria-expanded')).to.equal('false');
    });
  }

  it('leaves arrow keys to the keys', async () => {
    await phone.talk();
    await show();
    await clickWithMouse(keypad());
    await until(() => focused()?.textContent?.trim() === '1');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused()?.textContent).to.contain('2');
  });

  it('stays while the call reconnects, and can be closed then', async () => {
    const call = await phone.talk();
    await show();
    await clickWithMouse(keypad());
    await until(isOpen);
    call.emit({ type: 'reconnecting', error: null });
    await rendered();
    expect(isOpen()).to.equal(true);
    await clickWithMouse(keypad());
    await until(() => !isOpen());
  });

  it('is closed when the next call begins', async () => {
    const call = await phone.talk();
    await show();
    await clickWithMouse(keypad());
    await until(isOpen);
    call.emit({ type: 'disconnect' });
    await phone.talk();
    await rendered();
    expect(isOpen()).to.equal(false);
  });

  it('is tried again when it did not load', async () => {
    const { loadKeypad } = CallControls;
    let loads = 0;
    CallControls.loadKeypad = () => Promise.reject(new Error(`offline ${(loads += 1)}`));
    try {
      await phone.talk();
      await show();
      expect(loads).to.equal(1);
      keypad().click();
      await rendered();
      expect(loads).to.equal(2);
    } finally {
      CallControls.loadKeypad = loadKeypad;
    }
  });
});

describe('<call-controls> of a call placed with a wish to record it', () => {
  it('says that it is a wish', async () => {
    phone.controller.configure({ record: true });
    void phone.controller.makeCall('+14155550100').catch(() => undefined);
    await phone.pass(0);
    await show();
    expect(byRole('toolbar').textContent).to.contain('Recording requested');
    await expect(element).to.be.accessible();
  });

  it('says nothing of the kind otherwise, whatever a caller sends', async () => {
    await phone.talk({ parameters: { record: 'true' } });
    await show();
    expect(byRole('toolbar').textContent).not.to.contain('Recording');
  });
});
