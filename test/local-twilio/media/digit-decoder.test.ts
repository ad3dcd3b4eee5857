import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DigitDecoder } from '../../../demo/local-twilio/media/digit-decoder.js';

interface EventPacket {
  readonly timestamp: number;
  readonly payload: Uint8Array;
}

/** One packet as RFC 4733 lays it out: the event, the end bit with a volume, the duration so far. */
function eventPacket(event: number, timestamp: number, duration: number, isEnd = false): EventPacket {
  return {
    timestamp,
    payload: Uint8Array.of(event, (isEnd ? 0x80 : 0) | 10, duration >> 8, duration & 0xff),
  };
}

/** A key as browsers send it: growing while it is held, its last packet three times. */
function key(event: number, timestamp: number): EventPacket[] {
  const held = [160, 320, 480, 640].map((duration) => eventPacket(event, timestamp, duration));
  return [...held, ...Array.from({ length: 3 }, () => eventPacket(event, timestamp, 800, true))];
}

function decodeAll(packets: readonly EventPacket[], decoder = new DigitDecoder()): (string | null)[] {
  return packets.map(({ timestamp, payload }) => decoder.decode(timestamp, payload));
}

function digitsIn(packets: readonly EventPacket[]): string {
  return decodeAll(packets)
    .filter((digit) => digit !== null)
    .join('');
}

const table = [
  [0, '0'],
  [1, '1'],
  [2, '2'],
  [3, '3'],
  [4, '4'],
  [5, '5'],
  [6, '6'],
  [7, '7'],
  [8, '8'],
  [9, '9'],
  [10, '*'],
  [11, '#'],
  [12, 'A'],
  [13, 'B'],
  [14, 'C'],
  [15, 'D'],
] as const;

for (const [event, digit] of table) {
  test(`event ${event} is the key ${digit}, heard once and when it begins`, () => {
    assert.deepEqual(decodeAll(key(event, 1000)), [digit, null, null, null, null, null, null]);
  });
}

test('the same key pressed twice is two keys', () => {
  assert.equal(digitsIn([...key(5, 1000), ...key(5, 3000)]), '55');
});

test('a key of which only the end arrives is still a key', () => {
  assert.equal(digitsIn(key(7, 1000).slice(-1)), '7');
});

test('a packet of the key before that comes too late is no key', () => {
  assert.equal(digitsIn([...key(1, 1000).slice(0, 5), ...key(2, 3000), ...key(1, 1000).slice(5)]), '12');
});

test('timestamps that start again at zero do not deafen it', () => {
  assert.equal(digitsIn([...key(1, 2 ** 32 - 100), ...key(2, 1500), ...key(3, 4000)]), '123');
});

test('a flash-hook, an unknown event and an empty packet are no keys', () => {
  const nothing = { timestamp: 9000, payload: new Uint8Array(0) };
  assert.deepEqual(decodeAll([eventPacket(16, 1000, 160), eventPacket(200, 5000, 160), nothing]), [
    null,
    null,
    null,
  ]);
});

test('what is no key does not hide the key after it', () => {
  assert.equal(digitsIn([eventPacket(16, 1000, 160), ...key(4, 1000)]), '4');
});
