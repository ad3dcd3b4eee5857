/**
 * The Voice SDK for the script tag: without what no call needs and no browser runs that could run the rest. What it
 * does in a call, what it says and what it is asked by stay Twilio's. docs/decisions/0006-size-until-reachable.md
 * says why, and what each part weighs.
 */
import { pathOf } from './path-of.mjs';

/** A part of the path of each of the SDK's modules, as the bundler writes it on every system. */
const sdk = '/node_modules/@twilio/voice-sdk/esm/twilio';
const preflight = 'preflight/preflight.js';

/** What stands in for modules of the SDK, by the end of the path that it imports them by. */
const standIns = [
  {
    // The check of the network follows with who makes one.
    path: preflight,
    code: 'export let PreflightTest;\nexport function bringPreflight(Test) {\nPreflightTest = Test;\n}',
  },
  {
    // For browsers whose `getStats()` takes a callback: the last were of 2017, and cannot read private members.
    path: 'mockrtcstatsreport.js',
    code: 'export default {};',
  },
];

/**
 * The SDK's packages that are not modules yet, made modules. loglevel would else hand itself to a page's own AMD loader
 * (RequireJS), and the SDK would have none.
 */
const modules = [
  {
    path: 'events/events.js',
    before: 'const module = { exports: {} };',
    after: '\nexport { EventEmitter };',
  },
  {
    path: 'loglevel/lib/loglevel.js',
    before: 'const define = null, module = { exports: {} };',
    after: '\nexport const { getLogger, levels } = module.exports;',
  },
];

/** Fails when the SDK, or our test call, is not what it was when this was written. */
export function compactVoiceSdk() {
  const awaited = new Set([...standIns, ...modules].map(({ path }) => path));
  awaited.add('advice').add('test-call.ts');
  return {
    name: 'compact-voice-sdk',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.startsWith('\0instead-of:')) return source;
      const standIn = importer?.includes(sdk) && standIns.find(({ path }) => source.endsWith(path));
      if (!standIn) return null;
      awaited.delete(standIn.path);
      return nameOf(standIn.path);
    },
    load: (id) => standIns.find(({ path }) => id === nameOf(path))?.code ?? null,
    transform(code, id) {
      const changed = change(code, id.replace(/\?.*/, ''), awaited);
      return changed && { code: changed, map: null };
    },
    buildEnd(error) {
      if (!error && awaited.size > 0)
        throw new Error(`The Voice SDK has changed: ${[...awaited].join(', ')}.`);
    },
  };
}

/** `causes`, `solutions` and `description` of errors, which nobody is shown; their other words stay. */
export function withoutAdvice(code) {
  return code
    .replace(/^ *this\.(?:causes|solutions) = \[[^]*?\];$/gm, keepLines)
    .replace(/^ *this\.description = '.*';$/gm, '');
}

/** So that source maps stay true. */
function keepLines(text) {
  return text.replace(/[^\n]/g, '');
}

function change(code, id, awaited) {
  const module = modules.find(({ path }) => id.endsWith(`/node_modules/${path}`));
  if (module) {
    awaited.delete(module.path);
    return module.before + code + module.after;
  }
  if (id.endsWith('/src/twilio/test-call.ts')) {
    awaited.delete('test-call.ts');
    return bringPreflight + code;
  }
  if (!id.endsWith(`${sdk}/errors/generated.js`)) return null;
  const plain = withoutAdvice(code);
  if (plain.length < code.length) awaited.delete('advice');
  return plain;
}

function nameOf(path) {
  return `\0instead-of:${path}`;
}

const bringPreflight = [
  `import { PreflightTest } from ${JSON.stringify(pathOf(`..${sdk}/${preflight}`))};`,
  `import { bringPreflight } from ${JSON.stringify(nameOf(preflight))};`,
  'bringPreflight(PreflightTest);',
].join(' ');
