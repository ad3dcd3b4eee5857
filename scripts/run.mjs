import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that package.json is in. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the root folder with its output shown here.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} environment Added to ours.
 * @returns {Promise<number>} Its exit code; 1 when a signal or the system ended it.
 */
export function run(command, args, environment = {}) {
  const isWindowsScript = process.platform === 'win32' && command === 'npm';
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: isWindowsScript,
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a Node program of an installed package.
 * @param {string} path From node_modules on, e.g. `typescript/bin/tsc`.
 * @param {string[]} args
 * @param {Record<string, string>} environment
 */
export function runTool(path, args, environment = {}) {
  return run(process.execPath, [`node_modules/${path}`, ...args], environment);
}
