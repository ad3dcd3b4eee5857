import { expect } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';

describe('the clock', () => {
  const { performance: realPerformance } = globalThis;
  const realNow = Date.now;
  let ticked = 0;
  let wall = 0;

  beforeEach(() => {
    ticked = 1_000;
    wall = Date.UTC(2026, 0, 1);
    Object.defineProperty(globalThis, 'performance', { value: { now: () => ticked }, configurable: true });
    Date.now = () => wall;
  });

  afterEach(() => {
    Object.defineProperty(globalThis, 'performance', { value: realPerformance, configurable: true });
    Date.now = realNow;
  });

  function pass(milliseconds: { readonly ticked: number; readonly wall: number }): void {
    ticked += milliseconds.ticked;
    wall += milliseconds.wall;
  }

  it('tells the wall time', () => {
    expect(createClock().now()).to.equal(Date.UTC(2026, 0, 1));
  });

  it('measures what has passed', () => {
    const clock = createClock();
    const start = clock.monotonicNow();
    pass({ ticked: 250, wall: 250 });
    expect(clock.monotonicNow() - start).to.equal(250);
  });

  it('counts a night asleep, although performance.now() stood still', () => {
    const clock = createClock();
    const start = clock.monotonicNow();
    pass({ ticked: 40, wall: 8 * 3_600_000 });
    expect(clock.monotonicNow() - start).to.equal(8 * 3_600_000);
  });

  it('never goes back when somebody sets the clock back', () => {
    const clock = createClock();
    const start = clock.monotonicNow();
    pass({ ticked: 100, wall: -12 * 3_600_000 });
    expect(clock.monotonicNow() - start).to.equal(100);
    pass({ ticked: 100, wall: 100 });
    expect(clock.monotonicNow() - start).to.equal(200);
  });

  it('does not run fast because the wall clock counts whole milliseconds', () => {
    const clock = createClock();
    const start = clock.monotonicNow();
    for (let read = 0; read < 100; read += 1) {
      pass({ ticked: 0.5, wall: read % 2 });
      clock.monotonicNow();
    }
    expect(clock.monotonicNow() - start).to.equal(50);
  });
});

describe("the clock's timers", () => {
  it('call back once', async () => {
    const clock = createClock();
    let calls = 0;
    await new Promise<void>((resolve) => {
      clock.schedule(0, () => {
        calls += 1;
        resolve();
      });
    });
    expect(calls).to.equal(1);
  });

  it('do not call back after they are cancelled', async () => {
    const clock = createClock();
    let isCalled = false;
    clock.schedule(0, () => (isCalled = true))();
    await new Promise<void>((resolve) => clock.schedule(1, resolve));
    expect(isCalled).to.equal(false);
  });

  it('do not fire at once when the delay is longer than the browser can wait', async () => {
    const clock = createClock();
    let isCalled = false;
    const cancel = clock.schedule(2 ** 31 + 5, () => (isCalled = true));
    await new Promise<void>((resolve) => clock.schedule(5, resolve));
    cancel();
    expect(isCalled).to.equal(false);
  });
});
