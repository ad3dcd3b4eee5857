import { findBrowser } from './browser.mjs';
import { installFromDebian } from './install-from-debian.mjs';

const packages = ['chromium', 'fonts-liberation'];

/**
 * The path of a browser for the tests. Where there is none, Debian's own is installed, if we may; else the
 * process ends with a sentence that says what to install.
 */
export async function requireBrowser() {
  const found = findBrowser() ?? (await installBrowser());
  if (found) return found;
  console.error('The tests need a browser and none was found.');
  console.error('Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run this again.');
  process.exit(1);
}

async function installBrowser() {
  return (await installFromDebian(packages, 'No browser found')) ? findBrowser() : undefined;
}
