/**
 * The minifier shortens the names of members that the Voice SDK keeps to itself. That changes nothing for as long
 * as each of them is written as a name wherever it is used, and never put together or looked up from outside.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { readSourceFiles } from './source-files.js';
import type { SourceFile } from './source-files.js';

/** Texts in the code that are such names, and stand anywhere but in brackets, where the minifier sees them. */
function findNamesInTexts({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
    if (isText && /^_(?!_)/.test(node.text) && !ts.isElementAccessExpression(node.parent)) {
      found.push(`${path}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}

test('the Voice SDK never makes a text of a name that it keeps to itself', () => {
  const files = readSourceFiles(
    [
      'node_modules/@twilio/voice-sdk/esm',
      'node_modules/events',
      'node_modules/loglevel/lib',
      'node_modules/tslib',
    ],
    ['.js'],
  ).filter(({ path }) => !path.includes('/tests/'));
  assert.ok(files.length > 40, 'the SDK is not there');
  assert.deepEqual(files.flatMap(findNamesInTexts), []);
});

test('a text that is such a name is found, and a name in brackets is not one', () => {
  const found = (text: string) => findNamesInTexts({ path: 'planted.js', text }).length;
  assert.equal(found("const name = '_call'; device[name]();"), 1);
  assert.equal(found('device[`_${name}`]();'), 1);
  assert.equal(found("Object.defineProperty(this, '_call', {});"), 1);
  assert.equal(found("device['_call']();"), 0);
});

test('nothing of ours looks for a name that the SDK keeps to itself', () => {
  const ours = readSourceFiles(['src/twilio', 'src/phone'], ['.ts']);
  assert.deepEqual(
    ours.filter(({ text }) => /\._[a-z]\w*/.test(text)).map(({ path }) => path),
    [],
  );
});
