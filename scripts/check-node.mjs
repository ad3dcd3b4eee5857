import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Ends the process with a plain sentence when Node is older than package.json asks for. */
export function requireNode() {
  const wanted = engines.node.replace(/^>=/, '');
  if (!isOlder(process.versions.node, wanted)) return;
  console.error(`This needs Node ${wanted} or newer, and this is Node ${process.versions.node}.`);
  console.error('Install a newer one from https://nodejs.org and try again.');
  process.exit(1);
}

/**
 * True when one version comes before another; parts that are left out count as 0.
 * @param {string} version
 * @param {string} wanted
 */
export function isOlder(version, wanted) {
  const [left, right] = [version, wanted].map((text) => text.split('.').map(Number));
  const differing = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return differing !== undefined && (left[differing] ?? 0) < (right[differing] ?? 0);
}
