import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attempt, GivenUp } from '../../src/core/attempt.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';

function begin() {
  const clock = new FakeClock();
  return { clock, attempt: new Attempt(clock), undone: [] as string[] };
}

test('what is waited for comes, and is undone', async () => {
  const { clock, attempt, undone } = begin();
  const waiting = attempt.wait<string>(1000, (resolve) => {
    clock.schedule(500, () => resolve('here'));
    return () => undone.push('undone');
  });
  clock.tick(500);
  assert.equal(await waiting, 'here');
  assert.deepEqual(undone, ['undone']);
  assert.equal(clock.pendingTimers, 0);
});

test('what comes at once is undone too', async () => {
  const { attempt, undone } = begin();
  const now = await attempt.wait<string>(1000, (resolve) => {
    resolve('now');
    return () => undone.push('undone');
  });
  assert.equal(now, 'now');
  assert.deepEqual(undone, ['undone']);
});

test('what takes too long is null, and undone', async () => {
  const { clock, attempt, undone } = begin();
  const waiting = attempt.wait(1000, () => () => undone.push('undone'));
  clock.tick(999);
  await settle();
  assert.deepEqual(undone, []);
  clock.tick(1);
  assert.equal(await waiting, null);
  assert.deepEqual(undone, ['undone']);
});

test('what fails rejects, and is undone', async () => {
  const { attempt, undone } = begin();
  const waiting = attempt.wait(1000, (_resolve, reject) => {
    reject(new TypeError('no'));
    return () => undone.push('undone');
  });
  await assert.rejects(waiting, TypeError);
  assert.deepEqual(undone, ['undone']);
});

test('ended, everything under way is undone and rejects, and so does whatever comes later', async () => {
  const { clock, attempt, undone } = begin();
  const waiting = attempt.wait(1000, () => () => undone.push('undone'));
  attempt.end();
  await assert.rejects(waiting, GivenUp);
  assert.deepEqual(undone, ['undone']);
  assert.equal(clock.pendingTimers, 0);
  let hasBegun = false;
  const later = attempt.wait(1000, () => {
    hasBegun = true;
    return () => undefined;
  });
  await assert.rejects(later, GivenUp);
  assert.equal(hasBegun, false);
});

test('something pending is aborted when it takes too long', async () => {
  const { clock, attempt, undone } = begin();
  const result = new Promise<never>(() => undefined);
  const waiting = attempt.settle(1000, { result, abort: () => undone.push('aborted') });
  clock.tick(1000);
  assert.equal(await waiting, null);
  assert.deepEqual(undone, ['aborted']);
});
