import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * A plugin for the test server: bundles each named package once, with everything it imports, and serves the
 * bundle wherever a test imports the package. Its code is the registry's, only joined.
 * @param {string[]} names
 */
export function bundlePackages(names) {
  const bundles = new Map();
  const addressOf = (name) => `/__bundled__/${name.replace(/[^a-z0-9]+/gi, '-')}.js`;
  return {
    name: 'bundle-packages',
    async serverStart() {
      for (const name of names) bundles.set(addressOf(name), await bundle(name));
    },
    resolveImport: ({ source }) => (names.includes(source) ? addressOf(source) : undefined),
    serve: ({ path }) => (bundles.has(path) ? { body: bundles.get(path), type: 'js' } : undefined),
  };
}

/**
 * One package with everything it imports, as the text of a module.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function bundle(name) {
  const [result] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(import.meta.resolve(name)), formats: ['es'], fileName: 'bundle' },
    },
  });
  return result.output[0].code;
}
