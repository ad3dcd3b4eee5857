import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSuites } from '../../scripts/test-suites.mjs';
import { readFile } from './source-files.js';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly tests: readonly { readonly path: string; readonly title: string }[];
}

const lastLineOfGuide = 485;
const rows = readRows(readFile('docs/guide-parity.md'));

test('every row of the parity table says what the guide does, what we do, and which test shows it', () => {
  assert.ok(rows.length > 60, `only ${rows.length} rows were read`);
  for (const { line, cells, tests } of rows) {
    assert.ok(line > 0 && line <= lastLineOfGuide, `line ${line}`);
    assert.equal(cells.length, 4, `line ${line} has ${cells.length} cells`);
    for (const cell of cells) assert.notEqual(cell, '', `line ${line} has an empty cell`);
    assert.ok(tests.length > 0, `line ${line} names no test`);
  }
});

test('every test that the parity table names is there by that name, and runs', () => {
  const running = new Set(findSuites([]).flatMap(({ files }) => files));
  const missing = rows.flatMap(({ tests }) => tests).filter((named) => !isThere(named, running));
  assert.deepEqual(missing, []);
});

test('a test that is not there, or has another name, is found', () => {
  const running = new Set(['test/package/guide-parity.test.ts']);
  assert.equal(isThere({ path: 'test/package/none.test.ts', title: 'a' }, running), false);
  assert.equal(isThere({ path: 'test/package/guide-parity.test.ts', title: 'of no test' }, running), false);
});

test('the parity table goes through the guide in its order', () => {
  const lines = rows.map(({ line }) => line);
  assert.deepEqual(
    lines,
    [...lines].sort((left, right) => left - right),
  );
});

test('nothing is open but what the backend’s own issue brings, and says so', () => {
  const waiting = rows.filter(({ cells }) => cells.some((cell) => /backend’s own issue/.test(cell)));
  assert.deepEqual(
    waiting.map(({ line }) => line),
    [422],
  );
  const unfinished = /\b(?:todo|tbd|open|not yet|planned|missing here|to come|will be)\b/i;
  const open = rows.filter(({ cells }) => unfinished.test(cells[2] ?? ''));
  assert.deepEqual(
    open.map(({ line, cells }) => `${line}: ${cells[2]}`),
    [],
  );
});

function readRows(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const cells = line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim());
      const named = [...(cells[3] ?? '').matchAll(/`(test\/[\w/.-]+\.test\.ts)` _([^_]+)_/g)];
      const tests = named.map(([, path = '', title = '']) => ({ path, title }));
      return { line: Number(cells[0]), cells, tests };
    });
}

function isThere({ path, title }: Row['tests'][number], running: ReadonlySet<string>): boolean {
  if (!running.has(path)) return false;
  // A long call breaks its line before the title.
  const text = readFile(path).replace(/\b(test|it)\(\s+/g, '$1(');
  // A test of the list of faults has its numbers before its title.
  const calls = text.matchAll(/\b(?:test|it)\((['"`])(?:(?:fault|trap)s? [^:]+: )?(.*?)\1,/g);
  return [...calls].some(([, , found]) => found === title);
}
