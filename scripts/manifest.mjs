/**
 * `npm run manifest` writes custom-elements.json from the elements' source, and from it the React components of
 * src/react and the manual's tables, and from the source docs/types.md. `npm run manifest:check` only compares: the committed files are what editors,
 * readers and reviewers see of our elements, so they must be fresh.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { createManual, readManual } from './manual-tables.mjs';
import { createReactWrappers, readReactWrappers } from './react-wrappers.mjs';
import { root } from './run.mjs';
import { createTypeReference, readTypeReference } from './type-reference.mjs';

const path = 'custom-elements.json';

/** True when the committed manifest is the one that the source gives. */
export async function isManifestFresh() {
  return asText(await createManifest()) === readCommitted();
}

/** True when the committed React components are the ones that the manifest gives. */
export async function areReactWrappersFresh() {
  return areSame(await createReactWrappers(await createManifest()), readReactWrappers());
}

/** True when the manual's committed tables are the ones that the manifest gives. */
export async function isManualFresh() {
  return areSame(await createManual(await createManifest()), readManual());
}

/** True when the committed reference of types is the one that the source gives. */
export async function isTypeReferenceFresh() {
  return areSame(await createTypeReference(), readTypeReference());
}

function areSame(fresh, committed) {
  return JSON.stringify([...fresh].sort()) === JSON.stringify([...committed].sort());
}

async function createManifest() {
  return analyzer({ argv: ['analyze', '--quiet'], cwd: root, noWrite: true });
}

function asText(manifest) {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function readCommitted() {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

async function writeAll() {
  const manifest = await createManifest();
  writeFileSync(join(root, path), asText(manifest));
  rmSync(join(root, 'src/react/wrappers'), { recursive: true, force: true });
  const files = [
    ...(await createReactWrappers(manifest)),
    ...(await createManual(manifest)),
    ...(await createTypeReference()),
  ];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

async function main() {
  if (process.argv[2] !== '--check') {
    await writeAll();
    return 0;
  }
  const checks = [isManifestFresh, areReactWrappersFresh, isManualFresh, isTypeReferenceFresh];
  const areFresh = await Promise.all(checks.map((check) => check()));
  if (areFresh.every(Boolean)) return 0;
  console.error(
    'What the source gives is not what is there: run `npm run manifest` and commit what it writes.',
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
