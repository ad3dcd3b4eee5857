import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSourceFiles } from './source-files.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface PackageJson {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly sideEffects: readonly string[];
}

const packageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as PackageJson;

test('importing the package in Node, without a window, works and defines no element', () => {
  const script = `
    globalThis.customElements = { define() { throw new Error('an element was defined'); }, get() {} };
    const names = Object.keys(await import('twilio-phone'));
    console.log(JSON.stringify(names));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  const names = JSON.parse(output.toString()) as string[];
  for (const name of ['TwilioPhone', 'IncomingCallToast', 'CallControls', 'CallController', 'PhoneError']) {
    assert.ok(names.includes(name), `${name} is not exported`);
  }
});

test('importing a definition defines its element, once', () => {
  const script = `
    const defined = [];
    globalThis.HTMLElement ??= class {};
    globalThis.customElements = { define: (tag) => defined.push(tag), get: (tag) => defined.includes(tag) };
    await import('twilio-phone/define/call-controls.js');
    console.log(defined.filter((tag) => tag === 'call-controls').length);
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  assert.equal(output.toString().trim(), '1');
});

test('every export of the package leads to a file that was built', () => {
  const targets = Object.values(packageJson.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  const files = targets.filter((target) => !target.includes('*'));
  assert.deepEqual(
    files.filter((file) => !existsSync(root + file)),
    [],
  );
});

test('all that a bundler must not throw away is named, and nothing else', () => {
  const definitions = readSourceFiles(['src'], ['.ts']).filter(({ text }) =>
    text.includes('customElements.define('),
  );
  for (const { path } of definitions) assert.match(path, /^src\/define\//);
  const built = [
    './dist/define.js',
    './dist/define/*.js',
    './dist/embed.js',
    './dist/embed/**',
    './dist/worker/*.js',
  ];
  // Our own bundle of the script tag is made from the source.
  const source = ['./src/define.ts', './src/define/*.ts', './src/embed.ts'];
  assert.deepEqual([...packageJson.sideEffects].sort(), [...built, ...source].sort());
});

test('the script tag’s file loads the Voice SDK only when a phone needs it', () => {
  const entry = readFileSync(`${root}dist/embed/twilio-phone.js`, 'utf8');
  assert.match(entry, /import\(["'`]\.\/\d+\.\d+\.\d+\//);
  assert.ok(statSync(`${root}dist/embed/twilio-phone.js`).size < 100_000, 'the SDK is inside the entry');
});
