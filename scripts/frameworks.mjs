/**
 * `npm run frameworks`: the pages of demo/frameworks, built by their own tools with the phone as npm would bring
 * it, and shown beside the demo. `npm run frameworks -- vue` shows one of them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './check-node.mjs';
import { installWhatIsMissing } from './install.mjs';
import { changedAt, newest } from './newest.mjs';
import { root, run } from './run.mjs';

const folder = 'demo/frameworks';
const tarball = `${folder}/twilio-phone.tgz`;
const phone = `${folder}/node_modules/twilio-phone`;
// npm writes this file last, so that an install which was interrupted does not count.
const installMark = `${folder}/node_modules/.package-lock.json`;
const lockFile = `${folder}/package-lock.json`;
/** Angular looks for it beside node_modules. */
const angularSettings = `${folder}/angular.json`;
/** What builds and their tools leave beside the sources. */
const notSources = ['dist', '.angular', 'node_modules'];

/** Test files that open these pages. */
export function needsFrameworkPages(file) {
  return file.startsWith('test/end-to-end/framework');
}

/**
 * Packs the phone, installs what the pages are made with, and builds them, as far as each of these is stale. Ends
 * the process when that fails: the tool has said why.
 * @param {string[]} wanted Names of pages; none for all.
 */
export async function buildStaleFrameworkPages(wanted = []) {
  const { buildWhatIsStale, integrityFile } = await import('./build.mjs');
  await buildWhatIsStale();
  const isPacked = isOlder(integrityFile, tarball);
  if (!isPacked) await packPhone();
  if (!isOlder(lockFile, installMark)) await install();
  else if (!isPacked) unpackPhone();
  for (const page of listPages()) {
    if ((wanted.length === 0 || wanted.includes(page)) && isStale(page)) await build(page);
  }
}

/** The pages that a tool has to build: those that have packages. */
function listPages() {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).workspaces;
}

function isOlder(path, thanPath) {
  const than = changedAt(thanPath);
  return than !== null && (changedAt(path) ?? 0) <= than;
}

/** Imported late: what looks at packages may have been installed a moment ago. */
async function packPhone() {
  const { pack } = await import('./check-packed.mjs');
  renameSync(pack(join(root, folder)), join(root, tarball));
}

async function install() {
  console.log('Installing React, Vue, Svelte and Angular (npm ci). The first time takes about a minute.');
  const options = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  endIfFailed(await run('npm', options));
}

/** All that npm would do, when nothing else has changed since it last did all. */
function unpackPhone() {
  rmSync(join(root, phone), { recursive: true, force: true });
  mkdirSync(join(root, phone));
  execFileSync('tar', ['-xzf', tarball, '-C', phone, '--strip-components=1'], { cwd: root });
}

function isStale(page) {
  const sources = [`${folder}/${page}`, angularSettings, tarball, installMark];
  return newest(sources, notSources) > (changedAt(markOf(page)) ?? 0);
}

async function build(page) {
  console.log(`Building ${folder}/${page}.`);
  endIfFailed(await run('npm', ['run', '--silent', '--prefix', `${folder}/${page}`, 'build']));
  writeFileSync(join(root, markOf(page)), '');
}

/** Written last, into what was built: a build that failed half way leaves none. */
function markOf(page) {
  return `${folder}/${page}/dist/built`;
}

function endIfFailed(exitCode) {
  if (exitCode !== 0) process.exit(exitCode);
}

async function main(wanted) {
  requireNode();
  await installWhatIsMissing();
  await buildStaleFrameworkPages(wanted);
  return run(process.execPath, ['--import', 'tsx', 'scripts/show-frameworks.ts', ...wanted]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(await main(process.argv.slice(2)));
}
