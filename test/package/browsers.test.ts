import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile, readSourceFiles } from './source-files.js';

const browsers = readFile('docs/browsers.md');
const source = readSourceFiles(['src'], ['.ts'])
  .map(({ text }) => text.replace(/\/\*[\s\S]*?\*\//g, ''))
  .join('\n');
const needs = rowsBelow('| what                  | for');
const minimum = rowsBelow('| Chrome | Edge')[0]?.map(Number) ?? [];

/** What is newer than our minimum somewhere, and would raise it unseen. */
const newer = [
  '@starting-style',
  'allow-discrete',
  'anchor-name',
  'interpolate-size',
  'text-box-trim',
  'moveBefore',
  'closedby',
  'Promise.try',
  'Intl.DurationFormat',
  'Array.fromAsync',
  'Iterator.',
  'toBase64',
  'URL.parse',
  'CloseWatcher',
  'attachInternals().states',
];

test('the oldest browsers are those that have all that is needed, and no older ones', () => {
  assert.ok(needs.length > 8, `only ${needs.length} rows were read`);
  const highest = (column: number) => Math.max(...needs.map((cells) => Number(cells[column])));
  const [chrome, firefox, safari] = [2, 3, 4].map(highest);
  assert.deepEqual(minimum, [chrome, chrome, firefox, safari, safari]);
});

test('the README says the same', () => {
  const [line] = readFile('README.md').match(/^\| 1\d\d +\| 1\d\d .*$/m) ?? [];
  assert.deepEqual(cellsOf(line ?? '').map(Number), minimum);
});

test('each reason is one: the source uses it', () => {
  const words = needs.map(([what = '']) => what.replaceAll('`', ''));
  assert.deepEqual(
    words.filter((word) => !source.includes(word)),
    [],
  );
});

test('the source uses nothing that the oldest of them does not have', () => {
  assert.deepEqual(
    newer.filter((word) => source.includes(word)),
    [],
  );
});

/** The rows of the table whose heading begins so. */
function rowsBelow(heading: string): string[][] {
  const start = browsers.indexOf(heading);
  assert.notEqual(start, -1, `no table begins with ${heading}`);
  const [table = ''] = browsers.slice(start).split('\n\n');
  return table.split('\n').slice(2).map(cellsOf);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
