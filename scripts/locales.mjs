/**
 * `npm run locales` brings the languages up to date: finds every sentence in the source, adds new ones to
 * src/locales/*.xlf without a translation, drops old ones, and writes the modules that the phone loads.
 * `npm run locales:check` only compares: both are committed, so both must be fresh.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root, runTool } from './run.mjs';

const tool = '@lit/localize-tools/bin/lit-localize.js';
const configFile = join(root, 'lit-localize.json');
const localesFolder = join(root, 'src/locales');

/** True when the committed files are the ones that the source gives. */
export async function areLocalesFresh() {
  const folder = mkdtempSync(join(tmpdir(), 'twilio-phone-locales-'));
  try {
    cpSync(localesFolder, folder, { recursive: true });
    if ((await writeLocales(folder)) !== 0) return false;
    const [committed, fresh] = [localesFolder, folder].map(readFolder);
    return JSON.stringify(committed) === JSON.stringify(fresh);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the files of every language into a folder. The answer is the exit code of the tool, or 0. */
async function writeLocales(folder) {
  const config = writeConfig(folder);
  for (const command of ['extract', 'build']) {
    const exitCode = await runTool(tool, [`--config=${config}`, command]);
    if (exitCode !== 0) return exitCode;
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
    await tidy(join(folder, name));
  }
  rmSync(config);
  return 0;
}

/** The tool finds its files from where its configuration stands. */
function writeConfig(folder) {
  const config = JSON.parse(readFileSync(configFile, 'utf8'));
  const file = join(folder, 'config.json');
  const places = {
    $schema: undefined,
    tsConfig: join(root, config.tsConfig),
    interchange: { ...config.interchange, xliffDir: folder },
    output: { ...config.output, outputDir: folder },
  };
  writeFileSync(file, JSON.stringify({ ...config, ...places }));
  return file;
}

/** What the tool writes, in the form of the house: its own head switches rules off that need not be. */
async function tidy(file) {
  const text = readFileSync(file, 'utf8');
  const language = file.match(/(\w+)\.ts$/)[1];
  const templates = text.slice(text.indexOf('export const templates'));
  const imports = templates.includes('str`')
    ? "import { str } from '@lit/localize/internal/str-tag.js';\n\n"
    : '';
  const head = `/** Written by \`npm run locales\` from ${language}.xlf: change it there. */\n`;
  const options = await resolveConfig(configFile);
  writeFileSync(file, await format(head + imports + templates, { ...options, parser: 'typescript' }));
}

function readFolder(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

async function main() {
  if (process.argv[2] !== '--check') return writeLocales(localesFolder);
  if (await areLocalesFresh()) return 0;
  console.error(
    'src/locales is not what the source gives: run `npm run locales`, translate what is new, and commit it.',
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
