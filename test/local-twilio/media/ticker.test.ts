import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Ticker } from '../../../demo/local-twilio/media/ticker.js';

/** Time that stands still, and one timer: it goes off when the test says so, as late as the test says. */
class LateClock {
  #now = 1000;
  #timer: { due: number; callback: () => void } | null = null;

  readonly monotonicNow = () => this.#now;

  readonly schedule = (delayInMilliseconds: number, callback: () => void) => {
    const timer = { due: this.#now + delayInMilliseconds, callback };
    this.#timer = timer;
    return () => {
      if (this.#timer === timer) this.#timer = null;
    };
  };

  get hasTimer(): boolean {
    return this.#timer !== null;
  }

  /** Lets time pass in steps of this size; a timer goes off at the first step at which it is due. */
  run(durationInMilliseconds: number, stepInMilliseconds: number): void {
    const end = this.#now + durationInMilliseconds;
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + stepInMilliseconds);
      while (this.#timer && this.#timer.due <= this.#now) this.#goOff();
    }
  }

  #goOff(): void {
    const callback = this.#timer?.callback;
    this.#timer = null;
    callback?.();
  }
}

function count(ticker: Ticker): { ticks: number; stop: () => void } {
  const counter = { ticks: 0, stop: () => {} };
  counter.stop = ticker.subscribe(() => (counter.ticks += 1));
  return counter;
}

for (const step of [1, 3, 7, 33, 90]) {
  test(`ten minutes are 30,000 ticks, though each timer is up to ${step} ms late`, () => {
    const clock = new LateClock();
    const counter = count(new Ticker(clock));
    clock.run(600_000, step);
    assert.equal(counter.ticks, 30_000);
  });
}

test('ticks come 20 ms apart when the timers are in time', () => {
  const clock = new LateClock();
  const ticker = new Ticker(clock);
  const times: number[] = [];
  ticker.subscribe(() => times.push(clock.monotonicNow()));
  clock.run(100, 1);
  assert.deepEqual(times, [1020, 1040, 1060, 1080, 1100]);
});

test('a stall of half a second is made up for', () => {
  const clock = new LateClock();
  const counter = count(new Ticker(clock));
  clock.run(500, 500);
  assert.equal(counter.ticks, 25);
});

test('an hour asleep is not made up for', () => {
  const clock = new LateClock();
  const counter = count(new Ticker(clock));
  clock.run(100, 1);
  clock.run(3_600_000, 3_600_000);
  assert.ok(counter.ticks < 10, `${counter.ticks} ticks`);
  const afterSleep = counter.ticks;
  clock.run(1000, 1);
  assert.equal(counter.ticks - afterSleep, 50);
});

test('everybody hears every tick', () => {
  const clock = new LateClock();
  const ticker = new Ticker(clock);
  const [first, second] = [count(ticker), count(ticker)];
  clock.run(200, 1);
  first.stop();
  clock.run(200, 1);
  assert.deepEqual([first.ticks, second.ticks], [10, 20]);
});

test('the last to leave stops the timer, the next to come starts it', () => {
  const clock = new LateClock();
  const ticker = new Ticker(clock);
  assert.equal(clock.hasTimer, false);
  const first = count(ticker);
  first.stop();
  first.stop();
  assert.equal(clock.hasTimer, false);
  clock.run(10_000, 10);
  const second = count(ticker);
  clock.run(100, 1);
  assert.deepEqual([first.ticks, second.ticks], [0, 5]);
});

test('a listener may leave in the middle of a tick', () => {
  const clock = new LateClock();
  const ticker = new Ticker(clock);
  let ticks = 0;
  const stop = ticker.subscribe(() => {
    ticks += 1;
    stop();
  });
  clock.run(200, 1);
  assert.equal(ticks, 1);
  assert.equal(clock.hasTimer, false);
});

test("a listener that throws does not stop the others' sound for good", () => {
  const clock = new LateClock();
  const ticker = new Ticker(clock);
  const stopThrowing = ticker.subscribe(() => {
    throw new Error('a source that is broken');
  });
  const counter = count(ticker);
  assert.throws(() => clock.run(20, 1), /broken/);
  stopThrowing();
  clock.run(100, 1);
  assert.equal(counter.ticks, 5);
});
