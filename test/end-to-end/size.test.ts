import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('what a page loads until the phone is painted, and until it is reachable, is within the figures', (t) => {
  const size = ['--import', 'tsx', 'scripts/size.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, size, { encoding: 'utf8' });
  for (const line of stdout.trim().split('\n')) t.diagnostic(line);
  assert.equal(status, 0, `${stdout}\n${stderr}`);
});
