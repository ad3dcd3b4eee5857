/** Short names for what the Voice SDK keeps to itself. Minifiers leave names of members alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../node_modules/', import.meta.url));
const sdk = join(packages, '@twilio/voice-sdk/esm');
/** What the SDK's objects inherit from, or are written with: their members keep their names, and are not taken. */
const foundations = ['events/events.js', 'loglevel/lib/loglevel.js', 'tslib/tslib.es6.mjs'];
const letters = 'etnrisoalcudpmhgfbvywSCATDPMEIRNLOUFBHkxVGWKqzjJXYZQ';

/**
 * The SDK's names that begin with an underscore, each with a short one that nothing else has there. They are the same in
 * every file of a build, so that parts of the SDK, and of ours that know some of them, still find each other.
 */
export function shortPrivateNames() {
  const counts = new Map();
  const taken = new Set();
  for (const code of readCodes()) {
    for (const name of code.match(/\b_[A-Za-z]\w*/g) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const name of code.match(/(?<=\.)\w{1,2}\b|\b\w{1,2}(?=['"]?\s*[:(])/g) ?? []) taken.add(name);
  }
  const kept = new Set(foundations.flatMap(readMembers));
  const names = [...counts.keys()].filter((name) => name.length > 3 && !kept.has(name));
  names.sort((one, other) => counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
  const free = freeNames(taken);
  return new Map(names.map((name) => [name, free.next().value]));
}

function readCodes() {
  const paths = readdirSync(sdk, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  );
  const files = [...paths.map((path) => join(sdk, path)), ...foundations.map((path) => join(packages, path))];
  return files.map((file) => readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*/m, ''));
}

function readMembers(path) {
  return readFileSync(join(packages, path), 'utf8').match(/(?<=\.)_\w+/g) ?? [];
}

/** `e`, `t`, ... `ee`, `et`, ...: by how often letters come in code, which compresses best. */
function* freeNames(taken) {
  for (let index = 0; ; index += 1) {
    const name = spell(index);
    if (!taken.has(name)) yield name;
  }
}

function spell(index) {
  const rest = Math.floor(index / letters.length);
  return (rest > 0 ? spell(rest - 1) : '') + letters[index % letters.length];
}
