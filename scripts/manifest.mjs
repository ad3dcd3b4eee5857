/**
 * `npm run manifest` writes custom-elements.json from the elements' source, and from it the React components of
 * src/react. `npm run manifest:check` only compares: the committed files are what editors and reviewers see of
 * our elements, so they must be fresh.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { createReactWrappers, readReactWrappers } from './react-wrappers.mjs';
import { root } from './run.mjs';

const path = 'custom-elements.json';

/** True when the committed manifest is the one that the source gives. */
export async function isManifestFresh() {
  return asText(await createManifest()) === readCommitted();
}

/** True when the committed React components are the ones that the manifest gives. */
export async function areReactWrappersFresh() {
  const fresh = [...(await createReactWrappers(await createManifest()))].sort();
  return JSON.stringify(fresh) === JSON.stringify([...readReactWrappers()].sort());
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
  for (const [file, text] of await createReactWrappers(manifest)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

async function main() {
  if (process.argv[2] !== '--check') {
    await writeAll();
    return 0;
  }
  if ((await isManifestFresh()) && (await areReactWrappersFresh())) return 0;
  console.error(
    `${path} and src/react are not what the source gives: run \`npm run manifest\` and commit them.`,
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
