/**
 * `npm run manifest` writes custom-elements.json from the elements' source. `npm run manifest:check` only
 * compares: the committed file is what editors and reviewers see of our elements, so it must be fresh.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { root, runTool } from './run.mjs';

const analyzer = '@custom-elements-manifest/analyzer/cem.js';

/** True when the committed manifest is the one that the source gives. */
export async function isManifestFresh() {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-manifest-'));
  const exitCode = await runTool(analyzer, ['analyze', '--quiet', '--outdir', folder]);
  const [committed, fresh] = [root, folder].map((place) => readManifest(place));
  rmSync(folder, { recursive: true });
  return exitCode === 0 && fresh !== null && fresh === committed;
}

function readManifest(folder) {
  try {
    return readFileSync(join(folder, 'custom-elements.json'), 'utf8');
  } catch {
    return null;
  }
}

async function main() {
  if (process.argv[2] !== '--check') return runTool(analyzer, ['analyze', '--quiet']);
  if (await isManifestFresh()) return 0;
  console.error('custom-elements.json is not what the source gives: run `npm run manifest` and commit it.');
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
