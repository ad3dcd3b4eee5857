import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { shortPrivateNames } from '../../scripts/private-names.mjs';

const sdk = 'node_modules/@twilio/voice-sdk/esm';
const names: ReadonlyMap<string, string> = shortPrivateNames();

function readSdk(): string {
  return readdirSync(sdk, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(sdk, path), 'utf8').replace(/^\/\/# sourceMappingURL=.*/m, ''))
    .join('\n');
}

test('what our adapter knows of the inside of the SDK is among the names, so that both are shortened alike', () => {
  for (const name of [
    '_stream',
    '_socket',
    '_closeSocket',
    '_mediaHandler',
    '_cleanupEventListeners',
    '_publisher',
  ]) {
    assert.ok(names.has(name), name);
  }
});

test('what the SDK inherits from packages of others keeps its name', () => {
  for (const name of ['_events', '_eventsCount', '_maxListeners']) assert.ok(!names.has(name), name);
});

test('no two names become the same, and none becomes a name that is in use', () => {
  const short = [...names.values()];
  assert.equal(new Set(short).size, short.length);
  const code = `${readSdk()}\n${readFileSync('node_modules/events/events.js', 'utf8')}`;
  const members = new Set(code.match(/(?<=\.)[A-Za-z_$][\w$]*/g));
  assert.deepEqual(
    short.filter((name) => members.has(name)),
    [],
  );
});

test('names are the same whenever they are made', () => {
  assert.deepEqual([...shortPrivateNames()], [...names]);
});

test('only what begins with an underscore gets another name', () => {
  for (const [name, short] of names) {
    assert.match(name, /^_[A-Za-z]\w{2,}$/);
    assert.match(short, /^[A-Za-z]{1,3}$/);
  }
});
