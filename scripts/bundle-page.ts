import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A page's script, with all that it imports at once or later, as one file built as ours is. */
export async function bundlePage(entry: URL): Promise<string> {
  const path = fileURLToPath(entry);
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: path, formats: ['es'], fileName: basename(path, extname(path)) },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [];
  if (!bundle) throw new Error(`${path} was not built.`);
  return bundle.output[0].code;
}
