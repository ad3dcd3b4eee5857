/** What the manual says beside its blocks and its tables. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createManual } from '../../scripts/manual-tables.mjs';
import { readManualPages } from './read-blocks.js';
import { readFile, readSourceFiles } from './source-files.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = readManualPages();
const readme = readFile('README.md');

test('every link within the repository leads to a file, and to a heading that is there', () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)|(?:src|srcset)="(docs\/[^"]+)"/g)].map(
      ([, link, picture]) => ({ path, link: link ?? picture ?? '' }),
    ),
  );
  assert.ok(links.length > 30, `only ${links.length} links were read`);
  assert.deepEqual(
    links.filter(({ path, link }) => !isThere(path, link)),
    [],
  );
  assert.equal(isThere('README.md', 'docs/none.md'), false);
  assert.equal(isThere('README.md', '#no-such-heading'), false);
});

test('the README’s pictures are there for light and dark, of one size, and not heavy', () => {
  const pictures = ['light', 'dark'].map((scheme) => readFileSync(`${root}docs/images/phone-${scheme}.png`));
  for (const picture of pictures) {
    assert.equal(picture.toString('latin1', 1, 4), 'PNG');
    assert.ok(picture.length < 300_000, `${picture.length} bytes`);
  }
  // Width and height are the first two numbers of a PNG.
  const [light, dark] = pictures.map((picture) => picture.toString('hex', 16, 24));
  assert.equal(light, dark);
});

test('what the README’s troubleshooting quotes is what the phone says', () => {
  const [chapter = ''] = readme.split('\n## Troubleshooting\n')[1]?.split('\n## ') ?? [];
  const quoted = [...chapter.matchAll(/^\| "([^"]+)"/gm)].map(([, words = '']) => words);
  assert.ok(quoted.length >= 4, `only ${quoted.length} quotations were read`);
  const texts = readSourceFiles(['src/elements'], ['texts.ts'])
    .map(({ text }) => text)
    .join('\n');
  assert.deepEqual(
    quoted.filter((words) => !texts.includes(`'${words}`)),
    [],
  );
});

test('the README warns of the guide’s variable that hands the account to every visitor', () => {
  const [warning = ''] = /^> \*\*Warning\.\*\*(?:.*\n>)*.*$/m.exec(readme) ?? [];
  assert.match(warning, /NEXT_PUBLIC_TWILIO_AUTH_TOKEN/);
  const samples = pages.flatMap(({ text }) => [...text.matchAll(/^ *```[\s\S]*?^ *```$/gm)]);
  assert.deepEqual(
    samples.filter(([sample]) => sample.includes('NEXT_PUBLIC_')),
    [],
  );
});

test('every import that the README lists is an export of the package, and every export is listed', () => {
  const { exports } = JSON.parse(readFile('package.json')) as { exports: Record<string, unknown> };
  const listed = [...readme.matchAll(/^\| `(twilio-phone[\w./-]*)` /gm)].map(([, name = '']) => name);
  const files = ['twilio-phone.js', 'twilio-phone.single.js', 'twilio-phone.loader.js'];
  const exported = Object.keys(exports).map((name) => name.replace('.', 'twilio-phone'));
  const told = ['twilio-phone/define/*.js', 'twilio-phone/package.json'];
  assert.deepEqual(
    listed.filter((name) => !files.includes(name)).sort(),
    exported.filter((name) => !told.includes(name)).sort(),
  );
});

test('a table is written between its comments, whatever stands there, and cells hold no row’s end', async () => {
  const phone = {
    tagName: 'twilio-phone',
    summary: 'The phone.',
    attributes: [
      { name: 'dock', description: 'Where | it\nstands.' },
      { name: 'ringing', description: '(read-only) Somebody calls.' },
    ],
    members: [
      {
        kind: 'method',
        name: 'call',
        parameters: [{ name: 'to' }, { name: 'id', optional: true }],
        return: { type: { text: 'A | B' } },
        description: 'Calls.',
      },
      { kind: 'field', name: 'dock', attribute: 'dock', type: { text: 'string' } },
      { kind: 'field', name: 'ringer', type: { text: 'Ringer' }, description: 'What rings.' },
    ],
  };
  const manifest = { modules: [{ declarations: [phone, { name: 'NoElement' }] }] };
  const places = ['attributes', 'states', 'methods', 'properties', 'elements'];
  const text = places.map((name) => `<!-- table: ${name} -->\nold\n<!-- end of table -->\n`).join('\n');
  const written = (await createManual(manifest, text)).get('README.md') ?? '';
  assert.match(written, /^\| `dock` +\| Where \\\| it stands\. \|$/m);
  assert.match(written, /^\| `ringing` \| Somebody calls\. \|$/m);
  assert.match(written, /^\| `call\(to, id\?\): A \\\| B` \| Calls\. +\|$/m);
  assert.match(written, /^\| `ringer` \| `Ringer` \| What rings\. \|$/m);
  assert.match(written, /^\| `<twilio-phone>` \| The phone\. \|$/m);
  assert.equal(written.match(/`dock`/g)?.length, 1);
  assert.doesNotMatch(written, /old|NoElement/);
});

test('a place for a table that nobody knows is told', async () => {
  const manifest = { modules: [{ declarations: [{ tagName: 'twilio-phone' }] }] };
  const text = '<!-- table: nonsense -->\n<!-- end of table -->\n';
  await assert.rejects(createManual(manifest, text), /a table of nonsense/);
});

function isThere(from: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(root + path)) return false;
  return heading === undefined || headingsOf(readFile(path)).includes(heading);
}

/** The headings of a page as GitHub writes them into addresses. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
