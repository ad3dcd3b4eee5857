/**
 * What the script tag's build leaves out of the Voice SDK, or fetches later. What it does in a call, what it says
 * and what it is asked by stay Twilio's: docs/decisions/0006-size-until-reachable.md says what this saves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const sdk = join(modules, '@twilio/voice-sdk/esm');
/** What the SDK's objects inherit from has private names of its own, which are not ours to change. */
const foundations = ['events/events.js', 'loglevel/lib/loglevel.js', 'tslib/tslib.es6.mjs'];

/**
 * The SDK's packages that are not modules yet, made modules. loglevel would else hand itself to a page's own AMD loader
 * (RequireJS), and the SDK would have none.
 */
const asModules = [
  {
    file: 'events/events.js',
    before: 'const module = { exports: {} };',
    after: '\nexport { EventEmitter };',
  },
  {
    file: 'loglevel/lib/loglevel.js',
    before: 'const define = null, module = { exports: {} };',
    after: '\nexport const { getLogger, levels } = module.exports;',
  },
];

/** Stands in for the SDK's check of the network until somebody who makes one has brought it. */
const laterPreflight = '\0later-preflight';
const preflightFile = '/preflight/preflight.js';

/** The check of the network follows with who makes one, and errors come without advice that nobody is shown. */
export function compactVoiceSdk() {
  const done = { isPreflightLater: false, isPreflightBrought: false, isAdviceLeftOut: false };
  return {
    name: 'compact-voice-sdk',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === laterPreflight) return source;
      if (!importer?.includes('/voice-sdk/esm/') || !source.endsWith(preflightFile)) return null;
      done.isPreflightLater = true;
      return laterPreflight;
    },
    load(id) {
      if (id !== laterPreflight) return null;
      return 'export let PreflightTest;\nexport function bringPreflight(Test) {\nPreflightTest = Test;\n}';
    },
    transform(code, id) {
      if (id.endsWith('/src/twilio/test-call.ts')) {
        done.isPreflightBrought = true;
        return { code: bring(code), map: null };
      }
      const asModule = asModules.find(({ file }) => id.endsWith(`/node_modules/${file}`));
      if (asModule) return { code: asModule.before + code + asModule.after, map: null };
      if (!id.endsWith('/voice-sdk/esm/twilio/errors/generated.js')) return null;
      const plain = withoutAdvice(code);
      done.isAdviceLeftOut = plain.length < code.length;
      return { code: plain, map: null };
    },
    buildEnd(error) {
      const missing = Object.keys(done).filter((what) => !done[what]);
      if (!error && missing.length > 0)
        throw new Error(`The Voice SDK has changed: not ${missing.join(', ')}.`);
    },
  };
}

/** `causes`, `solutions` and `description`; `code`, `name`, `explanation` and `message` stay. */
export function withoutAdvice(code) {
  return code
    .replace(/^ *this\.(?:causes|solutions) = \[[^]*?\];\n/gm, '')
    .replace(/^ *this\.description = '.*';\n/gm, '');
}

/**
 * Short names for the members that the SDK keeps to itself, by their names: the same in every file of the build, so
 * that parts of the SDK, and of ours that know some of them, still find each other.
 */
export function shortPrivateNames() {
  const kept = new Set(
    foundations.flatMap((path) => readFileSync(join(modules, path), 'utf8').match(/(?<=\.)_[A-Za-z]\w*/g)),
  );
  const counts = new Map();
  const tokens = new Set(['id', 'to', 'on', 'is', 'do', 'if', 'in', 'at', 'of']);
  for (const path of readdirSync(sdk, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(sdk, path), 'utf8').replace(/^\/\/# sourceMappingURL.*/m, '');
    for (const t of code.match(/(?<=\.)[A-Za-z]{1,2}\b|\b[A-Za-z]{1,2}(?=['"]?\s*[:(])/g) ?? [])
      tokens.add(t);
    for (const name of underscored(code)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts.keys()].filter((name) => !kept.has(name));
  names.sort((one, other) => counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
  const free = freeNames(new Set([...kept, ...counts.keys(), ...tokens]));
  return new Map(names.filter((name) => name.length > 3).map((name) => [name, free.next().value]));
}

function underscored(code) {
  return code.match(/\b_[A-Za-z]\w*/g) ?? [];
}

const letters = 'etnrisoalcudpmhgfbvywSCATDPMEIRNLOUFBHkxVGWKqzjJXYZQ';
function* freeNames(taken) {
  for (let i = 0; ; i++) {
    let n = i,
      name = '';
    do {
      name += letters[n % 52];
      n = Math.floor(n / 52) - 1;
    } while (n >= 0);
    if (!taken.has(name)) yield name;
  }
}

function bring(code) {
  const test = JSON.stringify(join(sdk, 'twilio', preflightFile));
  return `import { PreflightTest } from ${test};
import { bringPreflight } from ${JSON.stringify(laterPreflight)};
bringPreflight(PreflightTest);
${code}`;
}
