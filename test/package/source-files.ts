import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the repository: where, with forward slashes from the root on, and what stands in it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All files below some folders whose names end in one of these ways. */
export function readSourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFile(path) }));
}

/** One file of the repository as text. */
export function readFile(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What tools leave in the folders of demo/frameworks. */
const notSources = ['node_modules', 'dist', '.angular'];

function listFiles(folder: string): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => !notSources.includes(name));
  return names.flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? listFiles(path) : [path];
  });
}
