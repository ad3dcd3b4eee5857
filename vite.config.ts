import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { compactTemplates, emitLoader, inlineFiles, minifyFurther } from './scripts/embed-plugins.mjs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * The script tag's builds. dist/embed/twilio-phone.js paints and rings, what it needs later lies beside it in a
 * folder that is named after the version. With `--mode single` everything is in twilio-phone.single.js.
 * The npm package's own files are made by tsc alone, unbundled.
 */
export default defineConfig(({ mode }) => {
  const isSingle = mode === 'single';
  return {
    // Chunks are found from the script's own address, wherever it is served.
    base: './',
    publicDir: false,
    plugins: [compactTemplates(), ...(isSingle ? [inlineFiles()] : [minifyFurther(), emitLoader()])],
    build: {
      target: 'es2022',
      outDir: 'dist/embed',
      // The single file is made after the others, and lies with them.
      emptyOutDir: !isSingle,
      sourcemap: true,
      // The preload helper would cost two kilobytes to fetch one file a little earlier.
      modulePreload: false,
      lib: {
        entry: { [isSingle ? 'twilio-phone.single' : 'twilio-phone']: 'src/embed.ts' },
        formats: ['es'],
        fileName: (_format, name) => `${name}.js`,
      },
      rolldownOptions: {
        // Lazy chunks take what they share with the entry from the entry, instead of from one more file each.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // In library mode `build.minify` leaves the white space in: measured with vite 8.3.8.
          minify: true,
          codeSplitting: !isSingle,
          chunkFileNames: `${version}/[name]-[hash].js`,
          assetFileNames: `${version}/[name][extname]`,
        },
      },
    },
  };
});
