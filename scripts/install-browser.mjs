import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { run } from './run.mjs';

const packages = ['chromium', 'fonts-liberation'];

/**
 * The path of a browser for the tests. Where there is none, Debian's own is installed, if we may; else the
 * process ends with a sentence that says what to install.
 */
export async function requireBrowser() {
  const found = findBrowser() ?? (await installFromDebian());
  if (found) return found;
  console.error('The tests need a browser and none was found.');
  console.error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run this again.');
  process.exit(1);
}

async function installFromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  const asRoot = await rootPrefix();
  if (!asRoot) return undefined;
  console.log(`No browser found: installing Debian's ${packages.join(' and ')}.`);
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const steps = [
    [...apt, 'update'],
    [...apt, 'install', '-y', '--no-install-recommends', ...packages],
  ];
  for (const [command, ...args] of steps) {
    if ((await run(command, args)) !== 0) return undefined;
  }
  return findBrowser();
}

/** What to put before a command to run it as root; null when we may not. Nobody is asked for a password. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!existsSync('/usr/bin/sudo')) return null;
  return (await run('sudo', ['-n', 'true'])) === 0 ? ['sudo', '-n'] : null;
}
