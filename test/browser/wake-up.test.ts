import { expect } from '@open-wc/testing';
import { watchWakeUp } from '../../src/browser/wake-up.js';
import { FakeClock } from '../support/fake-clock.js';

describe('waking up', () => {
  let clock: FakeClock;
  let calls = 0;
  let stop: () => void = () => undefined;

  beforeEach(() => {
    calls = 0;
    clock = new FakeClock();
    stop = watchWakeUp(clock, () => (calls += 1));
  });

  afterEach(() => {
    stop();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  function setVisibility(state: DocumentVisibilityState): void {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('is noticed when the network is back', () => {
    dispatchEvent(new Event('online'));
    expect(calls).to.equal(1);
  });

  it('is noticed when the page is visible again, and not when it is hidden', () => {
    setVisibility('hidden');
    expect(calls).to.equal(0);
    setVisibility('visible');
    expect(calls).to.equal(1);
  });

  it('is noticed when the page comes out of the back/forward cache, and not when it is first shown', () => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(calls).to.equal(0);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(calls).to.equal(1);
  });

  it('is noticed when a frozen page thaws', () => {
    document.dispatchEvent(new Event('resume'));
    expect(calls).to.equal(1);
  });

  it('is noticed when the computer has slept, of which browsers say nothing', () => {
    clock.sleep(8 * 3_600_000);
    clock.tick(2_000);
    expect(calls).to.equal(1);
  });

  it('is not watched for any more after the answer was called', () => {
    stop();
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('resume'));
    setVisibility('visible');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    clock.sleep(60_000);
    clock.tick(2_000);
    expect(calls).to.equal(0);
    expect(clock.pendingTimers).to.equal(0);
  });
});
