import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/**
 * The script tag's build: dist/embed/twilio-phone.js paints and rings, what it needs later lies beside it.
 * The npm package's own files are made by tsc alone, unbundled.
 */
export default defineConfig({
  // Chunks are found from the script's own address, wherever it is served.
  base: './',
  publicDir: false,
  plugins: [withoutIndentation()],
  build: {
    target: 'es2022',
    outDir: 'dist/embed',
    sourcemap: true,
    // The preload helper would cost two kilobytes to fetch one file a little earlier.
    modulePreload: false,
    lib: {
      entry: { 'twilio-phone': 'src/embed.ts' },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: {
      // Lazy chunks take what they share with the entry from the entry, instead of from one more file each.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // In library mode `build.minify` leaves the white space in: measured with vite 8.3.8.
        minify: true,
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});

/** Minifiers leave templates as they are. Between tags and declarations a line's end says as much as its indentation. */
function withoutIndentation(): Plugin {
  return {
    name: 'without-indentation',
    enforce: 'pre',
    transform(code, id) {
      // Lines stay lines, so that source maps stay true.
      return id.includes('/src/elements/') ? { code: code.replace(/^ +/gm, ''), map: null } : null;
    },
  };
}
