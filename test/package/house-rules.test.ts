import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceFiles } from './source-files.js';
import type { SourceFile } from './source-files.js';

const LINE_LIMIT = 300;
const codeEndings = ['.ts', '.tsx', '.js', '.mjs', '.css', '.html'];
/** What a tool writes grows with the number of sentences or of attributes, and nobody reads it. */
const written = ['src/locales/', 'src/react/wrappers/'];
const code = readSourceFiles(['src', 'demo', 'stories', '.storybook', 'scripts', 'test'], codeEndings).filter(
  ({ path }) => !written.some((folder) => path.startsWith(folder)),
);

test('no file is longer than a person reads in one go', () => {
  const tooLong = code.filter(({ text }) => text.split('\n').length - 1 > LINE_LIMIT);
  assert.deepEqual(
    tooLong.map(({ path }) => path),
    [],
  );
});

test('there is at least a line of test for each line of source', () => {
  const source = countLines(code.filter(({ path }) => path.startsWith('src/')));
  const tests = countLines(code.filter(({ path }) => path.startsWith('test/')));
  assert.ok(tests >= source, `${tests} lines of test for ${source} lines of source`);
});

test('the core asks a port for the time, and never a clock or a timer', () => {
  const impure = /\b(?:setTimeout|setInterval|queueMicrotask|Date|performance|Math\.random)\b/;
  assert.deepEqual(findLines('src/core/', impure), []);
});

test('no test is left out, and none runs alone', () => {
  const word = ['only', 'skip', 'todo'].join('|');
  assert.deepEqual(findLines('test/', new RegExp(`\\b(?:test|it|describe|suite)\\.(?:${word})\\(`)), []);
});

test('no rule is switched off in place, and nothing is left to do later', () => {
  const marks = ['eslint-disable', '@ts-ignore', '@ts-nocheck', 'TO' + 'DO', 'FIX' + 'ME'];
  const found = marks.flatMap((mark) =>
    code.filter(({ path, text }) => !path.endsWith('house-rules.test.ts') && text.includes(mark)),
  );
  assert.deepEqual(
    found.map(({ path }) => path),
    [],
  );
});

test('every file has a name in kebab-case', () => {
  const odd = code.filter(({ path }) => !/\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/.test(path));
  assert.deepEqual(
    odd.map(({ path }) => path),
    [],
  );
});

function findLines(folder: string, pattern: RegExp): string[] {
  return code
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function countLines(files: readonly SourceFile[]): number {
  return files.reduce(
    (sum, { text }) => sum + text.split('\n').filter((line) => line.trim() !== '').length,
    0,
  );
}
