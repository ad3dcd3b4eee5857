import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkPages } from '../../scripts/serve-framework-page.js';
import { readFile } from './source-files.js';

type Versions = Readonly<Record<string, string>>;

interface PackageJson {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly peerDependencies?: Versions;
}

const folder = 'demo/frameworks';
const { workspaces } = readJson<{ workspaces: readonly string[] }>(`${folder}/package.json`);
const { packages } = readJson<{
  packages: Readonly<Record<string, { dependencies?: Versions; integrity?: string }>>;
}>(`${folder}/package-lock.json`);

function readJson<Content>(path: string): Content {
  return JSON.parse(readFile(path)) as Content;
}

test('the lock file has the phone’s own packages, and no hash of a phone that is packed anew each time', () => {
  const phone = packages['node_modules/twilio-phone'];
  const { dependencies } = readJson<PackageJson>('package.json');
  assert.deepEqual(
    phone?.dependencies,
    dependencies,
    `run \`npm install\` in ${folder}, take the phone’s "integrity" out of package-lock.json, and commit that`,
  );
  assert.equal(phone?.integrity, undefined, 'npm ci would refuse the next phone');
});

test('every page with packages is in the one install, takes the phone from its tarball, and the rest exactly', () => {
  assert.deepEqual([...workspaces, 'plain'].sort(), [...frameworkPages].sort());
  for (const page of workspaces) {
    const { dependencies, devDependencies } = readJson<PackageJson>(`${folder}/${page}/package.json`);
    const { 'twilio-phone': phone, ...others } = { ...dependencies, ...devDependencies };
    assert.equal(phone, 'file:../twilio-phone.tgz');
    for (const [name, version] of Object.entries(others)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  }
});

test('none of these packages is installed with ours, unless we need it ourselves', () => {
  const { dependencies, devDependencies } = readJson<PackageJson>('package.json');
  const ours = Object.keys({ ...dependencies, ...devDependencies });
  assert.deepEqual(
    ours.filter((name) => /^(?:vue|svelte|@angular\/|@vue\/|@sveltejs\/)/.test(name)),
    [],
  );
});
