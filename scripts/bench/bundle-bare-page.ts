import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The bare page's script and the Voice SDK as one file, built as ours is. */
export async function bundleBarePage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('bare-page.js', import.meta.url)),
        formats: ['es'],
        fileName: 'bare-page',
      },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [];
  if (!bundle) throw new Error('The bare page was not built.');
  return bundle.output[0].code;
}
