/**
 * The manual's own chapters, as the README and docs/ have them: their tables come from the manifest and their
 * blocks are run or compiled by tests, so that nothing is written here a second time.
 */
import reference from '../../docs/api.md?raw';
import errors from '../../docs/errors.md?raw';
import tokenEndpoints from '../../docs/token-endpoints.md?raw';
import voiceWebhook from '../../docs/voice-webhook.md?raw';
import readme from '../../README.md?raw';

/** A chapter of the README, without its heading. */
export function chapter(heading: string): string {
  return sectionOf(readme, `## ${heading}`);
}

/** What docs/api.md says of one kind of thing, such as `Attributes` or `Parts`: of every element but the phone. */
export function tablesOfParts(kind: string): string {
  const elements = reference.split(/^## /m).slice(1);
  const tables = elements.flatMap((text) => {
    const [tag = ''] = text.split('\n');
    const isAsked = tag !== '`<twilio-phone>`' && text.includes(`\n### ${kind}\n`);
    return isAsked ? [`### ${tag}\n\n${sectionOf(text, `### ${kind}`)}`] : [];
  });
  if (tables.length === 0) throw new Error(`No element has any ${kind}.`);
  return tables.join('\n\n');
}

/** The token endpoint, in the languages of servers. */
export const tokenEndpointSamples = linked(withoutTitle(tokenEndpoints));

/** Where a call goes. */
export const voiceWebhookSample = linked(withoutTitle(voiceWebhook));

/** The rows of docs/errors.md about these codes, as one table. */
export function errorRows(codes: readonly string[]): string {
  const lines = errors.split('\n');
  const head = lines.findIndex((line) => /^\| code\b/.test(line));
  const rows = codes.map((code) => {
    const row = lines.find((line) => line.startsWith(`| \`${code}\` `));
    if (!row) throw new Error(`docs/errors.md has no row for ${code}.`);
    return row;
  });
  return linked([...lines.slice(head, head + 2), ...rows].map(trimCells).join('\n'));
}

function trimCells(line: string): string {
  return line.replace(/ {2,}/g, ' ').replace(/-{4,}/g, '---');
}

function sectionOf(text: string, heading: string): string {
  const [, after] = text.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`There is no chapter "${heading}".`);
  const level = heading.replace(/[^#].*$/, '').length;
  const end = new RegExp(`^#{1,${level}} `, 'm').exec(withoutBlocks(after))?.index ?? after.length;
  return linked(after.slice(0, end).trim());
}

/** As long as it was, so that places in it stay where they were. */
function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, (block) => ' '.repeat(block.length));
}

function withoutTitle(text: string): string {
  return text.replace(/^# .*\n/, '').trim();
}

/** Where the manual's links lead from Storybook: chapters have pages here, files are named. */
function linked(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[([^\]]+)\]\(#([\w-]+)\)/g, '$1')
    .replace(/\[([^\]]+)\]\((?!https?:)([^)]+)\)/g, (_, words: string, path: string) =>
      words === path ? `\`${path}\`` : `${words} (\`${path}\`)`,
    );
}
