import { fileURLToPath } from 'node:url';

/** The path of a file beside the scripts' folder, written as the bundler writes paths on every system. */
export function pathOf(pathFromScripts) {
  return fileURLToPath(new URL(pathFromScripts, import.meta.url)).replaceAll('\\', '/');
}
