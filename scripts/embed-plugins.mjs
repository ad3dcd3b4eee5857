/** What vite.config.ts does to the script tag's files, beyond what Vite does. */
import { minify } from 'terser';

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

/** Terser sees what Vite's own minifier leaves: 1 kB of 62. */
export function minifyFurther() {
  return {
    name: 'minify-further',
    async renderChunk(code) {
      const { code: minified, map } = await minify(code, {
        module: true,
        ecma: 2020,
        compress: { passes: 2 },
        format: { comments: false },
        sourceMap: true,
      });
      return { code: minified, map };
    },
  };
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
