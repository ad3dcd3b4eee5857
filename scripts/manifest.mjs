/**
 * `npm run manifest` writes custom-elements.json from the elements' source. `npm run manifest:check` only
 * compares: the committed file is what editors and reviewers see of our elements, so it must be fresh.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { root } from './run.mjs';

const path = join(root, 'custom-elements.json');

/** True when the committed manifest is the one that the source gives. */
export async function isManifestFresh() {
  return (await createManifest()) === readCommitted();
}

async function createManifest() {
  const manifest = await analyzer({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function readCommitted() {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

async function main() {
  if (process.argv[2] !== '--check') {
    writeFileSync(path, await createManifest());
    return 0;
  }
  if (await isManifestFresh()) return 0;
  console.error('custom-elements.json is not what the source gives: run `npm run manifest` and commit it.');
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
