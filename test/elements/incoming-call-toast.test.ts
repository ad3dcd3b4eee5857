import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/incoming-call-toast.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { IncomingCallToast } from '../../src/elements/incoming-call-toast.js';
import { FIRST_MOMENTS_IN_MILLISECONDS } from '../../src/elements/shared/first-moments.js';
import { allByRole, byRole, everyElement, focused } from '../support/accessible.js';
import { clickWithMouse, rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';

let phone: TestPhone;
let toast: IncomingCallToast;

async function show(): Promise<void> {
  toast = await fixture(html`<incoming-call-toast .controller=${phone.controller}></incoming-call-toast>`);
  await rendered();
}

/** Long enough that a click is meant. */
async function lookAtIt(): Promise<void> {
  await aTimeout(FIRST_MOMENTS_IN_MILLISECONDS + 20);
}

function isDisabled(button: HTMLElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('<incoming-call-toast>', () => {
  it('shows nothing while nobody calls', async () => {
    await show();
    expect(allByRole('alertdialog')).to.have.length(0);
    await expect(toast).to.be.accessible();
  });

  it('names the caller, and the number below the name', async () => {
    phone.ring({ from: '+442079460000', parameters: { name: 'Ada Lovelace' } });
    await show();
    const dialog = byRole('alertdialog', 'Incoming call from Ada Lovelace');
    expect(dialog.textContent).to.contain('+442079460000');
    expect(dialog.getAttribute('aria-modal')).to.equal(null);
    expect(allByRole('button').map((button) => button.textContent?.trim())).to.deep.equal([
      'Decline',
      'Answer',
    ]);
    await expect(toast).to.be.accessible();
  });

  it('names the number when there is no name', async () => {
    phone.ring({ from: '+442079460000' });
    await show();
    expect(byRole('alertdialog', 'Incoming call from +442079460000')).to.be.instanceOf(HTMLElement);
  });

  it('lists each caller, and takes away only the one who gave up', async () => {
    const first = phone.ring({ from: '+442079460000' });
    phone.ring({ from: '+14155550100' });
    await show();
    const second = byRole('alertdialog', 'Incoming call from +14155550100');
    expect(allByRole('alertdialog')).to.have.length(2);
    await expect(toast).to.be.accessible();
    first.emit({ type: 'cancel' });
    await rendered();
    expect(allByRole('alertdialog')).to.deep.equal([second]);
  });

  it('is gone when the caller gives up', async () => {
    const call = phone.ring();
    await show();
    call.emit({ type: 'cancel' });
    await rendered();
    expect(allByRole('alertdialog')).to.have.length(0);
  });

  it('reads the ring out once, in a live region that was there before', async () => {
    await show();
    const heard: string[] = [];
    const region = [...everyElement(toast)].concat([...everyElement(toast.renderRoot as ShadowRoot)]);
    const alert = region.find((element) => element.getAttribute('role') === 'alert');
    new MutationObserver(() => heard.push(alert?.textContent?.trim() ?? '')).observe(alert as Node, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    phone.ring({ parameters: { name: 'Ada' } });
    await rendered();
    phone.ringer.setBlocked(true);
    await rendered();
    expect(heard.filter(Boolean)).to.deep.equal(['Incoming call from Ada.']);
  });

  it('says that sound is off', async () => {
    phone.ring();
    phone.ringer.setBlocked(true);
    await show();
    expect(byRole('alertdialog').textContent).to.contain('Sound is off until you click.');
    await expect(toast).to.be.accessible();
    phone.ringer.setBlocked(false);
    await rendered();
    expect(byRole('alertdialog').textContent).not.to.contain('Sound is off');
  });
});

describe('answering and declining', () => {
  it('"Answer" asks by call-answer-request, and then answers', async () => {
    const call = phone.ring();
    await show();
    const asked: string[] = [];
    toast.addEventListener('call-answer-request', (event) => asked.push(event.call?.id ?? ''));
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(asked).to.deep.equal(['call-1']);
    expect(call.commands).to.deep.equal(['accept']);
    expect(allByRole('alertdialog')).to.have.length(0);
  });

  it('"Decline" asks by call-reject-request, and then declines', async () => {
    const call = phone.ring();
    await show();
    let asked = 0;
    toast.addEventListener('call-reject-request', () => (asked += 1));
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Decline'));
    expect(asked).to.equal(1);
    expect(call.commands).to.deep.equal(['reject']);
  });

  it('of two callers answers the one that was chosen', async () => {
    const first = phone.ring({ from: '+442079460000' });
    const second = phone.ring({ from: '+14155550100' });
    await show();
    await lookAtIt();
    const [, answer] = allByRole('button', 'Answer');
    await clickWithMouse(answer as HTMLElement);
    expect(first.commands).to.deep.equal([]);
    expect(second.commands).to.deep.equal(['accept']);
  });

  it('does nothing when the page prevents it', async () => {
    const call = phone.ring();
    await show();
    toast.addEventListener('call-answer-request', (event) => event.preventDefault());
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal([]);
  });

  it('shows that it is being answered while the browser asks for the microphone', async () => {
    phone.microphone.prompts = true;
    phone.ring();
    await show();
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(isDisabled(byRole('button', 'Answering…'))).to.equal(true);
    await expect(toast).to.be.accessible();
    await clickWithMouse(byRole('button', 'Answering…'));
    expect(phone.microphone.acquired).to.equal(1);
  });

  it('says what is wrong with the microphone, what to do, and that the caller still rings', async () => {
    phone.microphone.failure = new PhoneError('microphone-denied', 'NotAllowedError');
    const call = phone.ring();
    await show();
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    const words = byRole('alertdialog').textContent;
    expect(words).to.contain('The browser keeps this page from the microphone.');
    expect(words).to.contain('Allow it beside the address bar.');
    expect(words).to.contain('The caller is still ringing');
    expect(byRole('alert').textContent).to.contain('The browser keeps this page from the microphone.');
    expect(call.commands).to.deep.equal([]);
    await expect(toast).to.be.accessible();

    phone.microphone.failure = null;
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal(['accept']);
  });
});

describe('accidents', () => {
  it('a click in the first moments does not answer', async () => {
    const call = phone.ring();
    await show();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal([]);
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal(['accept']);
  });

  it('a click just as the buttons have moved under the hand does not answer somebody else', async () => {
    const first = phone.ring({ from: '+442079460000' });
    const second = phone.ring({ from: '+14155550100' });
    await show();
    await lookAtIt();
    first.emit({ type: 'cancel' });
    await rendered();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(second.commands).to.deep.equal([]);
  });

  it('a key that was held down does not answer', async () => {
    const call = phone.ring();
    await show();
    await lookAtIt();
    await sendKeys({ press: 'F8' });
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    focused()?.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(call.commands).to.deep.equal([]);
  });

  it('a script of the page may press at once: it could call the method as well', async () => {
    const call = phone.ring();
    await show();
    byRole('button', 'Answer').click();
    await rendered();
    expect(call.commands).to.deep.equal(['accept']);
  });
});

describe('the focus', () => {
  let input: HTMLInputElement;

  beforeEach(async () => {
    input = await fixture(html`<input aria-label="Notes" />`);
    input.focus();
  });

  it('is never taken when somebody calls', async () => {
    await show();
    phone.ring();
    await rendered();
    expect(focused() === input).to.equal(true);
    await sendKeys({ type: 'abc' });
    expect(input.value).to.equal('abc');
  });

  it('goes to the toast by F8, and back by F8 or Escape', async () => {
    phone.ring();
    await show();
    for (const back of ['F8', 'Escape']) {
      await sendKeys({ press: 'F8' });
      expect(focused() === byRole('button', 'Answer')).to.equal(true);
      await sendKeys({ press: back });
      expect(focused() === input).to.equal(true);
    }
  });

  it('goes back to where it was when the call has been answered by keyboard', async () => {
    const call = phone.ring();
    await show();
    await lookAtIt();
    await sendKeys({ press: 'F8' });
    await sendKeys({ press: 'Enter' });
    await rendered();
    expect(call.commands).to.deep.equal(['accept']);
    expect(focused() === input).to.equal(true);
  });

  it('reaches both buttons by Tab', async () => {
    phone.ring();
    await show();
    await sendKeys({ press: 'F8' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused() === byRole('button', 'Decline')).to.equal(true);
  });

  it('F8 is the key that the dialog names, and stays the page’s when nobody calls', async () => {
    const call = phone.ring();
    await show();
    expect(byRole('alertdialog').getAttribute('aria-keyshortcuts')).to.equal('F8');
    call.emit({ type: 'cancel' });
    await rendered();
    const event = new KeyboardEvent('keydown', { key: 'F8', bubbles: true, cancelable: true });
    input.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });
});

describe('text from outside', () => {
  const attacks = [
    '<img src=x onerror="globalThis.wasHacked = true">',
    '<script>globalThis.wasHacked = true</script>',
    '"><svg onload=globalThis.wasHacked=true>',
    '${globalThis.wasHacked = true}',
  ];

  for (const attack of attacks) {
    it(`stays text: ${attack}`, async () => {
      phone.ring({ from: attack, parameters: { name: attack } });
      await show();
      await aTimeout(20);
      expect((globalThis as { wasHacked?: boolean }).wasHacked).to.equal(undefined);
      const elements = [...everyElement(toast.renderRoot as ShadowRoot)].map(({ localName }) => localName);
      expect(elements).not.to.include('img').and.not.to.include('script');
      expect(byRole('alertdialog').getAttribute('aria-label')).to.contain(attack.slice(0, 20));
    });
  }
});

describe('listeners', () => {
  it('none is left behind, mounted and unmounted ten times while it rings', async () => {
    phone.ring();
    await show();
    const parent = toast.parentElement;
    const before = { window: 0, document: 0 };
    const counts = { ...before };
    const watched: readonly (readonly [EventTarget, 'window' | 'document'])[] = [
      [window, 'window'],
      [document, 'document'],
    ];
    for (const [target, name] of watched) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...words: Parameters<typeof addEventListener>) => {
        counts[name] += 1;
        addEventListener.apply(target, words);
      };
      target.removeEventListener = (...words: Parameters<typeof removeEventListener>) => {
        counts[name] -= 1;
        removeEventListener.apply(target, words);
      };
    }
    toast.remove();
    const removed = { ...counts };
    for (let time = 0; time < 10; time += 1) {
      parent?.append(toast);
      await rendered();
      toast.remove();
    }
    expect(counts).to.deep.equal(removed);
    for (const [target] of watched) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
  });
});
