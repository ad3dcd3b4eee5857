/** The package as npm would publish it, installed into an empty project. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { hasRightTypes, lintPackage, pack } from '../../scripts/check-packed.mjs';
import { readFile } from './source-files.js';

interface PackageJson {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { exports, devDependencies } = JSON.parse(readFile('package.json')) as PackageJson;
const typescript = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

/** Files of an embedding page, and of a worker: there is nothing for Node to import. */
const forBrowsersOnly = ['twilio-phone/embed', 'twilio-phone/worker'];

/** What a page of theirs, a server of theirs and their compiler import. */
const specifiers = Object.keys(exports).map((name) =>
  name.replace('.', 'twilio-phone').replace('/*.js', '/phone-status.js'),
);

let folder = '';
let tarball = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'twilio-phone-packed-'));
  tarball = pack(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', private: true, type: 'module' }),
  );
  const react = ['react', 'react-dom', '@types/react'].map((name) => `${name}@${devDependencies[name]}`);
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', ['install', ...options, tarball, ...react], { cwd: folder, stdio: 'pipe' });
});

after(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

test('publint has nothing against it, strictly', async () => {
  assert.deepEqual(await lintPackage(tarball), []);
});

test('TypeScript finds the types of every export', async () => {
  assert.equal(await hasRightTypes(tarball), true);
});

test('it holds what is published and nothing else', () => {
  const installed = readdirSync(join(folder, 'node_modules/twilio-phone')).sort();
  assert.deepEqual(
    installed,
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'custom-elements.json', 'dist', 'docs', 'package.json'].sort(),
  );
});

test('each export is imported by Node, which has no window, and none makes one', () => {
  for (const specifier of specifiers.filter((name) => !forBrowsersOnly.includes(name))) {
    const json = specifier.endsWith('.json') ? `, { with: { type: 'json' } }` : '';
    const script = `await import('${specifier}'${json}); process.exit('window' in globalThis ? 1 : 0);`;
    const warnings = ['--disable-warning=ExperimentalWarning', '--input-type=module'];
    execFileSync(process.execPath, [...warnings, '--eval', script], { cwd: folder, stdio: 'pipe' });
  }
});

test('each export for browsers is bundled, with everything it needs', async () => {
  for (const specifier of specifiers.filter((name) => !name.endsWith('.json'))) {
    const entry = join(folder, 'entry.js');
    writeFileSync(entry, `import * as all from '${specifier}';\nglobalThis.all = all;\n`);
    const files = await bundle(entry);
    assert.ok(files.length > 0, specifier);
    // The Voice SDK comes in a file of its own, whenever it comes.
    const first = files.filter(({ isEntry }) => isEntry).flatMap(({ moduleIds }) => moduleIds);
    assert.ok(first.length > 0, specifier);
    assert.deepEqual(
      first.filter((id) => id.includes('/@twilio/voice-sdk/')),
      [],
      specifier,
    );
  }
});

test('the phone’s definition leads to the Voice SDK, in a file that comes later', async () => {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, `import 'twilio-phone/define';\n`);
  const later = (await bundle(entry)).filter(({ isEntry }) => !isEntry);
  assert.ok(later.some(({ moduleIds }) => moduleIds.some((id) => id.includes('/@twilio/voice-sdk/'))));
});

test('a bundler that takes one element leaves the others out', async () => {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, `import 'twilio-phone/define/phone-status.js';\n`);
  const all = (await bundle(entry)).map(({ code }) => code).join('\n');
  assert.match(all, /phone-status/);
  assert.doesNotMatch(all, /Twilio\.Device|class PhoneDialer/);
});

test('somebody’s own TypeScript compiles against it, strictly', () => {
  mkdirSync(join(folder, 'src'));
  writeFileSync(
    join(folder, 'src/index.tsx'),
    `import 'twilio-phone/define';
     import 'twilio-phone/define/phone-status.js';
     import 'twilio-phone/embed';
     import { isPhoneError } from 'twilio-phone';
     import type { CallIncomingEvent, CallState } from 'twilio-phone';
     import { TwilioPhone, useTwilio } from 'twilio-phone/react';

     const phone = document.querySelector('twilio-phone')!;
     phone.addEventListener('call-incoming', ({ call }: CallIncomingEvent) => console.log(call.from));
     export const muted: Promise<boolean | string> = phone
       .toggleMute()
       .catch((error: unknown) => (isPhoneError(error) ? error.code : 'unknown'));
     export function Desk() {
       const call: CallState | null = useTwilio().currentCallState;
       return <TwilioPhone tokenUrl="/token" className={call?.status} />;
     }
     // @ts-expect-error There is no such command.
     phone.makeCoffee();
    `,
  );
  const options = '--noEmit --strict --target es2022 --module nodenext --jsx react-jsx --types react';
  const lib = ['--lib', 'es2022,dom,dom.iterable', '--skipLibCheck'];
  execFileSync(process.execPath, [typescript, ...options.split(' '), ...lib, 'src/index.tsx'], {
    cwd: folder,
    stdio: 'inherit',
  });
});

interface Chunk {
  readonly isEntry: boolean;
  readonly code: string;
  readonly moduleIds: readonly string[];
}

async function bundle(entry: string): Promise<Chunk[]> {
  const answer = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', rollupOptions: { input: entry } },
  });
  const outputs = [answer].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}
