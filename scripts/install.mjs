import { changedAt } from './newest.mjs';
import { run } from './run.mjs';

/**
 * Runs `npm ci` when node_modules is missing or older than package-lock.json, else nothing. Ends the process
 * when that fails: npm has said why.
 */
export async function installWhatIsMissing() {
  if (isInstalled()) return;
  console.log('Installing what is missing (npm ci). The first time takes about a minute.');
  const exitCode = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (exitCode !== 0) process.exit(exitCode);
}

function isInstalled() {
  // npm writes this file last, so that an install which was interrupted does not count.
  const installedAt = changedAt('node_modules/.package-lock.json');
  return installedAt !== null && installedAt >= (changedAt('package-lock.json') ?? 0);
}
