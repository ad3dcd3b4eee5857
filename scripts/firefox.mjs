import { findOneThatRuns } from './browser.mjs';
import { installFromDebian } from './install-from-debian.mjs';

const namesOnPath = ['firefox-esr', 'firefox'];
const fixedPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** How tests start Firefox: its microphone grants itself, and it may make sound without being clicked first. */
export const firefoxPreferences = {
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
};

/** Test files that drive Firefox. */
export function needsFirefox(file) {
  return file.startsWith('test/end-to-end/firefox');
}

/** The path of a Firefox that runs: FIREFOX_PATH when it is set, else the first installed one, else undefined. */
export function findFirefox() {
  return findOneThatRuns('FIREFOX_PATH', namesOnPath, fixedPlaces);
}

/** The same; where there is none, Debian's own is installed, if we may. Else the process ends with a sentence. */
export async function requireFirefox() {
  const found =
    findFirefox() ?? ((await installFromDebian(['firefox-esr'], 'No Firefox found')) && findFirefox());
  if (found) return found;
  console.error('These tests need Firefox and none was found.');
  console.error('Install it, or set FIREFOX_PATH to one, and run this again.');
  process.exit(1);
}
