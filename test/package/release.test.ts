/** How a version is made and published: the workflows, and the script that writes a version. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isOlder } from '../../scripts/check-node.mjs';
import { readFile } from './source-files.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface PackageJson {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly publishConfig: Readonly<Record<string, unknown>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageJson = JSON.parse(readFile('package.json')) as PackageJson;
const workflows = new Map(
  readdirSync(`${root}.github/workflows`).map((name) => [
    name,
    parse(readFile(`.github/workflows/${name}`)) as Workflow,
  ]),
);
const jobs = [...workflows.values()].flatMap((workflow) => Object.values(workflow.jobs));
const steps = jobs.flatMap((job) => job.steps);
const commands = steps.flatMap(({ run, with: input }) =>
  [run, input?.['version']].filter((text) => typeof text === 'string'),
);

test('what the workflows run is there', () => {
  assert.ok(workflows.has('ci.yml') && workflows.has('release.yml'));
  const named = commands.flatMap((text) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
  );
  assert.ok(named.includes('verify') && named.includes('release:publish'));
  assert.deepEqual(
    named.filter((name) => !packageJson.scripts[name]),
    [],
  );
});

test('what the workflows run is a script that a shell can read', () => {
  for (const text of commands) execFileSync('bash', ['-n', '-c', text]);
  assert.throws(() => execFileSync('bash', ['-n', '-c', 'echo "$('], { stdio: 'ignore' }));
});

test('the workflows’ Node is one that the package runs on, and every job has its end', () => {
  const versions = steps.flatMap(({ with: input }) => input?.['node-version'] ?? []).map(String);
  assert.ok(versions.length >= jobs.length);
  const wanted = packageJson.engines.node.replace('>=', '');
  // `20` stands for the newest of its line.
  assert.deepEqual(
    versions.filter((version) => isOlder(`${version}.99.0`, wanted)),
    [],
  );
  for (const job of jobs) assert.ok(job['timeout-minutes']);
});

test('a stranger’s pull request runs with nothing that could publish, and is never pasted into a script', () => {
  assert.deepEqual(workflows.get('ci.yml')?.permissions, { contents: 'read' });
  for (const { on } of workflows.values()) assert.equal('pull_request_target' in on, false);
  for (const text of commands) assert.doesNotMatch(text, /\$\{\{/);
});

test('only one job may prove where a package was built, and publishes with that proof', () => {
  const release = workflows.get('release.yml');
  assert.deepEqual(Object.keys(release?.on ?? {}), ['push']);
  assert.deepEqual(release?.permissions, {});
  const proving = jobs.filter(({ permissions }) => permissions?.['id-token'] === 'write');
  assert.deepEqual(proving, [release?.jobs['publish']]);
  const publishing = proving.flatMap((job) => job?.steps ?? []).map(({ run = '' }) => run);
  const [commandsAtOnce = ''] = publishing.filter((run) => run.includes('release:publish'));
  // A tag has an author, and npm compares the proof with the repository that the package names.
  for (const earlier of ['git config user.name', 'git config user.email', 'npm pkg set repository.type=git'])
    assert.ok(commandsAtOnce.split('npm run release:publish')[0]?.includes(earlier), earlier);
  assert.deepEqual(packageJson.publishConfig, { access: 'public', provenance: true });
});

test('changesets become a version and a chapter of the changelog, and it stands everywhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-release-'));
  try {
    const paths = ['package.json', 'package-lock.json', 'CHANGELOG.md', 'README.md', '.changeset'];
    for (const path of [...paths, 'src/core/version.ts', 'scripts/release-version.mjs', 'scripts/run.mjs']) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(root + path, join(folder, path), { recursive: true });
    }
    symlinkSync(`${root}node_modules`, join(folder, 'node_modules'), 'junction');
    const changeset = `---\n'twilio-phone': minor\n---\n\nIt rings twice.\n`;
    writeFileSync(join(folder, '.changeset/planted.md'), changeset);
    execFileSync(process.execPath, ['scripts/release-version.mjs'], { cwd: folder });

    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const [major, minor] = packageJson.version.split('.').map(Number);
    const next = `${major}.${(minor ?? 0) + 1}.0`;
    const versionOf = (path: string) => (JSON.parse(read(path)) as { version: string }).version;
    assert.equal(versionOf('package.json'), next);
    assert.equal(versionOf('package-lock.json'), next);
    assert.match(
      read('CHANGELOG.md'),
      new RegExp(`^# twilio-phone\\n\\n## ${next}\\n[\\s\\S]*It rings twice`),
    );
    assert.match(read('src/core/version.ts'), new RegExp(`'${next}'`));
    assert.match(read('README.md'), new RegExp(`/twilio-phone/${next}/`));
    assert.deepEqual(readdirSync(join(folder, '.changeset')), ['config.json']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
