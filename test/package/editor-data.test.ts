/** What editors are told of our elements, as it was built from the manifest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile } from './source-files.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly values?: readonly Named[];
}

interface ElementDeclaration {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly members?: readonly (Named & { readonly kind: string; readonly static?: boolean })[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

const elements = readJson<{
  modules: readonly { declarations?: readonly ElementDeclaration[] }[];
}>('custom-elements.json')
  .modules.flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

function readJson<Content>(path: string): Content {
  return JSON.parse(readFile(path)) as Content;
}

function names(rows: readonly Named[] = []): string[] {
  return rows.map(({ name }) => name).sort();
}

function unique(rows: readonly string[]): string[] {
  return [...new Set(rows)].sort();
}

test('VS Code knows each tag with its attributes, and says its events and methods where one points at it', () => {
  const { tags } = readJson<{ tags: readonly (Named & { attributes: readonly Named[] })[] }>(
    'dist/editor/vs-code-html.json',
  );
  assert.deepEqual(names(tags), elements.map(({ tagName = '' }) => tagName).sort());
  for (const { tagName, attributes, events = [], members = [] } of elements) {
    const tag = tags.find(({ name }) => name === tagName);
    assert.deepEqual(names(tag?.attributes), names(attributes), tagName);
    const methods = members.filter(({ kind }) => kind === 'method');
    for (const { name } of [...events, ...methods]) assert.ok(tag?.description?.includes(`**${name}`), name);
  }
});

test('VS Code knows each custom property and each part in style sheets, once', () => {
  const { properties, pseudoElements } = readJson<{
    properties: readonly Named[];
    pseudoElements: readonly Named[];
  }>('dist/editor/vs-code-css.json');
  const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => `::part(${name})`));
  assert.deepEqual(
    names(properties),
    unique(elements.flatMap(({ cssProperties = [] }) => names(cssProperties))),
  );
  assert.deepEqual(names(pseudoElements), unique(parts));
});

test('JetBrains’ editors find each tag with its attributes, events and properties by package.json', () => {
  const path = readJson<{ 'web-types': string }>('package.json')['web-types'];
  const { contributions } = readJson<{
    contributions: {
      html: {
        elements: readonly (Named & {
          attributes: readonly Named[];
          events: readonly Named[];
          js: { properties: readonly Named[] };
        })[];
      };
    };
  }>(path);
  for (const { tagName, attributes, events, members = [] } of elements) {
    const element = contributions.html.elements.find(({ name }) => name === tagName);
    const fields = members.filter((member) => member.kind === 'field' && !member.static);
    assert.deepEqual(names(element?.attributes), names(attributes), tagName);
    assert.deepEqual(names(element?.events), names(events), tagName);
    assert.deepEqual(names(element?.js.properties), names(fields), tagName);
  }
});

test('every custom property is described with what it is when the page does not set it', () => {
  const rows = elements.flatMap(({ cssProperties = [] }) => cssProperties);
  const defaults = new Map(rows.map((row) => [row.name, row.default]));
  assert.equal(defaults.get('--twilio-phone-radius'), '20px');
  assert.equal(defaults.get('--twilio-phone-accent'), 'light-dark(#0b7a4b, #43c98c)');
  assert.deepEqual(
    rows.filter((row) => !row.default),
    [],
  );
});

test('Vue’s and Svelte’s types have each tag, each property and each event', () => {
  const vue = readFile('dist/vue.d.ts');
  const svelte = readFile('dist/svelte.d.ts');
  for (const { tagName = '', events = [] } of elements) {
    for (const types of [vue, svelte]) assert.ok(types.includes(`'${tagName}': InTemplates<`), tagName);
    for (const { name } of events) assert.ok(svelte.includes(`'on${name}': (`), name);
  }
  for (const name of ['onCallIncoming', 'onDeviceAuthRequired']) assert.ok(vue.includes(`${name}: (`), name);
  for (const name of ["'tokenProvider'", "'withoutHistory'"]) {
    for (const types of [vue, svelte]) assert.ok(types.includes(name), name);
  }
});
