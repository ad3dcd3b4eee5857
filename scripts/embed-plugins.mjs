/** What vite.config.ts does to the script tag's files, beyond what Vite does. */
import { minify } from 'terser';
import { shortPrivateNames } from './private-names.mjs';

/** Minifiers leave templates as they are. Between tags and declarations a line's end says as much as its indentation. */
export function compactTemplates() {
  return {
    name: 'compact-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/elements/')) return null;
      // Lines stay lines, so that source maps stay true; of styles nobody reads one.
      const unindented = code.replace(/^ +/gm, '');
      return { code: id.endsWith('.styles.ts') ? compactStyles(unindented) : unindented, map: null };
    },
  };
}

/** White space and last semicolons say nothing in a style sheet. */
export function compactStyles(code) {
  return code.replace(/css`[^`]*`/g, (styles) =>
    styles
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/: /g, ':')
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/;}/g, '}'),
  );
}

/** Terser sees what Vite's own minifier leaves, and shortens the names that the Voice SDK keeps to itself. */
export function minifyFurther() {
  const names = shortPrivateNames();
  return {
    name: 'minify-further',
    async renderChunk(code) {
      const { code: minified, map } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 2 },
        mangle: { properties: { regex: new RegExp(`^(?:${[...names.keys()].join('|')})$`) } },
        nameCache: {
          props: { props: Object.fromEntries([...names].map(([name, short]) => [`$${name}`, short])) },
        },
        format: { comments: false },
        sourceMap: true,
      });
      return { code: minified, map };
    },
  };
}

/**
 * One file for all that `entries` need and `paints` has not: what is needed together compresses better together,
 * and comes in one answer. Of the modules that it is asked about it says the name of their file, or null.
 */
export function fileForRinging({ name, paints, entries }) {
  let inFile = null;
  return (id, graph) => {
    inFile ??= collect(entries, graph, collect([paints], graph));
    return inFile.has(id) ? name : null;
  };
}

/** The modules that are imported, not by `import()`, from these on. */
function collect(ids, graph, except = new Set(), found = new Set()) {
  for (const id of ids) {
    if (found.has(id) || except.has(id)) continue;
    found.add(id);
    collect(graph.getModuleInfo(id)?.importedIds ?? [], graph, except, found);
  }
  return found;
}

/** A classic script that loads the module which lies beside it. */
export function emitLoader() {
  return {
    name: 'emit-loader',
    generateBundle() {
      const source = "import(new URL('./twilio-phone.js',document.currentScript.src).href);\n";
      this.emitFile({ type: 'asset', fileName: 'twilio-phone.loader.js', source });
    },
  };
}

/** Whatever would lie beside the script is in it instead. */
export function inlineFiles() {
  return {
    name: 'inline-files',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('/src/') ? { code: code.replaceAll('?no-inline', '?inline'), map: null } : null;
    },
  };
}
