import { readFile, readSourceFiles } from './source-files.js';
import type { SourceFile } from './source-files.js';

/** A fenced block of the manual. */
export interface ManualBlock {
  /** `README.md:12`, for messages. */
  readonly place: string;
  /** What stands behind the fence: `html`, `tsx`. */
  readonly language: string;
  readonly text: string;
}

/** The pages of the manual: what is written for those who use the phone. */
export function readManualPages(): SourceFile[] {
  const docs = readSourceFiles(['docs'], ['.md']).filter(({ path }) => !path.startsWith('docs/decisions/'));
  return [{ path: 'README.md', text: readFile('README.md') }, ...docs];
}

/** Every fenced block of the manual, in its order. */
export function readManualBlocks(): ManualBlock[] {
  return readManualPages().flatMap(({ path, text }) => readBlocks(path, text));
}

/** Every fenced block of one page. Throws when a fence is not closed. */
export function readBlocks(path: string, text: string): ManualBlock[] {
  const blocks: ManualBlock[] = [];
  let open: { line: number; indent: string; language: string; lines: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', language = ''] = /^( *)```(\w*)$/.exec(line) ?? [];
    const isFence = /^ *```\w*$/.test(line);
    if (!open) {
      if (isFence) open = { line: index + 1, indent, language, lines: [] };
    } else if (isFence && language === '') {
      const { lines } = open;
      blocks.push({ place: `${path}:${open.line}`, language: open.language, text: lines.join('\n') });
      open = null;
    } else {
      open.lines.push(line.slice(open.indent.length));
    }
  }
  if (open) throw new Error(`${path}:${open.line}: the block has no end`);
  return blocks;
}
