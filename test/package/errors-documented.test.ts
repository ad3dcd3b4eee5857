import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { allErrorCodes } from '../support/error-codes.js';
import { readFile } from './source-files.js';

const rows = [...readFile('docs/errors.md').matchAll(/^\| `([a-z-]+)` *\|(.*)\|$/gm)];

test('every error code has a row in docs/errors.md, and every row a code', () => {
  const documented = rows.map(([, code]) => code);
  assert.deepEqual([...documented].sort(), readCodes().sort());
});

test('every error code is in the list that the tests of words go through', () => {
  assert.deepEqual([...allErrorCodes].sort(), readCodes().sort());
});

test('every row says what triggers the error and what to do', () => {
  for (const [, code, cells = ''] of rows) {
    const filled = cells.split('|').filter((cell) => cell.trim().length > 8);
    assert.ok(filled.length >= 2, `${code} lacks its trigger or its remedy`);
  }
});

test('the codes are sorted, so that one is found at a glance', () => {
  const codes = rows.map(([, code = '']) => code);
  assert.deepEqual(codes, [...codes].sort());
});

function readCodes(): string[] {
  const file = ts.createSourceFile(
    'phone-error.ts',
    readFile('src/core/phone-error.ts'),
    ts.ScriptTarget.Latest,
  );
  const union = file.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === 'PhoneErrorCode',
  )?.type;
  assert.ok(union && ts.isUnionTypeNode(union), 'PhoneErrorCode is a union of strings');
  return union.types.map((type) => {
    assert.ok(ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal));
    return type.literal.text;
  });
}
