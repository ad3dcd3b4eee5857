import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isOlder } from '../../scripts/check-node.mjs';
import { countSession } from '../../scripts/count-browser-tests.mjs';
import { findPortal, report } from '../../scripts/first-ring.mjs';
import { changedAt, newest } from '../../scripts/newest.mjs';
import { findSuites } from '../../scripts/test-suites.mjs';

test('a Node is told from an older one by numbers, not by letters', () => {
  const rows: [version: string, wanted: string, older: boolean][] = [
    ['20.19.0', '20.19', false],
    ['20.20.2', '20.19', false],
    ['20.9.0', '20.19', true],
    ['18.20.4', '20.19', true],
    ['22.0.0', '20.19', false],
    ['20.19.0', '20.19.1', true],
  ];
  for (const [version, wanted, older] of rows) assert.equal(isOlder(version, wanted), older, version);
});

test('every test file belongs to exactly one suite', () => {
  const files = findSuites([]).flatMap((suite) => suite.files);
  assert.ok(files.includes('test/package/scripts.test.ts'));
  assert.equal(new Set(files).size, files.length);
});

test('a room or a file can be run alone', () => {
  assert.deepEqual(findSuites(['test/package/scripts.test.ts']), [
    { name: 'node', runner: 'node', files: ['test/package/scripts.test.ts'] },
  ]);
  const rooms = findSuites(['package']).flatMap(({ files }) => files.map((file) => file.split('/')[1]));
  assert.deepEqual([...new Set(rooms)], ['package']);
  assert.deepEqual(findSuites(['no-such-room']), []);
});

test('the walk to the first ring finds the portal in what npm start prints, and adds its steps up', () => {
  const output =
    'Installing.\n\n  Portal       http://localhost:4401/\n  Phone booth  http://localhost:4401/phone-booth/\n';
  assert.equal(findPortal(output), 'http://localhost:4401/');
  assert.equal(findPortal('Port 4400 is taken, using 4401\n'), null);
  const steps = [
    { name: 'git clone', milliseconds: 1_240 },
    { name: 'npm start', milliseconds: 61_000 },
  ];
  assert.equal(
    report(steps),
    'git clone                   1.2 s\nnpm start                  61.0 s\nfrom clone to ring         62.2 s',
  );
});

test('a page that broke before its tests ran counts as failed', () => {
  const passing = {
    tests: [{ passed: true }, { passed: true }],
    suites: [{ tests: [{ passed: false }], suites: [] }],
  };
  assert.deepEqual(countSession({ passed: false, errors: [], testResults: passing }), {
    passed: 2,
    failed: 1,
  });
  assert.deepEqual(countSession({ passed: false, errors: [new Error()] }), { passed: 0, failed: 1 });
  assert.deepEqual(countSession({ passed: false, errors: [] }), { passed: 0, failed: 1 });
});

test('tests of Node are counted one by one, and a file without a test not at all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'count-node-tests-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const files = [
    write('empty.test.mjs', ''),
    write('good.test.mjs', `import { test } from 'node:test'; test('a', () => {}); test('b', () => {});`),
    write(
      'bad.test.mjs',
      `import { test } from 'node:test'; test('a', () => { throw new Error('planted'); });`,
    ),
    write('broken.test.mjs', `throw new Error('planted');`),
  ];
  const counts = join(folder, 'counts.json');
  const reporter = fileURLToPath(new URL('../../scripts/count-node-tests.mjs', import.meta.url));
  // Else the inner runner would take itself for a part of the outer one, and report to it.
  const environment = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const options = [`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`];
  assert.throws(() => execFileSync(process.execPath, ['--test', ...options, ...files], { env: environment }));
  assert.deepEqual(JSON.parse(readFileSync(counts, 'utf8')), { passed: 2, failed: 2 });
  rmSync(folder, { recursive: true });
});

test('what was changed last in a folder is found at any depth, also where a file has gone, and not in what is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newest-'));
  const path = (name: string): string => join(folder, name);
  const touch = (name: string, second: number): void => utimesSync(path(name), second, second);
  mkdirSync(path('deep/deeper'), { recursive: true });
  mkdirSync(path('dist'));
  for (const name of ['deep/deeper/file', 'dist/file']) writeFileSync(path(name), '');
  touch('deep/deeper/file', 20);
  touch('dist/file', 90);
  for (const name of ['deep/deeper', 'deep', 'dist', '.']) touch(name, 10);
  assert.equal(newest([folder], ['dist']), 20_000);
  assert.equal(newest([folder]), 90_000);
  touch('deep', 30);
  assert.equal(newest([folder], ['dist']), 30_000);
  assert.equal(changedAt(path('dist/file')), 90_000);
  assert.equal(changedAt(path('missing')), null);
  rmSync(folder, { recursive: true });
});
