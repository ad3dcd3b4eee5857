import { expect } from '@open-wc/testing';
import { PhoneError } from '../../src/core/phone-error.js';
import type { IncomingCallToast } from '../../src/elements/incoming-call-toast.js';
import { allByRole, byRole, everyElement } from '../support/accessible.js';
import { clickWithMouse, rendered } from '../support/elements.js';
import { registeredPhone } from '../support/test-phone.js';
import type { TestPhone } from '../support/test-phone.js';
import { lookAtIt, showToast } from '../support/toast-scenes.js';

let phone: TestPhone;
let toast: IncomingCallToast;

function isDisabled(button: HTMLElement): boolean {
  return button.getAttribute('aria-disabled') === 'true';
}

beforeEach(async () => {
  phone = await registeredPhone();
});

describe('<incoming-call-toast>', () => {
  it('shows nothing while nobody calls', async () => {
    toast = await showToast(phone);
    expect(allByRole('alertdialog')).to.have.length(0);
    await expect(toast).to.be.accessible();
  });

  it('names the caller, and the number below the name', async () => {
    phone.ring({ from: '+442079460000', parameters: { name: 'Ada Lovelace' } });
    toast = await showToast(phone);
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
    toast = await showToast(phone);
    expect(byRole('alertdialog', 'Incoming call from +442079460000')).to.be.instanceOf(HTMLElement);
  });

  it('lists each caller, and takes away only the one who gave up', async () => {
    const first = phone.ring({ from: '+442079460000' });
    phone.ring({ from: '+14155550100' });
    toast = await showToast(phone);
    const second = byRole('alertdialog', 'Incoming call from +14155550100');
    expect(allByRole('alertdialog')).to.have.length(2);
    await expect(toast).to.be.accessible();
    first.emit({ type: 'cancel' });
    await rendered();
    expect(allByRole('alertdialog')).to.deep.equal([second]);
  });

  it('leaves nothing behind of those who gave up, however many they were', async () => {
    toast = await showToast(phone);
    const nodesAfterCall = async () => {
      const call = phone.ring();
      await rendered();
      call.emit({ type: 'cancel' });
      await rendered();
      const walker = document.createTreeWalker(toast.renderRoot);
      let count = 0;
      while (walker.nextNode()) count += 1;
      return count;
    };
    const first = await nodesAfterCall();
    await nodesAfterCall();
    await nodesAfterCall();
    expect(await nodesAfterCall()).to.equal(first);
  });

  it('is gone when the caller gives up', async () => {
    const call = phone.ring();
    toast = await showToast(phone);
    call.emit({ type: 'cancel' });
    await rendered();
    expect(allByRole('alertdialog')).to.have.length(0);
  });

  it('fault 19: never flashes up for who gives up within 50 milliseconds, and leaves nothing', async () => {
    toast = await showToast(phone);
    const call = phone.ring();
    await rendered();
    const card = byRole('alertdialog');
    const [arrival] = card.getAnimations();
    arrival?.pause();
    const opacityAt = (milliseconds: number) => {
      if (arrival) arrival.currentTime = milliseconds;
      return Number(getComputedStyle(card).opacity);
    };
    expect(opacityAt(49)).to.equal(0);
    expect(opacityAt(100)).to.be.greaterThan(0.2);
    call.emit({ type: 'cancel' });
    await rendered();
    expect(allByRole('alertdialog')).to.have.length(0);
    const alert = [...everyElement(toast.renderRoot as ShadowRoot)].find(({ role }) => role === 'alert');
    expect(alert?.textContent?.trim()).to.equal('');
    expect(phone.state.missedCallCount).to.equal(1);
  });

  it('reads the ring out once, in a live region that was there before', async () => {
    toast = await showToast(phone);
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

  it('fault 17: is there in the next frame where nobody hears it ring, and says that sound is off', async () => {
    toast = await showToast(phone);
    phone.ringer.setBlocked(true);
    phone.ring();
    await rendered();
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
    toast = await showToast(phone);
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
    toast = await showToast(phone);
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
    toast = await showToast(phone);
    await lookAtIt();
    const [, answer] = allByRole('button', 'Answer');
    await clickWithMouse(answer as HTMLElement);
    expect(first.commands).to.deep.equal([]);
    expect(second.commands).to.deep.equal(['accept']);
  });

  it('does nothing when the page prevents it', async () => {
    const call = phone.ring();
    toast = await showToast(phone);
    toast.addEventListener('call-answer-request', (event) => event.preventDefault());
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal([]);
  });

  it('shows that it is being answered while the browser asks for the microphone', async () => {
    phone.microphone.prompts = true;
    phone.ring();
    toast = await showToast(phone);
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
    toast = await showToast(phone);
    await lookAtIt();
    await clickWithMouse(byRole('button', 'Answer'));
    const words = byRole('alertdialog').textContent;
    expect(words).to.contain('The browser keeps this page from the microphone.');
    expect(words).to.contain('Click the icon left of the address');
    expect(words).to.contain('The caller is still ringing');
    expect(byRole('alert').textContent).to.contain('The browser keeps this page from the microphone.');
    expect(call.commands).to.deep.equal([]);
    await expect(toast).to.be.accessible();

    phone.microphone.failure = null;
    await clickWithMouse(byRole('button', 'Answer'));
    expect(call.commands).to.deep.equal(['accept']);
  });
});

/** By then one that an attack had put into the page would have failed, too, and run what it brought. */
async function imageFailed(): Promise<void> {
  const image = new Image();
  const failed = new Promise((resolve) => (image.onerror = resolve));
  image.src = 'data:,';
  await failed;
}

describe('text from outside', () => {
  const attacks = [
    '<img src="data:," onerror="globalThis.wasHacked = true">',
    '<script>globalThis.wasHacked = true</script>',
    '"><svg onload=globalThis.wasHacked=true>',
    '${globalThis.wasHacked = true}',
  ];

  for (const attack of attacks) {
    it(`fault 25: stays text: ${attack}`, async () => {
      phone.ring({ from: attack, parameters: { name: attack } });
      toast = await showToast(phone);
      await imageFailed();
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
    toast = await showToast(phone);
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
