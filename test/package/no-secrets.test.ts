import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceFiles } from './source-files.js';
import type { SourceFile } from './source-files.js';

/** What must never reach a browser: identifiers of an account, its keys, and where a server keeps them. */
const secrets = [
  /\b(?:AC|SK|AP|PN)[0-9a-f]{32}\b/,
  /\bTWILIO_[A-Z_]+/,
  /\b(?:NEXT_PUBLIC|VITE)_TWILIO/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /\b(?:authToken|apiKeySecret|apiSecret)\b/i,
  /process\.env\.(?!NODE_ENV)/,
];

test('nothing that is secret is in the built files', () => {
  const built = readSourceFiles(['dist'], ['.js']);
  assert.ok(built.length > 10, 'nothing is built');
  assert.deepEqual(built.flatMap(findSecrets), []);
});

test('nothing that is secret is in the demo’s pages', () => {
  const pages = readSourceFiles(['demo/portal', 'demo/phone-booth'], ['.js', '.html']);
  assert.deepEqual(pages.flatMap(findSecrets), []);
});

test('a planted account, key or variable is found', () => {
  const account = `AC${'0123456789abcdef'.repeat(2)}`;
  const planted = [`x="${account}"`, 'process.env.TWILIO_AUTH_TOKEN', 'const authToken = 1'];
  for (const text of planted) assert.notDeepEqual(findSecrets({ path: 'planted.js', text }), [], text);
});

function findSecrets({ path, text }: SourceFile): string[] {
  return secrets.filter((secret) => secret.test(text)).map((secret) => `${path}: ${secret.source}`);
}
