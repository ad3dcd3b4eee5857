import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stopwatch } from '../../src/core/stopwatch.js';

test('a stopwatch adds up how long it ran, however often it is told the same', () => {
  const watch = new Stopwatch();
  watch.turn(false, 50);
  watch.turn(true, 100);
  watch.turn(true, 300);
  watch.turn(false, 400);
  watch.turn(false, 900);
  assert.equal(watch.total, 300);
  watch.turn(true, 1_000);
  watch.turn(false, 1_050);
  assert.equal(watch.total, 350);
});
