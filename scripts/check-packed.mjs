/**
 * `npm run packed`: packs the package as npm would publish it, and looks at that: publint for package.json, attw
 * (Are the types wrong?) for what TypeScript finds behind each export.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root, runTool } from './run.mjs';

/** A plain script for service workers: nobody imports it as a module, so it has no types. */
const withoutTypes = './worker';

/**
 * Packs what is built.
 * @param {string} folder Where the tarball goes.
 * @returns {string} Its path.
 */
export function pack(folder) {
  const options = ['--ignore-scripts', '--json', '--pack-destination', folder];
  const isWindows = process.platform === 'win32';
  const answer = execFileSync('npm', ['pack', ...options], { cwd: root, encoding: 'utf8', shell: isWindows });
  return join(folder, JSON.parse(answer)[0].filename);
}

/**
 * What publint has against a tarball, strictly.
 * @param {string} tarball
 * @returns {Promise<string[]>}
 */
export async function lintPackage(tarball) {
  const bytes = Uint8Array.from(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/**
 * Whether TypeScript finds the types of every export.
 * @param {string} tarball
 * @returns {Promise<boolean>}
 */
export async function hasRightTypes(tarball) {
  const options = [
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    withoutTypes,
    '--format',
    'table-flipped',
  ];
  return (await runTool('@arethetypeswrong/cli/dist/index.js', [tarball, ...options])) === 0;
}

async function main() {
  const { buildWhatIsStale } = await import('./build.mjs');
  await buildWhatIsStale();
  const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-packed-'));
  try {
    const tarball = pack(folder);
    const messages = await lintPackage(tarball);
    for (const message of messages) console.error(message);
    return messages.length === 0 && (await hasRightTypes(tarball)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
