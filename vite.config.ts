import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { compactVoiceSdk } from './scripts/compact-voice-sdk.mjs';
import {
  compactTemplates,
  emitLoader,
  fileForRinging,
  inlineFiles,
  minifyFurther,
} from './scripts/embed-plugins.mjs';
import { pathOf } from './scripts/path-of.mjs';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const ringing = fileForRinging({
  name: 'ring',
  paints: pathOf('../src/embed.ts'),
  entries: [
    '../src/phone/create-phone.ts',
    '../src/elements/shared/call-attributes.ts',
    '../node_modules/@twilio/voice-sdk/esm/twilio.js',
  ].map(pathOf),
});

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
    plugins: [
      compactTemplates(),
      compactVoiceSdk(),
      ...(isSingle ? [inlineFiles()] : [minifyFurther(), emitLoader()]),
    ],
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
          codeSplitting: isSingle
            ? false
            : { groups: [{ name: ringing, debugName: 'ring', includeDependenciesRecursively: false }] },
          chunkFileNames: `${version}/[name]-[hash].js`,
          assetFileNames: `${version}/[name][extname]`,
        },
      },
    },
  };
});
