/**
 * `npm run build`: the npm package's files in dist/, unbundled and with their types, the service worker's in
 * dist/worker/, what editors know of the elements in dist/editor/, and the script tag's in dist/embed/: in parts,
 * and as a single file with its hash.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changedAt, newest } from './newest.mjs';
import { root, runTool } from './run.mjs';

const sources = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'custom-elements.json',
  'scripts/compact-voice-sdk.mjs',
  'scripts/describe-elements.mjs',
  'scripts/editor-data.mjs',
  'scripts/embed-plugins.mjs',
  'scripts/path-of.mjs',
  'scripts/private-names.mjs',
  'scripts/template-types.mjs',
];

/** What a page shows while it rings. It is a file of its own, which tsc leaves where it is. */
const ringingIcon = 'src/browser/ringing-icon.svg';

const singleFile = 'twilio-phone.single.js';
/** Written last: a build that failed half way leaves none. */
export const integrityFile = 'dist/embed/integrity.json';

/** Builds from scratch. The answer is the exit code of the tool that failed, or 0. */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  for (const project of ['tsconfig.build.json', 'src/worker']) {
    const exitCode = await runTool('typescript/bin/tsc', ['-p', project]);
    if (exitCode !== 0) return exitCode;
  }
  await describeElementsForTools();
  copyFileSync(join(root, ringingIcon), join(root, ringingIcon.replace('src', 'dist')));
  for (const mode of ['production', 'single']) {
    const exitCode = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--mode', mode]);
    if (exitCode !== 0) return exitCode;
  }
  writeIntegrity();
  return 0;
}

/** Imported late: `npm start` builds in folders that were installed a moment ago. */
async function describeElementsForTools() {
  const { writeEditorData } = await import('./editor-data.mjs');
  const { writeTemplateTypes } = await import('./template-types.mjs');
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  await writeTemplateTypes(manifest);
  writeEditorData(manifest);
}

/** The hash by which a page pins the single file. Parts that are loaded later are covered by no hash. */
function writeIntegrity() {
  const hash = createHash('sha384').update(readFileSync(join(root, 'dist/embed', singleFile)));
  const integrity = `sha384-${hash.digest('base64')}`;
  writeFileSync(join(root, integrityFile), `${JSON.stringify({ [singleFile]: integrity }, null, 2)}\n`);
  console.log(`${singleFile}  integrity="${integrity}"`);
}

/** Builds when a source is newer than what was built last. Ends the process when that fails. */
export async function buildWhatIsStale() {
  if (isFresh()) return;
  console.log('Building.');
  const exitCode = await build();
  if (exitCode !== 0) process.exit(exitCode);
}

function isFresh() {
  const builtAt = changedAt(integrityFile);
  return builtAt !== null && newest(sources) <= builtAt;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  // Before a package is packed: `npm pack` and `npm publish` never take what is old.
  if (process.argv.includes('--stale')) await buildWhatIsStale();
  else process.exit(await build());
}
