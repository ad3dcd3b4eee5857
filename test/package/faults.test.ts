import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSuites } from '../../scripts/test-suites.mjs';
import { readFile } from './source-files.js';

/**
 * The faults of a phone on this network, numbered: tokens and registration 1 to 15, incoming calls 16 to 27, sound
 * and devices 28 to 37, control 38 to 40. Several callers at once and several tabs (20 to 22, 24), and what only
 * the backend does (39, 40), wait for their own issues.
 */
const waiting = [20, 21, 22, 24, 39, 40];
const faults = Array.from({ length: 40 }, (_, index) => index + 1).filter(
  (number) => !waiting.includes(number),
);

test('every fault has a test that names its number', () => {
  const files = findSuites([]).flatMap((suite) => suite.files);
  const tested = new Set(files.flatMap((path) => numbersIn(readFile(path))));
  assert.deepEqual(
    faults.filter((number) => !tested.has(number)),
    [],
  );
});

test('numbers are read from titles alone', () => {
  assert.deepEqual(
    numbersIn("test('fault 7: a', run); it(`faults 8 and 19: b`, run); // fault 9"),
    [7, 8, 19],
  );
  assert.deepEqual(numbersIn("describe('fault 36: c', run); it('of no fault 3', run);"), [36]);
});

function numbersIn(text: string): number[] {
  const titles = text.matchAll(/\b(?:describe|it|test)\(\s*['"`]faults? ([^:,]+)(?:, simulated)?:/g);
  return [...titles].flatMap(([, numbers = '']) => [...numbers.matchAll(/\d+/g)].map(Number));
}
