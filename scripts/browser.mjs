import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/opt/google/chrome/chrome',
];

/** The path of a Chromium-like browser that runs: CHROME_PATH when it is set, else the first installed one, if any. */
export function findBrowser() {
  return findOneThatRuns('CHROME_PATH', namesOnPath, fixedPlaces);
}

/**
 * The path that an environment variable names, else the first program by these names on the PATH, else in these
 * places; undefined when there is none. Throws when the variable names something that does not run.
 * @param {string} variable
 * @param {readonly string[]} names
 * @param {readonly string[]} places
 * @returns {string | undefined}
 */
export function findOneThatRuns(variable, names, places) {
  const chosen = process.env[variable];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`${variable} is "${chosen}", which is not a browser that runs.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...places].find((path) => existsSync(path) && runs(path));
}

/** Ubuntu's chromium is a stub that only says to install a snap, hence the question. */
function runs(path) {
  // Windows' browsers answer --version by opening a window.
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
