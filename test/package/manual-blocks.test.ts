/** Every block of the manual is run, compiled or compared with what it speaks of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBlocks } from './compile-blocks.js';
import { parsePhp, parseRuby } from './parse-samples.js';
import { readBlocks, readManualBlocks } from './read-blocks.js';
import type { ManualBlock } from './read-blocks.js';
import { readFile } from './source-files.js';

const blocks = readManualBlocks();
const { scripts, version } = JSON.parse(readFile('package.json')) as {
  scripts: Record<string, string>;
  version: string;
};

const compiled = ['js', 'ts', 'tsx'];

/** What is said against a block, by its language. Compiled languages are compiled all at once. */
const checks: Readonly<Record<string, (text: string) => readonly string[]>> = {
  json: checkJson,
  sh: (text) => text.split('\n').flatMap(checkCommand),
  css: checkStyles,
  text: checkOutput,
  // Opened in a browser: test/end-to-end/manual.test.ts.
  html: checkVersion,
  // Its policy is obeyed by a page: test/end-to-end/strict-page.test.ts.
  http: (text) => (text.startsWith('Content-Security-Policy:\n') ? [] : ['it is no policy']),
  // Compared with what the webhook answers: test/package/voice-webhook.test.ts.
  xml: (text) => (text.includes('<Response>') ? [] : ['it is no TwiML']),
  // Parsed, not run: their interpreters are no small thing. The tokens they make: token-endpoints.test.ts.
  ruby: (text) => parseRuby(text).complaints,
  php: (text) => parsePhp(text).complaints,
};

test('every block has a language that is checked', () => {
  assert.ok(blocks.length > 15, `only ${blocks.length} blocks were read`);
  const unknown = blocks.filter(({ language }) => !compiled.includes(language) && !checks[language]);
  assert.deepEqual(
    unknown.map(({ place, language }) => `${place}: ${language || 'no language'}`),
    [],
  );
});

test('blocks in TypeScript and JavaScript compile against the package’s own types', () => {
  const planted = [
    plant('js', `document.querySelector('twilio-phone').makeCal('+12025550101');`),
    plant('tsx', `import { TwilioPhone } from 'twilio-phone/react'; <TwilioPhone tokenURL="/token" />;`),
    plant('ts', `import { nothing } from 'twilio-phone';`),
  ];
  const samples = blocks.filter(({ language }) => compiled.includes(language));
  assert.ok(samples.length > 6, `only ${samples.length} of them`);
  const complaints = compileBlocks([...samples, ...planted]);
  const isPlanted = (complaint: string) => complaint.startsWith('planted');
  assert.deepEqual(
    complaints.filter((complaint) => !isPlanted(complaint)),
    [],
  );
  assert.equal(complaints.filter(isPlanted).length, planted.length, complaints.join('\n'));
});

test('commands are there, JSON, Ruby and PHP can be read, styles name what can be styled, and output is what is printed', () => {
  const complaints = blocks.flatMap(({ place, language, text }) =>
    (checks[language]?.(text) ?? []).map((complaint) => `${place}: ${complaint}`),
  );
  assert.deepEqual(complaints, []);
});

test('what is wrong with a block is found', () => {
  assert.equal(checkCommand('npm run no-such-script').length, 1);
  assert.equal(checkCommand('rm -rf /').length, 1);
  assert.equal(checkCommand('export TWILIO_NONSENSE=1').length, 1);
  assert.equal(checkJson('{ token: 1 }').length, 1);
  assert.equal(checkStyles('twilio-phone::part(none) { --twilio-phone-none: red }').length, 2);
  assert.equal(checkOutput('Telephone  http://localhost:4400/').length, 1);
  assert.equal(checkVersion('<script src="/twilio-phone/99.0.0/twilio-phone.js"></script>').length, 1);
  assert.match(
    parseRuby('def show\n  render json: {').complaints.join(),
    /expected an `end` to close the `def`/,
  );
  assert.match(parsePhp('<?php\n$token = new AccessToken(;').complaints.join(), /unexpected ';' on line 2/);
  assert.throws(() => readBlocks('planted.md', '```sh\nnpm start'), /planted\.md:1: the block has no end/);
});

function plant(language: string, text: string): ManualBlock {
  return { place: `planted.${language}`, language, text };
}

function checkJson(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Scripts of ours, the installation of known packages, and variables that the demo reads. */
function checkCommand(line: string): string[] {
  const [, script] = /^npm (?:run )?([\w:-]+)(?: -- [\w ./-]+)?$/.exec(line) ?? [];
  if (script && (scripts[script] || script === 'ci')) return [];
  if (/^npm install (?:twilio-phone|twilio)$/.test(line)) return [];
  const [, assignments] = /^export (.+)$/.exec(line) ?? [];
  const readByTheDemo = ['main.ts', 'twilio-account.ts']
    .map((name) => readFile(`demo/server/${name}`))
    .join();
  const names = (assignments ?? '').split(' ').map((assignment) => assignment.replace(/=.*/, ''));
  if (assignments) return names.filter((name) => !readByTheDemo.includes(`'${name}'`));
  return [`nobody has checked \`${line}\``];
}

function checkStyles(text: string): string[] {
  const manifest = readFile('custom-elements.json');
  const parts = [...text.matchAll(/::part\(([\w-]+)\)/g)].map(([, name = '']) => name);
  const properties = [...text.matchAll(/--twilio-phone-[\w-]+/g)].map(([name]) => name);
  return [...parts, ...properties].filter((name) => !manifest.includes(`"name": "${name}"`));
}

/** What the demo prints, but for its addresses. */
function checkOutput(text: string): string[] {
  const printed = readFile('demo/server/main.ts');
  const labels = text.split('\n').map((line) => line.replace(/http:\/\/localhost:4400\/[\w/-]*$/, ''));
  return labels.filter((label) => !printed.includes(`${label}$`));
}

/** Addresses with a version have the one of this package. */
function checkVersion(text: string): string[] {
  return [...text.matchAll(/\/(\d+\.\d+\.\d+)\//g)]
    .map(([, named = '']) => named)
    .filter((named) => named !== version);
}
