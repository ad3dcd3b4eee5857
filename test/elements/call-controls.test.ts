import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallControls } from '../../src/elements/call-controls.js';
import type { CallRequestEvent } from '../../src/events/request-events.js';
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

function names(): string[] {
  return allByRole('button').map((button) => button.textContent?.trim() ?? '');
}

function isDisabled(name: string): boolean {
  return byRole('button', name).getAttribute('aria-disabled') === 'true';
}

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('<call-controls> in each state of a call', () => {
  it('shows nothing without a call, nor for one that only rings', async () => {
    await show();
    expect(allByRole('toolbar')).to.have.length(0);
    phone.ring();
    await rendered();
    expect(allByRole('toolbar')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  const scenes: readonly [string, () => unknown, readonly string[], readonly string[]][] = [
    ['open', () => phone.talk(), ['Mute', 'Hold', 'Keypad', 'End call'], []],
    [
      'muted',
      () => phone.talk().then(() => phone.controller.toggleMute()),
      ['Unmute', 'Hold', 'Keypad', 'End call'],
      [],
    ],
    [
      'on hold',
      () => phone.talk().then(() => phone.controller.toggleHold()),
      ['Mute', 'Resume', 'Keypad', 'End call'],
      [],
    ],
    [
      'one that cannot be held',
      () => phone.talk({ isHoldAvailable: false }),
      ['Mute', 'Hold', 'Keypad', 'End call'],
      ['Hold'],
    ],
    [
      'reconnecting',
      async () => (await phone.talk()).emit({ type: 'reconnecting', error: null }),
      ['Mute', 'Hold', 'Keypad', 'End call'],
      ['Keypad'],
    ],
    [
      'connecting',
      () => phone.ring({ hesitates: true }).emit({ type: 'connecting' }),
      ['Mute', 'Hold', 'Keypad', 'End call'],
      ['Hold', 'Keypad'],
    ],
    [
      'ringing at the other end',
      async () => {
        phone.device.hesitates = true;
        void phone.controller.makeCall('+14155550100');
        await phone.pass(0);
        phone.device.placedCalls[0]?.emit({ type: 'ringing', parameters: {} });
      },
      ['Mute', 'Hold', 'Keypad', 'End call'],
      ['Hold'],
    ],
  ];

  for (const [scene, arrange, buttons, disabled] of scenes) {
    it(`${scene}: ${buttons.join(', ')}, of which ${disabled.join(' and ') || 'none'} cannot be used`, async () => {
      await arrange();
      await show();
      expect(byRole('toolbar', 'Call controls')).to.be.instanceOf(HTMLElement);
      expect(names()).to.deep.equal(buttons);
      expect(buttons.filter(isDisabled)).to.deep.equal(disabled);
      await expect(element).to.be.accessible();
    });
  }

  it('says why something cannot be used', async () => {
    const call = await phone.talk({ isHoldAvailable: false });
    await show();
    expect(byRole('button', 'Hold').title).to.equal('Hold is not available in this call');
    call.emit({ type: 'reconnecting', error: null });
    await rendered();
    expect(byRole('button', 'Keypad').title).to.equal('The keypad is not available yet');
  });

  it('disappears when the call has ended', async () => {
    const call = await phone.talk();
    await show();
    call.emit({ type: 'disconnect' });
    await rendered();
    expect(allByRole('toolbar')).to.have.length(0);
  });
});

describe('<call-controls> pressed', () => {
  const presses: readonly [string, string, string][] = [
    ['Mute', 'call-mute-request', 'mute(true)'],
    ['Hold', 'call-hold-request', 'hold(true)'],
    ['End call', 'call-end-request', 'disconnect'],
  ];

  for (const [name, request, command] of presses) {
    it(`"${name}" asks by ${request}, and then does it`, async () => {
      const call = await phone.talk();
      await show();
      const asked: string[] = [];
      element.addEventListener(request, (event) => asked.push((event as CallRequestEvent).call?.id ?? ''));
      await clickWithMouse(byRole('button', name));
      expect(asked).to.deep.equal(['call-1']);
      expect(call.commands.at(-1)).to.equal(command);
    });

    it(`"${name}" does nothing when the page prevents ${request}`, async () => {
      const call = await phone.talk();
      await show();
      const before = [...call.commands];
      element.addEventListener(request, (event) => event.preventDefault());
      await clickWithMouse(byRole('button', name));
      expect(call.commands).to.deep.equal(before);
    });
  }

  it('a wish under way shows as pending and is not asked for twice', async () => {
    const call = await phone.talk();
    await show();
    call.hesitates = true;
    await clickWithMouse(byRole('button', 'End call'));
    expect(isDisabled('End call')).to.equal(true);
    expect(byRole('button', 'End call').hasAttribute('data-pending')).to.equal(true);
    await clickWithMouse(byRole('button', 'End call'));
    expect(call.commands.filter((command) => command === 'disconnect')).to.have.length(1);
  });

  it('a button that cannot be used asks for nothing', async () => {
    await phone.talk({ isHoldAvailable: false });
    await show();
    let asked = 0;
    element.addEventListener('call-hold-request', () => (asked += 1));
    await clickWithMouse(byRole('button', 'Hold'));
    await clickWithMouse(byRole('button', 'Keypad'));
    expect(asked).to.equal(0);
  });
});

describe('<call-controls> by keyboard', () => {
  function focusedName(): string {
    return focused()?.textContent?.trim() ?? '';
  }

  it('is one stop for Tab, and arrow keys, Home and End move among all buttons', async () => {
    await phone.talk();
    await show();
    await sendKeys({ press: 'Tab' });
    const visited = [focusedName()];
    for (const press of [
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'End',
    ]) {
      await sendKeys({ press });
      visited.push(focusedName());
    }
    expect(visited).to.deep.equal([
      'Mute',
      'Hold',
      'Keypad',
      'End call',
      'Mute',
      'End call',
      'Mute',
      'End call',
    ]);
    expect(allByRole('button').map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1, -1, 0]);
  });

  it('mirrors the arrow keys where people read from right to left', async () => {
    await phone.talk();
    element = await fixture<CallControls>(
      html`<call-controls lang="ar" .controller=${phone.controller}></call-controls>`,
    );
    await until(() => allByRole('button', 'تعليق').length === 1);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedName()).to.equal('تعليق');
  });

  it('keeps the focus on the button while its name changes', async () => {
    await phone.talk();
    await show();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await rendered();
    expect(focusedName()).to.equal('Unmute');
    await sendKeys({ press: 'Space' });
    await rendered();
    expect(focusedName()).to.equal('Mute');
  });

  it('leaves keys with a modifier to the page and the browser', async () => {
    await phone.talk();
    await show();
    await sendKeys({ press: 'Tab' });
    const event = new KeyboardEvent('keydown', {
      key: 'ArrowLeft',
      altKey: true,
      bubbles: true,
      cancelable: true,
    });
    focused()?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(focusedName()).to.equal('Mute');
  });
});
