import { expect } from '@open-wc/testing';
import type { CallControls } from '../../src/elements/call-controls.js';
import { byRole } from '../support/accessible.js';
import { showControls } from '../support/call-scenes.js';
import { rendered, until } from '../support/elements.js';
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

describe("<call-controls>' clock", () => {
  it('counts from when the call was opened, outside every live region', async () => {
    phone.clock.jump(Date.now() - phone.clock.now() - 65_500);
    await phone.talk();
    await show();
    const timer = byRole('timer', 'Call time');
    expect(timer.textContent?.trim()).to.equal('1:05');
    expect(timer.closest('[role=status], [role=alert], [aria-live]')).to.equal(null);
    await until(() => timer.textContent?.trim() === '1:06');
  });

  it('shows no time before the call is open', async () => {
    phone.ring({ hesitates: true }).emit({ type: 'connecting' });
    await show();
    expect(byRole('timer').textContent?.trim()).to.equal('');
  });

  it('goes on counting when somebody sets the computer clock', async () => {
    phone.clock.jump(Date.now() - phone.clock.now());
    await phone.talk();
    await show();
    const { now } = Date;
    try {
      Date.now = () => now() + 3_600_000;
      element.requestUpdate();
      await element.updateComplete;
      expect(byRole('timer').textContent?.trim()).to.match(/^0:0\d$/);
    } finally {
      Date.now = now;
    }
  });

  it('does not tick for a call that is over, nor for an element that has gone', async () => {
    const call = await phone.talk();
    await show();
    const intervals = watchIntervals();
    call.emit({ type: 'disconnect' });
    await rendered();
    expect(intervals.cleared).to.equal(1);
    await phone.talk();
    await rendered();
    expect(intervals.set).to.equal(1);
    element.remove();
    await until(() => intervals.cleared === 2);
    intervals.restore();
  });
});

function watchIntervals() {
  const { setInterval, clearInterval } = window;
  const counts = {
    set: 0,
    cleared: 0,
    restore() {
      Object.assign(window, { setInterval, clearInterval });
    },
  };
  Object.assign(window, {
    setInterval: (...words: Parameters<typeof setInterval>) => {
      counts.set += 1;
      return setInterval(...words);
    },
    clearInterval: (timer: number) => {
      counts.cleared += 1;
      clearInterval(timer);
    },
  });
  return counts;
}
