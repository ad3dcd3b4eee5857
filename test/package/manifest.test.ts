import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile, readSourceFiles } from './source-files.js';
import { areReactWrappersFresh, isManifestFresh, isManualFresh } from '../../scripts/manifest.mjs';

interface Named {
  readonly name: string;
}

interface ElementDeclaration {
  readonly kind: string;
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly ElementDeclaration[];
  }[];
}

const manifest = JSON.parse(readFile('custom-elements.json')) as Manifest;
const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
  declarations.filter(({ tagName }) => tagName !== undefined).map((declaration) => ({ path, declaration })),
);
const source = readSourceFiles(['src/elements'], ['.ts']);

test('the committed manifest is the one that the source gives', async () => {
  assert.ok(await isManifestFresh(), 'run `npm run manifest` and commit custom-elements.json');
});

test('every element has its React component, with a prop for each attribute, property and event', async () => {
  assert.ok(await areReactWrappersFresh(), 'run `npm run manifest` and commit src/react');
  const list = readFile('src/react/wrappers.ts');
  const tags = elements.map(({ declaration }) => declaration.tagName);
  assert.deepEqual(
    tags.filter((tag) => !list.includes(`'./wrappers/${tag}.js'`)),
    [],
  );
});

test('the manual’s tables are the ones that the manifest gives', async () => {
  assert.ok(await isManualFresh(), 'run `npm run manifest` and commit README.md and docs/api.md');
});

test('every element that is defined is in the manifest', () => {
  const defined = readSourceFiles(['src/define'], ['.ts']).map(({ path }) =>
    path.replace(/^.*\/|\.ts$/g, ''),
  );
  const described = elements.map(({ declaration }) => declaration.tagName);
  for (const tag of defined.filter((name) => name.includes('-'))) {
    if (readFile(`src/define/${tag}.ts`).includes('HTMLElementTagNameMap'))
      assert.ok(described.includes(tag), tag);
  }
  assert.ok(elements.length >= 4, `only ${elements.length} elements`);
});

test('every part that a template names is described, and none is described that is not there', () => {
  const fixed = matches(/\bpart(?:=|: )["']([\w\s-]+)["']/g).flatMap((names) => names.split(/\s+/));
  const chosen = matches(/\bpart=\$\{([^}]*)\}/g).flatMap((choice) =>
    [...choice.matchAll(/[?:] '([\w-]+)'/g)].map(([, name = '']) => name),
  );
  assert.deepEqual(namesOf('cssParts'), unique([...fixed, ...chosen]));
});

test('every slot that a template names is described, and none is described that is not there', () => {
  const named = matches(/<slot\s+name=["']([\w-]+)["']/g);
  const described = namesOf('slots').filter((name) => name !== '');
  assert.deepEqual(described, unique(named));
});

test('every custom property that styles read is described, and none is described that is not read', () => {
  const read = matches(/var\(\s*(--twilio-phone-[\w-]+)/g);
  assert.deepEqual(namesOf('cssProperties'), unique(read));
});

test('every event that is declared to the DOM is described on an element, and back', () => {
  const declared = readSourceFiles(['src/events'], ['.ts']).flatMap(({ text }) =>
    [...text.matchAll(/^\s+'((?:device|call)-[\w-]+)':/gm)].map(([, name = '']) => name),
  );
  assert.ok(declared.length > 10, 'no events found');
  assert.deepEqual(namesOf('events'), unique(declared));
});

function matches(pattern: RegExp): string[] {
  return source.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, found = '']) => found));
}

function namesOf(field: 'cssParts' | 'slots' | 'cssProperties' | 'events'): string[] {
  return unique(elements.flatMap(({ declaration }) => (declaration[field] ?? []).map(({ name }) => name)));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
