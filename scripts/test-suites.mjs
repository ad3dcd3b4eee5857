import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/** Rooms whose tests run inside a page; all other folders of test/ run in Node. */
const browserRooms = ['browser', 'context', 'elements', 'events', 'media', 'phone', 'react', 'twilio'];

/** Rooms that take the machine for themselves, and come last: they drive real pages against a clock. */
const lastRooms = ['end-to-end'];

/**
 * @typedef {object} Suite
 * @property {string} name What `npm test -- name` runs.
 * @property {'node' | 'browser'} runner
 * @property {string[]} files From the root folder on, with forward slashes.
 */

/**
 * What to run: every test, or only those of the rooms and files that are named.
 * @param {string[]} wanted E.g. `core`, `test/core`, `test/core/call-machine.test.ts`.
 * @returns {Suite[]}
 */
export function findSuites(wanted) {
  const files = listTests().filter(
    (file) => wanted.length === 0 || wanted.some((word) => isMeant(file, word)),
  );
  const inRooms = (rooms) => files.filter((file) => rooms.includes(roomOf(file)));
  const inNode = files.filter((file) => ![...browserRooms, ...lastRooms].includes(roomOf(file)));
  return [
    { name: 'node', runner: 'node', files: inNode },
    { name: 'browser', runner: 'browser', files: inRooms(browserRooms) },
    { name: 'end-to-end', runner: 'node', files: inRooms(lastRooms) },
  ].filter((suite) => suite.files.length > 0);
}

function listTests() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

function roomOf(file) {
  return file.split('/')[1];
}

function isMeant(file, word) {
  const path = word.replace(/^\.\//, '').replace(/\/$/, '');
  return [path, `test/${path}`].some((start) => file === start || file.startsWith(`${start}/`));
}
