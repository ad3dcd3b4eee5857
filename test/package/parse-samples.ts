/** Samples in languages whose interpreters are not at hand, read by parsers of theirs. */
import { loadPrism } from '@ruby/prism';
import php from 'php-parser';

/** A node of a syntax tree, as plain data: `type` says what a node of Ruby's is, `kind` what one of PHP's. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** What a parser makes of a sample. */
export interface ParsedSample {
  /** What is wrong with it; the tree is only whole when nothing is. */
  readonly complaints: readonly string[];
  /** Every node, each before those that stand in it. */
  readonly nodes: readonly SyntaxNode[];
}

const prism = await loadPrism();

/** By Ruby's own parser, compiled to WebAssembly. What Ruby would warn of is wrong too. */
export function parseRuby(text: string): ParsedSample {
  const { value, errors, warnings } = prism(text);
  const complaints = [...errors, ...warnings].map(({ message }) => String(message));
  // Its nodes write themselves as plain data.
  return { complaints, nodes: nodesIn(JSON.parse(JSON.stringify(value))) };
}

/** As PHP 8.3 reads it. */
export function parsePhp(text: string): ParsedSample {
  const engine = new php.Engine({ parser: { version: '8.3' } });
  try {
    return { complaints: [], nodes: nodesIn(engine.parseCode(text, 'sample.php')) };
  } catch (error) {
    return { complaints: [String(error)], nodes: [] };
  }
}

/** All nodes that stand in a value of a tree. */
export function nodesIn(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as SyntaxNode, ...Object.values(value).flatMap(nodesIn)];
}
