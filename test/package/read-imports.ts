import ts from 'typescript';
import type { SourceFile } from './source-files.js';

/** One import, export-from or `import()` of a file. */
export interface Import {
  readonly specifier: string;
  /** `type` leaves nothing in the JavaScript; `lazy` is `import()`. */
  readonly kind: 'value' | 'type' | 'lazy';
}

/** Every import that a file makes, wherever it stands in the file. */
export function readImports({ path, text }: SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node, kind: Import['kind']): void => {
    if (ts.isStringLiteralLike(specifier)) imports.push({ specifier: specifier.text, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(
        node.moduleSpecifier,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'value',
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, 'type');
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier) add(specifier, 'lazy');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return imports;
}
