/** The Voice SDK as the script tag has it, beside the registry's. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { compactVoiceSdk, withoutAdvice as removeAdvice } from '../../scripts/compact-voice-sdk.mjs';
import { fileForRinging } from '../../scripts/embed-plugins.mjs';

const errors = 'node_modules/@twilio/voice-sdk/esm/twilio/errors';

type ErrorClass = new (message?: string | Error) => Error & Readonly<Record<string, unknown>>;

interface Loglevel {
  readonly levels: Readonly<Record<string, number>>;
}

const withoutAdvice = removeAdvice as (code: string) => string;
const plugin = compactVoiceSdk() as {
  transform(code: string, id: string): { readonly code: string } | null;
  buildEnd(): void;
};

let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'compact-voice-sdk-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function importErrors(name: string, code: string): Promise<ErrorClass[]> {
  writeFileSync(join(folder, name), code);
  const module = (await import(pathToFileURL(join(folder, name)).href)) as {
    errorsByCode: Map<number, ErrorClass>;
  };
  return [...module.errorsByCode.values()];
}

test('errors have the same numbers, names and messages, and no advice', async () => {
  const original = readFileSync(`${errors}/generated.js`, 'utf8');
  copyFileSync(`${errors}/twilioError.js`, join(folder, 'twilioError.js'));
  const full = await importErrors('full.js', original);
  const plain = await importErrors('plain.js', withoutAdvice(original));
  assert.ok(full.length > 30);
  assert.ok(full.some((Full) => 'solutions' in new Full()));
  assert.equal(plain.length, full.length);
  for (const given of [undefined, 'said', new Error('as it was')]) {
    assert.deepEqual(
      plain.map((Plain) => describe(new Plain(given))),
      full.map((Full) => describe(new Full(given))),
    );
  }
  for (const Plain of plain) {
    for (const advice of ['causes', 'solutions', 'description']) assert.ok(!(advice in new Plain()), advice);
  }
});

function describe(error: Readonly<Record<string, unknown>>): readonly unknown[] {
  return ['code', 'name', 'explanation', 'message', 'originalError'].map((key) => error[key]);
}

test('lines stay where they are, so that source maps stay true', () => {
  const code =
    "class A {\n  this.causes = [\n    'a',\n    'b',\n  ];\n  this.description = 'c';\n  this.code = 1;\n}";
  assert.equal(withoutAdvice(code).split('\n').indexOf('  this.code = 1;'), 6);
});

test('the build fails when the SDK is not what it was', () => {
  assert.throws(() => plugin.buildEnd(), /The Voice SDK has changed: .*preflight.*advice/);
});

test('loglevel stays out of the hands of a page’s AMD loader', async () => {
  const file = join(process.cwd(), 'node_modules/loglevel/lib/loglevel.js');
  const changed = plugin.transform(readFileSync(file, 'utf8'), file);
  writeFileSync(join(folder, 'loglevel.js'), changed?.code ?? '');
  const page = globalThis as { define?: unknown };
  page.define = Object.assign(() => assert.fail('the loader has it'), { amd: {} });
  const { levels } = (await import(pathToFileURL(join(folder, 'loglevel.js')).href)) as Loglevel;
  delete page.define;
  assert.equal(levels['ERROR'], 4);
});

test('what the first paint has is not in the file that rings, nor is what follows by itself', () => {
  const imports: Record<string, string[]> = {
    embed: ['element', 'error'],
    element: ['lit'],
    phone: ['error', 'registration', 'sdk'],
    registration: ['error', 'keeper'],
    keeper: ['registration'],
  };
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };
  const fileOf = fileForRinging({ name: 'ring', paints: 'embed', entries: ['phone'] });
  const files = ['embed', 'element', 'lit', 'error', 'phone', 'registration', 'keeper', 'sdk', 'kit'].map(
    (id) => `${id} ${fileOf(id, graph)}`,
  );
  assert.deepEqual(files, [
    'embed null',
    'element null',
    'lit null',
    'error null',
    'phone ring',
    'registration ring',
    'keeper ring',
    'sdk ring',
    'kit null',
  ]);
});
