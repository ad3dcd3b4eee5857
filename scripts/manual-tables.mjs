/**
 * Writes what the manual says of each element from custom-elements.json, as `npm run manifest` does: the tables
 * of README.md, each between its two comments, and docs/api.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { code, table } from './markdown-tables.mjs';
import { root } from './run.mjs';

const readmePath = 'README.md';
const referencePath = 'docs/api.md';

/** `<!-- table: attributes -->`, whatever stands there now, and `<!-- end of table -->`. */
const place = /(<!-- table: ([\w ]+) -->)[\s\S]*?(<!-- end of table -->)/g;

/**
 * The manual's files that a manifest gives, by path.
 * @param {{ modules: { declarations?: object[] }[] }} manifest
 * @param {string} readme The text whose tables are to be written anew.
 * @returns {Promise<Map<string, string>>}
 */
export async function createManual(manifest, readme = readCommitted(readmePath)) {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort(byPhoneFirst);
  const files = [
    [readmePath, fillIn(readme, elements)],
    [referencePath, writeReference(elements)],
  ];
  return new Map(await Promise.all(files.map(async ([path, text]) => [path, await tidy(path, text)])));
}

/** The manual's files that are there, by path. */
export function readManual() {
  return new Map([readmePath, referencePath].map((path) => [path, readCommitted(path)]));
}

function fillIn(readme, elements) {
  const phone = elements.find(({ tagName }) => tagName === 'twilio-phone');
  const tables = {
    elements: table(
      ['element', 'what it is'],
      elements.map(({ tagName, summary, description }) => [code(`<${tagName}>`), summary ?? description]),
    ),
    ...tablesOf(phone),
  };
  return readme.replace(place, (_, begin, name, end) => {
    if (!tables[name]) throw new Error(`README.md has a place for a table of ${name}, which nobody knows.`);
    return `${begin}\n\n${tables[name]}\n\n${end}`;
  });
}

function writeReference(elements) {
  const chapters = elements.map((element) => {
    const tables = Object.entries(tablesOf(element)).filter(([, text]) => text);
    return [
      `## \`<${element.tagName}>\``,
      element.summary,
      element.description,
      ...tables.map(([name, text]) => `### ${name[0].toUpperCase()}${name.slice(1)}\n\n${text}`),
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  return `# API

Every element and all that a page may use of it. Written by \`npm run manifest\` from the source's own comments:
change them there.

${elements.map(({ tagName }) => `- [\`<${tagName}>\`](#${tagName})`).join('\n')}

${chapters.join('\n\n')}
`;
}

/** All tables of one element by their names; an empty text where it has nothing of the kind. */
function tablesOf({ attributes = [], members = [], events = [], slots = [], cssParts = [], ...element }) {
  const set = attributes.filter(({ description }) => !isReadOnly(description));
  const states = attributes.filter(({ description }) => isReadOnly(description));
  const properties = members.filter(({ kind, attribute, ...member }) => {
    return kind === 'field' && !attribute && !member.static;
  });
  return {
    attributes: nameTable('attribute', set),
    states: nameTable('attribute', states),
    properties: table(
      ['property', 'type', 'meaning'],
      properties.map(({ name, type, description }) => [code(name), code(type.text), description]),
    ),
    methods: table(
      ['method', 'meaning'],
      members
        .filter(({ kind }) => kind === 'method')
        .map((method) => [code(signature(method)), method.description]),
    ),
    events: table(
      ['event', 'when'],
      events.map(({ name, description }) => [code(name), description]),
    ),
    slots: nameTable('slot', slots),
    parts: nameTable('part', cssParts),
    'custom properties': nameTable('custom property', element.cssProperties ?? []),
  };
}

function nameTable(heading, rows) {
  return table(
    [heading, 'meaning'],
    rows.map(({ name, description = '' }) => [
      name ? code(name) : '(default)',
      description.replace(/^\(read-only\) /, ''),
    ]),
  );
}

function isReadOnly(description = '') {
  return description.startsWith('(read-only)');
}

function signature({ name, parameters = [], return: answer }) {
  const names = parameters.map((parameter) => {
    return `${parameter.name}${parameter.optional || parameter.default ? '?' : ''}`;
  });
  return `${name}(${names.join(', ')})${answer ? `: ${answer.type.text}` : ''}`;
}

/** The phone, then the others by their names. */
function byPhoneFirst({ tagName: left }, { tagName: right }) {
  if (left === right) return 0;
  if (left === 'twilio-phone') return -1;
  return right === 'twilio-phone' ? 1 : left.localeCompare(right);
}

function readCommitted(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

async function tidy(path, text) {
  return format(text, { ...(await resolveConfig(join(root, path))), filepath: path });
}
