import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { watchTimeGaps } from '../../src/core/time-gaps.js';
import { FakeClock } from '../support/fake-clock.js';

describe('a stretch of time in which the page did not run', () => {
  let clock: FakeClock;
  let calls: number;
  let stop: () => void;

  beforeEach(() => {
    clock = new FakeClock();
    calls = 0;
    stop = watchTimeGaps(clock, () => (calls += 1));
  });

  test('is noticed within two seconds of its end, once', () => {
    clock.tick(60_000);
    clock.sleep(8 * 3_600_000);
    clock.tick(2_000);
    assert.equal(calls, 1);
    clock.tick(60_000);
    assert.equal(calls, 1);
  });

  test('is noticed each time', () => {
    for (let nights = 0; nights < 3; nights += 1) {
      clock.tick(10_000);
      clock.sleep(10_000);
    }
    clock.tick(10_000);
    assert.equal(calls, 3);
  });

  test('is not seen in a page that is only busy, nor in a clock that somebody sets', () => {
    clock.tick(2_000);
    clock.sleep(4_000);
    clock.jump(12 * 3_600_000);
    clock.tick(60_000);
    assert.equal(calls, 0);
  });

  test('is not looked for any more after the answer was called', () => {
    stop();
    assert.equal(clock.pendingTimers, 0);
  });
});
