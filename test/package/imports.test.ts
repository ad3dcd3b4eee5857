import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { readImports } from './read-imports.js';
import type { Import } from './read-imports.js';
import { readFile, readSourceFiles } from './source-files.js';
import type { SourceFile } from './source-files.js';

interface Room {
  /** Rooms it may import from, beside itself. In brackets: as types only, or by `import()` only. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** Who may import whom. A new room, or a new arrow, is a decision: docs/decisions/0001-rooms-by-layer.md. */
const table: Readonly<Record<string, Room>> = {
  'src/core': { rooms: [], packages: [] },
  'src/media': { rooms: ['src/core'], packages: [] },
  'src/browser': { rooms: ['src/core'], packages: [] },
  // The database's package is loaded once calls can come: one module has it.
  'src/browser/call-history-storage.ts': { rooms: ['src/browser', 'src/core'], packages: ['idb'] },
  'src/twilio': { rooms: ['src/media', 'src/core'], packages: ['@twilio/voice-sdk'] },
  'src/phone': { rooms: ['src/twilio', 'src/media', 'src/browser', 'src/core'], packages: [] },
  'src/context': { rooms: ['src/core'], packages: ['lit', '@lit/context'] },
  'src/events': { rooms: ['src/core (types)'], packages: [] },
  'src/elements': {
    rooms: ['src/context', 'src/events', 'src/core', 'src/locales (lazy)'],
    packages: ['lit', '@lit/localize', 'lucide'],
  },
  // The tables of numbers weigh more than the phone: one module has them, and is loaded when it is needed.
  'src/elements/shared/phone-numbers.ts': { rooms: ['src/elements'], packages: ['libphonenumber-js'] },
  'src/locales': { rooms: [], packages: ['@lit/localize'] },
  'src/define': { rooms: ['src/elements'], packages: [] },
  'src/define/twilio-phone.ts': { rooms: ['src/define', 'src/elements', 'src/phone'], packages: [] },
  'src/react': {
    rooms: [
      'src/context/watch-phone.ts',
      'src/core',
      'src/elements (types)',
      'src/events (types)',
      'src/define (lazy)',
    ],
    packages: ['react'],
  },
  'src/worker': { rooms: [], packages: [] },
  'src/index.ts': { rooms: ['src/elements', 'src/context', 'src/events', 'src/core'], packages: [] },
  'src/define.ts': { rooms: ['src/define'], packages: [] },
  'src/embed.ts': { rooms: ['src/define'], packages: [] },
  'demo/server': {
    rooms: ['demo/local-twilio/index.ts'],
    packages: ['hono', '@hono/node-server', 'twilio', 'node'],
  },
  'demo/local-twilio': {
    rooms: ['demo/local-twilio/media'],
    packages: ['twilio', 'ws', 'fast-xml-parser', 'node'],
  },
  'demo/local-twilio/media': {
    rooms: ['demo/local-twilio'],
    packages: ['werift', 'alawmulaw', 'text2wav', 'node'],
  },
  'demo/portal': { rooms: [], packages: [] },
  'demo/examples': { rooms: [], packages: [] },
  'demo/phone-booth': { rooms: [], packages: [] },
  // Each has packages of its own, and sees of us what npm would bring.
  'demo/frameworks/plain': { rooms: [], packages: [] },
  'demo/frameworks/react': {
    rooms: [],
    packages: ['twilio-phone', 'react', 'react-dom', 'vite', '@vitejs/plugin-react'],
  },
  'demo/frameworks/vue': { rooms: [], packages: ['twilio-phone', 'vue', 'vite', '@vitejs/plugin-vue'] },
  'demo/frameworks/svelte': {
    rooms: [],
    packages: ['twilio-phone', 'svelte', 'vite', '@sveltejs/vite-plugin-svelte'],
  },
  'demo/frameworks/angular': {
    rooms: [],
    packages: ['twilio-phone', '@angular/core', '@angular/platform-browser'],
  },
  'demo/frameworks/server-rendered': {
    rooms: [],
    packages: ['twilio-phone', 'react', 'react-dom', 'vite', '@vitejs/plugin-react', 'node'],
  },
  // Stories show the elements over the tests' fakes, and what is Storybook's own is theirs alone.
  stories: {
    rooms: ['src/elements', 'src/core', 'test/support', 'demo/examples', 'custom-elements.json'],
    packages: ['lit', 'storybook', '@storybook/web-components-vite'],
  },
  'stories/docs': {
    rooms: ['stories', 'demo/examples', 'docs', 'README.md?raw'],
    packages: ['@storybook/addon-docs'],
  },
  '.storybook': {
    rooms: ['stories', 'src/define.ts'],
    packages: ['storybook', '@storybook/web-components-vite', 'vite', 'node'],
  },
  // Rooms only for others to name: nothing in them is read here.
  'test/support': { rooms: [], packages: [] },
  docs: { rooms: [], packages: [] },
};

test('every import in src, demo and stories goes where the table lets it go', () => {
  const files = readSourceFiles(['src', 'demo', 'stories', '.storybook'], ['.ts', '.tsx', '.js']);
  assert.ok(files.length > 50, `only ${files.length} files were read`);
  assert.deepEqual(files.flatMap(findForbiddenImports), []);
});

test('an element that imports the composer is found', () => {
  const planted = withLine(
    'src/elements/twilio-phone.ts',
    "import { createPhone } from '../phone/create-phone.js';",
  );
  assert.deepEqual(findForbiddenImports(planted), [
    'src/elements/twilio-phone.ts: src/elements may not import ../phone/create-phone.js',
  ]);
});

test('a core that imports Lit, another room or a timer package is found', () => {
  const planted = withLine(
    'src/core/can.ts',
    "import { html } from 'lit'; import '../browser/clock.js'; import { setTimeout } from 'node:timers';",
  );
  assert.equal(findForbiddenImports(planted).length, 3);
});

test('a Voice SDK that is not loaded lazily is found, and one outside its room too', () => {
  const statically = "import { Device } from '@twilio/voice-sdk';";
  assert.equal(findForbiddenImports({ path: 'src/twilio/planted.ts', text: statically }).length, 1);
  assert.equal(
    findForbiddenImports({ path: 'src/media/planted.ts', text: "import('@twilio/voice-sdk');" }).length,
    1,
  );
  const asType = "import type { Device } from '@twilio/voice-sdk'; await import('@twilio/voice-sdk');";
  assert.deepEqual(findForbiddenImports({ path: 'src/twilio/planted.ts', text: asType }), []);
});

test('an event that takes more than types from the core is found', () => {
  const text = "export { isPhoneError } from '../core/phone-error.js';";
  assert.equal(findForbiddenImports({ path: 'src/events/planted.ts', text }).length, 1);
});

test('a language that is loaded before anybody speaks it is found', () => {
  const text = "import { templates } from '../../locales/de.js';";
  assert.equal(findForbiddenImports({ path: 'src/elements/shared/planted.ts', text }).length, 1);
});

test('a React component that loads its element before a browser shows it is found', () => {
  const text = "import '../../define/phone-status.js';";
  assert.equal(findForbiddenImports({ path: 'src/react/wrappers/planted.ts', text }).length, 1);
  const lazily = "void import('../../define/phone-status.js');";
  assert.deepEqual(findForbiddenImports({ path: 'src/react/wrappers/planted.ts', text: lazily }), []);
});

test('phone numbers that are read anywhere but in their own module are found', () => {
  const text = "import { AsYouType } from 'libphonenumber-js/min';";
  assert.equal(findForbiddenImports({ path: 'src/elements/planted.ts', text }).length, 1);
  assert.deepEqual(findForbiddenImports({ path: 'src/elements/shared/phone-numbers.ts', text }), []);
});

test('a database that is opened anywhere but in its own module is found', () => {
  const text = "import { openDB } from 'idb';";
  assert.equal(findForbiddenImports({ path: 'src/browser/planted.ts', text }).length, 1);
  assert.deepEqual(findForbiddenImports({ path: 'src/browser/call-history-storage.ts', text }), []);
});

test('a demo that reaches into the source, or past a front door, is found', () => {
  const text = "import '../../src/define.js'; import { Registrar } from '../local-twilio/registrar.js';";
  assert.equal(findForbiddenImports({ path: 'demo/server/planted.ts', text }).length, 2);
});

test('a product that knows of its stories is found, and a story that composes a real phone', () => {
  const planted = withLine('src/elements/twilio-phone.ts', "import '../../stories/support/bench.js';");
  assert.equal(findForbiddenImports(planted).length, 1);
  const text = "import { createPhone } from '../../src/phone/create-phone.js';";
  assert.equal(findForbiddenImports({ path: 'stories/elements/planted.ts', text }).length, 1);
});

test('a room that is not in the table is found', () => {
  assert.deepEqual(findForbiddenImports({ path: 'src/helpers/planted.ts', text: '' }), [
    'src/helpers/planted.ts: no room of this name is in the table',
  ]);
});

test('finding a phone needs no Lit, so that pages without it can', () => {
  const files = readSourceFiles(['src/context'], ['find-phone.ts', 'phone-registry.ts', 'watch-phone.ts']);
  const packages = files.flatMap(readImports).filter(({ specifier }) => !specifier.startsWith('.'));
  assert.deepEqual(packages, []);
});

function withLine(path: string, line: string): SourceFile {
  return { path, text: `${line}\n${readFile(path)}` };
}

function findForbiddenImports(file: SourceFile): string[] {
  const room = findRoom(file.path);
  const rules = room === undefined ? undefined : table[room];
  if (room === undefined || rules === undefined)
    return [`${file.path}: no room of this name is in the table`];
  return readImports(file)
    .filter((imported) => !isAllowed(file.path, imported, room, rules))
    .map(({ specifier }) => `${file.path}: ${room} may not import ${specifier}`);
}

function isAllowed(path: string, imported: Import, room: string, rules: Room): boolean {
  const { specifier, kind } = imported;
  if (!specifier.startsWith('.')) return isPackageAllowed(imported, rules);
  const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
  const rows = findRows(target);
  if (rows.includes(room) || [target, ...rows].some((row) => rules.rooms.includes(row))) return true;
  const manner = { type: 'types', lazy: 'lazy', value: 'value' }[kind];
  return rows.some((row) => rules.rooms.includes(`${row} (${manner})`));
}

function isPackageAllowed({ specifier, kind }: Import, rules: Room): boolean {
  const name = specifier.startsWith('node:') ? 'node' : packageName(specifier);
  if (name === '@twilio/voice-sdk' && kind === 'value') return false;
  return rules.packages.includes(name);
}

function packageName(specifier: string): string {
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** The row that rules this file: the longest that holds it. */
function findRoom(path: string): string | undefined {
  return findRows(path)[0];
}

/** All rows that hold this file, the longest first: a file with a row of its own lives in its room all the same. */
function findRows(path: string): string[] {
  return Object.keys(table)
    .filter((name) => path === name || path.startsWith(`${name}/`))
    .sort((left, right) => right.length - left.length);
}
