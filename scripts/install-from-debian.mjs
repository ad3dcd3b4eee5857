import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Installs Debian's packages where that is possible and we may. Resolves to whether they are there.
 * @param {string[]} packages
 * @param {string} reason Said before it begins, e.g. `No browser found`.
 * @returns {Promise<boolean>}
 */
export async function installFromDebian(packages, reason) {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const asRoot = await rootPrefix();
  if (!asRoot) return false;
  console.log(`${reason}: installing Debian's ${packages.join(' and ')}.`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const steps = [
    [...apt, 'update'],
    [...apt, 'install', '-y', '--no-install-recommends', ...packages],
  ];
  for (const [command = '', ...args] of steps) {
    if ((await run(command, args)) !== 0) return false;
  }
  return true;
}

/** What to put before a command to run it as root; null when we may not. Nobody is asked for a password. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!existsSync('/usr/bin/sudo')) return null;
  return (await run('sudo', ['-n', 'true'])) === 0 ? ['sudo', '-n'] : null;
}
