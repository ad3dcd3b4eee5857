import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Listeners } from '../../src/core/listeners.js';

test('listeners are told in the order in which they came, until they leave', () => {
  const listeners = new Listeners<string>();
  const told: string[] = [];
  const leave = listeners.subscribe((event) => told.push(`first ${event}`));
  listeners.subscribe((event) => told.push(`second ${event}`));
  assert.equal(listeners.count, 2);
  listeners.emit('a');
  leave();
  listeners.emit('b');
  assert.deepEqual(told, ['first a', 'second a', 'second b']);
  assert.equal(listeners.count, 1);
});

test('whoever comes or goes while something is told changes nothing about it', () => {
  const listeners = new Listeners<string>();
  const told: string[] = [];
  const leaves = [
    listeners.subscribe(() => {
      leaves[1]?.();
      listeners.subscribe((event) => told.push(`new ${event}`));
    }),
    listeners.subscribe((event) => told.push(`old ${event}`)),
  ];
  listeners.emit('a');
  assert.deepEqual(told, ['old a']);
  listeners.emit('b');
  assert.deepEqual(told, ['old a', 'new b']);
});
