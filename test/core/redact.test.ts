import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact, redactNumber, redactParty } from '../../src/core/redact.js';

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJncmFudHMiOnsiaWRlbnRpdHkiOiJtaWEifX0.c2lnbmF0dXJl_-0';

test('what must not leave the page is taken out of a text, and nothing else', () => {
  const rows: [text: string, redacted: string][] = [
    ['The device is registered.', 'The device is registered.'],
    [`Bearer ${token}, again ${token}`, 'Bearer [token], again [token]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJncmFudHMi', '[token]'],
    ['{"token":"opaque","reconnect":"abc"}', '{"token":"…","reconnect":"…"}'],
    [String.raw`"{\"token\":\"opaque\",\"ttl\":60}"`, String.raw`"{\"token\":\"…\",\"ttl\":60}"`],
    ['From +12025550177 now', 'From …77 now'],
    ['+1 (202) 555-0177', '…77'],
    ['2025550177', '…77'],
    ['To=%2B12025550177', 'To=…77'],
    ['{"params":"To=%2B12025550177&name=Ada%20Winter"}', '{"params":"To=…&name=…"}'],
    [String.raw`{\"Params\":\"name=Ada\"}`, String.raw`{\"Params\":\"name=…\"}`],
    ['client:mia_at_the_counter rings', 'client:… rings'],
    ['{"From":"client:mia","identity":"mia"}', '{"From":"client:…","identity":"…"}'],
    ['sip:ada@example.com;transport=tls', 'sip:…;transport=tls'],
    ['Canceled: CA12345678901234567890123456789012', 'Canceled: CA12345678901234567890123456789012'],
    ['error 31005 after 1500 ms on port 44123', 'error 31005 after 1500 ms on port 44123'],
    ['202.55.0.17', '202.55.0.17'],
  ];
  for (const [text, redacted] of rows) assert.equal(redact(text), redacted);
});

test('of a number the last two digits stay, unless it is so short that they would be half of it', () => {
  assert.equal(redactNumber('+12025550177'), '…77');
  assert.equal(redactNumber('+1 (202) 555-0177'), '…77');
  assert.equal(redactNumber('112'), '…');
  assert.equal(redactNumber(''), '…');
});

test('of a party its kind stays, and never who it is', () => {
  assert.equal(redactParty('client:mia'), 'client:…');
  assert.equal(redactParty('sip:ada@example.com'), 'sip:…');
  assert.equal(redactParty('sips:ada@example.com'), 'sips:…');
  assert.equal(redactParty('+12025550177'), '…77');
  assert.equal(redactParty('anonymous'), '…');
});
