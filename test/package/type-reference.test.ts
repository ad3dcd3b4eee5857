/** docs/types.md, and that it tells of all that the package exports. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as twilioPhone from '../../src/index.js';
import * as react from '../../src/react/index.js';
import { isTypeReferenceFresh } from '../../scripts/manifest.mjs';
import { readFile } from './source-files.js';

const types = readFile('docs/types.md');
const elements = readFile('docs/api.md');
const manifest = readFile('custom-elements.json');
const headings = [...types.matchAll(/^#### `([\w$]+)/gm)].map(([, name = '']) => name);

test('it is what the source’s comments give', async () => {
  assert.ok(await isTypeReferenceFresh(), 'run `npm run manifest` and commit docs/types.md');
});

test('whatever is exported is told of: as a type, or as an element', () => {
  const exported = [...Object.keys(twilioPhone), ...Object.keys(react)];
  const isElement = (name: string) =>
    manifest.includes(`"name": "${name}",`) || elements.includes(`\n## \`<${kebab(name)}>\`\n`);
  const missing = exported.filter((name) => !headings.includes(name) && !isElement(name));
  assert.deepEqual(missing, []);
  assert.ok(exported.length > 60, `only ${exported.length} exports`);
});

test('the types that the manual speaks of are there, each once', () => {
  for (const name of [
    'CallState',
    'DeviceState',
    'PhoneState',
    'CallRecord',
    'PhoneErrorCode',
    'PhoneSnapshot',
  ])
    assert.ok(headings.includes(name), name);
  assert.equal(new Set(headings).size, headings.length);
});

test('what is private is not told of', () => {
  assert.equal(/^\| `[#_]/m.test(types), false, 'a private member is told of');
  assert.equal(
    /^\| `(?:bubbles|composedPath|stack)`/m.test(types),
    false,
    'a browser’s own member is told of',
  );
});

test('a member says its type and what it means, a function what it takes and gives', () => {
  assert.match(
    types,
    /^\| `openedAt` +\| `number \\\| null` +\| When it was answered, or null while it is not\. +\|$/m,
  );
  // The union has comments of its own between its lines.
  assert.match(types, /^`'invalid-state' \| '[^/]+'`$/m);
  assert.match(types, /^#### `useTwilio\(phone\?: string\): PhoneSnapshot`$/m);
  assert.match(types, /^#### `isPhoneError\(value: unknown\): value is PhoneError`$/m);
});

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
