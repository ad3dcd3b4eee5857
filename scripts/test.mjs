/**
 * `npm test`: every test, whatever state the folder is in; `npm test -- core elements` runs those rooms only,
 * and a path runs one file. Installs what is missing, a browser too, builds what is stale, and ends with one
 * line: how many passed, how many failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './check-node.mjs';
import { needsFirefox, requireFirefox } from './firefox.mjs';
import { buildStaleFrameworkPages, needsFrameworkPages } from './frameworks.mjs';
import { installPulseAudio, needsPulseAudio } from './install-pulse-audio.mjs';
import { installWhatIsMissing } from './install.mjs';
import { root, run, runTool } from './run.mjs';
import { buildStorybook, needsStorybook } from './storybook.mjs';
import { findSuites } from './test-suites.mjs';

/** A test, or a file, that has not ended by then hangs: it fails, and the others get their turn. */
const FILE_CEILING_IN_MILLISECONDS = 10 * 60_000;

requireNode();
await installWhatIsMissing();
const { requireBrowser } = await import('./install-browser.mjs');
const browser = await requireBrowser();
const suites = findSuites(process.argv.slice(2));
if (suites.some((suite) => suite.files.some(needsPulseAudio))) await installPulseAudio();
if (process.env.TEST_BROWSER === 'firefox' || suites.some((suite) => suite.files.some(needsFirefox)))
  await requireFirefox();
if (suites.some((suite) => suite.files.some(readsTheBuild))) {
  const { buildWhatIsStale } = await import('./build.mjs');
  await buildWhatIsStale();
}
if (suites.some((suite) => suite.files.some(needsStorybook))) {
  const exitCode = await buildStorybook();
  if (exitCode !== 0) process.exit(exitCode);
}
if (suites.some((suite) => suite.files.some(needsFrameworkPages))) await buildStaleFrameworkPages();

const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-tests-'));
const total = { passed: 0, failed: 0 };
for (const suite of suites) {
  const { passed, failed } = await runSuite(suite);
  total.passed += passed;
  total.failed += failed;
}
rmSync(folder, { recursive: true });

const isGreen = total.passed > 0 && total.failed === 0;
if (total.passed + total.failed === 0) console.error('No test ran.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(isGreen ? 0 : 1);

function readsTheBuild(file) {
  return ['test/package/', 'test/demo/', 'test/end-to-end/'].some((room) => file.startsWith(room));
}

async function runSuite(suite) {
  console.log(`\n${suite.name}: ${suite.files.length} files`);
  const countsFile = join(folder, `${suite.name}.json`);
  const runSuiteFiles = suite.runner === 'node' ? runInNode : runInBrowser;
  const exitCode = await runSuiteFiles(suite.files, countsFile);
  const counts = readCounts(countsFile);
  // A runner that broke, or ran nothing, has failed even when no test of its did.
  const isUnexplained = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  if (!isUnexplained) return counts;
  console.error(`${suite.name}: the runner ended with code ${exitCode} and no failed test to show for it.`);
  return { ...counts, failed: 1 };
}

function runInNode(files, countsFile) {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('count-node-tests.mjs', import.meta.url).href}`,
    `--test-reporter-destination=${countsFile}`,
  ];
  // One file at a time: each starts servers and browsers of its own, and measures time.
  const oneAtATime = ['--test-concurrency=1', `--test-timeout=${FILE_CEILING_IN_MILLISECONDS}`];
  const options = ['--import', 'tsx', '--test', ...oneAtATime, ...reporters];
  return run(process.execPath, [...options, ...files], { CHROME_PATH: browser });
}

function runInBrowser(files, countsFile) {
  const options = files.flatMap((file) => ['--files', join(root, file)]);
  return runTool('@web/test-runner/dist/bin.js', options, {
    CHROME_PATH: browser,
    BROWSER_TEST_COUNTS: countsFile,
  });
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
