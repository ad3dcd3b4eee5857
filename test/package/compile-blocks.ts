import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { ManualBlock } from './read-blocks.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the blocks would stand if they were files: within this package, so that they find what they import. */
const folder = posix.join(root.replaceAll('\\', '/'), '.cache/manual');

/** What a page or a server of the reader's own has, and a block only names. */
const readersOwn = {
  'session.d.ts': `declare module '@/lib/session' {
    export function getSession(request: Request): Promise<{ readonly userId: number } | null>;
  }`,
};

/** What the compiler has to say of blocks in TypeScript and JavaScript: `README.md:12: …`. */
export function compileBlocks(blocks: readonly ManualBlock[]): string[] {
  const files = new Map(Object.entries(readersOwn).map(([name, text]) => [`${folder}/${name}`, text]));
  const places = new Map<string, string>();
  for (const [index, { language, place, text }] of blocks.entries()) {
    const path = `${folder}/block-${index}.${language}`;
    // A block is a module of its own, whether or not it imports anything.
    files.set(path, `${text}\nexport {};\n`);
    places.set(path, place);
  }
  const options = readOptions();
  const program = ts.createProgram([...files.keys()], options, createHost(options, files));
  return [...places].flatMap(([path, place]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

/** Ours, with the package found by the names that a reader imports. */
function readOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return {
    ...options,
    checkJs: true,
    types: ['node'],
    // A sample does not ask whether its page has the phone that it has.
    strictNullChecks: false,
    noUnusedLocals: false,
    paths: {
      'twilio-phone': [`${root}src/index.ts`],
      'twilio-phone/define': [`${root}src/define.ts`],
      'twilio-phone/react': [`${root}src/react/index.ts`],
    },
  };
}

function createHost(options: ts.CompilerOptions, files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile(path, target, ...rest) {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, target, ...rest)
        : ts.createSourceFile(path, text, target);
    },
  };
}
