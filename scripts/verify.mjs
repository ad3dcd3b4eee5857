/**
 * `npm run verify`: everything that must hold before a change is shared. Stops at the first thing that does
 * not, and says how long each took.
 */
import { run } from './run.mjs';

const steps = [
  'format:check',
  'lint',
  'types',
  'manifest:check',
  'locales:check',
  'build',
  'packed',
  'test',
  'size',
];

for (const step of steps) {
  console.log(`\n== ${step}`);
  const startedAt = performance.now();
  const exitCode = await run('npm', ['run', '--silent', step]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${step}: ${exitCode === 0 ? 'good' : 'FAILED'}, ${seconds} s`);
  if (exitCode !== 0) process.exit(exitCode);
}
