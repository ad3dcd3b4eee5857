/**
 * Writes docs/types.md from the doc comments of whatever the package exports beside its elements, as
 * `npm run manifest` does: states, errors, events, functions, hooks and the types of their parts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { code, table } from './markdown-tables.mjs';
import { root } from './run.mjs';

const path = 'docs/types.md';

const entries = [
  { name: 'twilio-phone', path: 'src/index.ts' },
  { name: 'twilio-phone/react', path: 'src/react/index.ts' },
];

/** In this order, each with what belongs there. What is in none is an element or its React component: docs/api.md. */
const chapters = [
  { title: 'Functions', holds: (symbol) => symbol.flags & ts.SymbolFlags.Function },
  { title: 'Events', holds: (symbol) => isClass(symbol) && pathOf(symbol).startsWith('src/events/') },
  {
    title: 'Classes',
    holds: (symbol) => isClass(symbol) && !/^src\/(?:elements|events)\//.test(pathOf(symbol)),
  },
  { title: 'Values', holds: (symbol) => symbol.flags & ts.SymbolFlags.Variable && !isComponent(symbol) },
  { title: 'Types', holds: (symbol) => isType(symbol) && !isComponent(symbol) },
];

/**
 * The reference of types, by its path.
 * @returns {Promise<Map<string, string>>}
 */
export async function createTypeReference() {
  const program = createProgram();
  const checker = program.getTypeChecker();
  const told = new Set();
  const parts = entries.map(({ name, path: entry }) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, entry)));
    const symbols = checker
      .getExportsOfModule(module)
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .filter((symbol) => !told.has(symbol) && told.add(symbol))
      .sort((left, right) => left.name.localeCompare(right.name));
    return `## ${code(name)}\n\n${writeChapters(symbols, checker)}`;
  });
  const text = `# Types

What the package exports beside its [elements](api.md). Written by \`npm run manifest\` from the source's own comments:
change them there. States are frozen; what is called "text from outside" is never markup.

${parts.join('\n\n')}
`;
  const options = await resolveConfig(join(root, path));
  return new Map([[path, await format(text, { ...options, filepath: path })]]);
}

/** The one that is there, by its path. */
export function readTypeReference() {
  return new Map([[path, readFileSync(join(root, path), 'utf8')]]);
}

function createProgram() {
  const file = join(root, 'tsconfig.build.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    entries.map((entry) => join(root, entry.path)),
    options,
  );
}

function writeChapters(symbols, checker) {
  return chapters
    .map(({ title, holds }) => [title, symbols.filter(holds)])
    .filter(([, held]) => held.length > 0)
    .map(([title, held]) => {
      const texts = held.map((symbol) => writeSymbol(symbol, checker));
      return `### ${title}\n\n${texts.join('\n\n')}`;
    })
    .join('\n\n');
}

function writeSymbol(symbol, checker) {
  const declaration = symbol.declarations[0];
  const parts = [`#### ${code(headingOf(symbol, declaration))}`, commentOf(symbol, checker)];
  if (ts.isTypeAliasDeclaration(declaration)) parts.push(code(oneLine(declaration.type)));
  else if (!isValue(declaration)) parts.push(writeMembers(symbol, checker));
  return parts.filter(Boolean).join('\n\n');
}

function headingOf(symbol, declaration) {
  return ts.isFunctionDeclaration(declaration) ? symbol.name + signatureOf(declaration) : symbol.name;
}

function isValue(declaration) {
  return ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration);
}

/** What a page can reach: neither what is private or static, nor what the browser's own classes bring. */
function writeMembers(symbol, checker) {
  const members = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((member) => member.declarations?.some(isOurs));
  return table(
    ['member', 'type', 'meaning'],
    members.map((member) => [
      code(member.name),
      code(typeOf(member, checker)),
      commentOf(member, checker).replaceAll('\n', ' '),
    ]),
  );
}

function isOurs(declaration) {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static;
  if (ts.getCombinedModifierFlags(declaration) & hidden) return false;
  if (ts.isPrivateIdentifier(declaration.name ?? declaration)) return false;
  return !declaration.getSourceFile().fileName.includes('node_modules');
}

function typeOf(member, checker) {
  const declaration = member.declarations[0];
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration))
    return signatureOf(declaration);
  if (declaration.type) return oneLine(declaration.type);
  return checker.typeToString(
    checker.getTypeOfSymbol(member),
    declaration,
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
  );
}

/** `(callId?: string): Promise<void>` */
function signatureOf({ parameters, type }) {
  const names = parameters.map(({ name, questionToken, initializer, type: wanted }) => {
    return `${name.getText()}${questionToken || initializer ? '?' : ''}${wanted ? `: ${oneLine(wanted)}` : ''}`;
  });
  return `(${names.join(', ')})${type ? `: ${oneLine(type)}` : ''}`;
}

function commentOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

function oneLine(node) {
  return node
    .getText()
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '');
}

function pathOf(symbol) {
  const file = symbol.declarations[0].getSourceFile().fileName.replaceAll('\\', '/');
  return file.slice(root.replaceAll('\\', '/').length);
}

function isClass(symbol) {
  return symbol.flags & ts.SymbolFlags.Class;
}

function isComponent(symbol) {
  return pathOf(symbol).startsWith('src/react/wrappers/');
}

function isType(symbol) {
  return symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias) && !isClass(symbol);
}
