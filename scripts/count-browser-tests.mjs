import { writeFileSync } from 'node:fs';

/**
 * A reporter for @web/test-runner that writes `{ passed, failed }` as JSON into a file when the run is over.
 * A page that broke before its tests could run counts as one that failed.
 * @param {string} path
 */
export function countBrowserTests(path) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) add(counts, countSession(session));
      writeFileSync(path, JSON.stringify(counts));
    },
  };
}

/** @param {{ passed: boolean, errors: unknown[], testResults?: object }} session */
export function countSession(session) {
  const counts = session.testResults ? countSuite(session.testResults) : { passed: 0, failed: 0 };
  const brokeOutside = session.errors.length > 0 || (!session.passed && counts.failed === 0);
  return brokeOutside ? { ...counts, failed: counts.failed + 1 } : counts;
}

function countSuite({ tests, suites }) {
  const ran = tests.filter((test) => !test.skipped);
  const passed = ran.filter((test) => test.passed).length;
  const counts = { passed, failed: ran.length - passed };
  for (const suite of suites) add(counts, countSuite(suite));
  return counts;
}

function add(sum, { passed, failed }) {
  sum.passed += passed;
  sum.failed += failed;
}
