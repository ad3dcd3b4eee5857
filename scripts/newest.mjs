import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';

/**
 * When the newest of these files and folders was changed, folders with all that is in them. A folder's own time
 * counts too: a file that was deleted or renamed shows only there.
 * @param {string[]} paths From the root folder on; none that is missing.
 * @param {string[]} leftOut Names of folders and files that do not count.
 * @returns {number} Milliseconds, as `statSync` gives them.
 */
export function newest(paths, leftOut = []) {
  return Math.max(0, ...paths.map((path) => newestIn(path, leftOut)));
}

/** When one file was changed, or null when it is not there. */
export function changedAt(path) {
  return statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newestIn(path, leftOut) {
  const stats = statSync(resolve(root, path));
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(resolve(root, path)).filter((name) => !leftOut.includes(name));
  return Math.max(stats.mtimeMs, ...names.map((name) => newestIn(`${path}/${name}`, leftOut)));
}
