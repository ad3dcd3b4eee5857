/**
 * `npm run release:version`: turns the changesets that are there into a version and its chapter of CHANGELOG.md, and
 * writes the version wherever else it stands. The release workflow makes a pull request of that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run.mjs';

const before = readVersion();
const exitCode = await runTool('@changesets/cli/bin.js', ['version']);
if (exitCode !== 0) process.exit(exitCode);
const after = readVersion();
if (after !== before) {
  // Reports name it, and so do the addresses in the README.
  for (const path of ['src/core/version.ts', 'README.md']) replaceIn(path, before, after);
  writeLock(after);
}

function readVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

function writeLock(version) {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

function replaceIn(path, old, fresh) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(old)) throw new Error(`${path} does not name version ${old}.`);
  writeFileSync(join(root, path), text.replaceAll(old, fresh));
}
