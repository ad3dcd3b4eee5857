import assert from 'node:assert/strict';
import { test } from 'node:test';
import { version } from '../../src/core/version.js';
import { SDK_VERSION } from '../../src/twilio/sdk-version.js';
import { readFile } from './source-files.js';

test('the versions that a report names are those of the package', () => {
  const manifest = JSON.parse(readFile('package.json')) as {
    version: string;
    dependencies: Readonly<Record<string, string>>;
  };
  assert.equal(version, manifest.version);
  assert.equal(SDK_VERSION, manifest.dependencies['@twilio/voice-sdk']);
});
