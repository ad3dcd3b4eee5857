/** One cell of a table written out in a test. An empty cell is null. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: string | null;
}

/** Reads `name | column | column` lines, the first of which names the columns. */
export function readTable(text: string): readonly Cell[] {
  const [head = [], ...rows] = text.trim().split('\n').map(cellsOf);
  return rows.flatMap(([row = '', ...values]) => {
    if (values.length !== head.length - 1) throw new Error(`The row ${row} has ${values.length} cells.`);
    return values.map((value, index) => ({ row, column: head[index + 1] ?? '', value: value || null }));
  });
}

function cellsOf(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}
