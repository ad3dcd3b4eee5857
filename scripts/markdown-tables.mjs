/**
 * A table in Markdown; an empty text when it has no rows.
 * @param {string[]} headings
 * @param {string[][]} rows
 */
export function table(headings, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * A word of code in a line of text.
 * @param {string} text
 */
export function code(text) {
  return `\`${text}\``;
}

/** What would end a cell or a row does not. */
function cell(text = '') {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
