/** Text from outside (callers' names and numbers), made fit to be shown. It is never markup. */

const LONGEST_IN_CHARACTERS = 60;
/** Control, direction and other invisible characters, but not the joiners that some scripts are written with. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Keeps a text apart from the reading direction of the words around it, where no `<bdi>` can stand. */
export function isolated(text: string): string {
  return text && `\u2068${text}\u2069`;
}

/** One line without invisible characters, and not longer than a line can be. Null and nothing are ''. */
export function outsideText(text: string | null): string {
  const line = (text ?? '').replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= LONGEST_IN_CHARACTERS) return line;
  return `${characters
    .slice(0, LONGEST_IN_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}
