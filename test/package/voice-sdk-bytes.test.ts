import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';

const NAME = '@twilio/voice-sdk';
const installed = `node_modules/${NAME}`;

let folder = '';
let archive = '';

/** The version and the checksum that package-lock.json holds this project to. */
function readLock(): { readonly version: string; readonly integrity: string } {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const entry = packages[installed];
  assert.ok(entry, `${NAME} is locked`);
  return entry;
}

function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('node_modules'))
    .sort();
}

function sha512(path: string): string {
  return `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice-sdk-'));
  const { version } = readLock();
  const pack = ['pack', `${NAME}@${version}`, '--prefer-offline', '--silent', '--pack-destination', folder];
  const name = execFileSync('npm', pack, { encoding: 'utf8', shell: process.platform === 'win32' }).trim();
  archive = join(folder, name.split('\n').at(-1) ?? '');
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('package.json asks for exactly one version of the Voice SDK', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  assert.equal(dependencies[NAME], readLock().version);
});

test('the archive that the registry serves is the one that package-lock.json names', () => {
  assert.equal(sha512(archive), readLock().integrity);
});

test('the Voice SDK in use is the registry’s, file by file and byte by byte', () => {
  const original = join(folder, 'package');
  assert.deepEqual(listFiles(installed), listFiles(original));
  for (const path of listFiles(original)) {
    assert.equal(sha512(join(installed, path)), sha512(join(original, path)), path);
  }
});
