import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { AudioSource } from '../../../demo/local-twilio/media/audio.js';
import { ReceivedSound } from '../../../demo/local-twilio/media/received-sound.js';
import { hasEnded } from './read-source.js';

/** Packet n is 20 ms of the value n. */
function packet(value: number, length = 160): Int16Array {
  return new Int16Array(length).fill(value);
}

function writePackets(sound: ReceivedSound, from: number, to: number, timestampOfFirst = 0): void {
  for (let value = from; value <= to; value += 1) {
    sound.write((timestampOfFirst + (value - from) * 160) % 2 ** 32, packet(value));
  }
}

/** The values of so many frames; null for silence. */
function read(source: AudioSource, count: number): (number | null)[] {
  return Array.from({ length: count }, () => source.read()?.[0] ?? null);
}

test('a listener waits for 60 ms of sound and then hears all of it in order', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 2);
  assert.deepEqual(read(source, 1), [null]);
  writePackets(sound, 3, 5, 320);
  assert.deepEqual(read(source, 6), [1, 2, 3, 4, 5, null]);
});

test('packets that come unevenly are heard evenly', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  const heard: (number | null)[] = [];
  const arrivals = [3, 1, 0, 0, 3, 1, 0, 2, 1, 1];
  let sent = 0;
  for (const count of arrivals) {
    writePackets(sound, sent + 1, sent + count, sent * 160);
    sent += count;
    heard.push(...read(source, 1));
  }
  assert.deepEqual(heard, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('packets in the wrong order are put right', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  for (const value of [1, 3, 2, 4]) sound.write(value * 160, packet(value));
  assert.deepEqual(read(source, 4), [1, 2, 3, 4]);
});

test('a lost packet is 20 ms of silence, not a piece of a second ago', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  for (let value = 1; value <= 200; value += 1) {
    if (value !== 150) sound.write(value * 160, packet(value));
    const frame = read(source, 1);
    if (value === 152) assert.deepEqual(frame, [0]);
    if (value === 153) assert.deepEqual(frame, [151]);
  }
});

test('a packet that comes twice is heard once', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  for (const value of [1, 2, 2, 3]) sound.write(value * 160, packet(value));
  assert.deepEqual(read(source, 4), [1, 2, 3, null]);
});

test('packets of 10 ms and of 60 ms are heard as frames of 20 ms', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  for (let index = 0; index < 6; index += 1) sound.write(index * 80, packet(1 + Math.floor(index / 2), 80));
  sound.write(480, packet(9, 480));
  const frames = Array.from({ length: 6 }, () => source.read());
  assert.deepEqual(
    frames.map((frame) => [frame?.[0], frame?.[159]]),
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [9, 9],
      [9, 9],
      [9, 9],
    ],
  );
});

test('a listener that runs dry waits for 60 ms again', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 3);
  assert.deepEqual(read(source, 4), [1, 2, 3, null]);
  writePackets(sound, 4, 5, 480);
  assert.deepEqual(read(source, 1), [null]);
  writePackets(sound, 6, 6, 800);
  assert.deepEqual(read(source, 3), [4, 5, 6]);
});

test('a listener that fell behind by more than 200 ms catches up to 60 ms', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 10);
  assert.deepEqual(read(source, 1), [1]);
  writePackets(sound, 11, 20, 1600);
  assert.deepEqual(read(source, 3), [18, 19, 20]);
});

test('each listener hears everything from when it began', () => {
  const sound = new ReceivedSound();
  const early = sound.listen();
  writePackets(sound, 1, 3);
  const late = sound.listen();
  writePackets(sound, 4, 6, 480);
  assert.deepEqual(read(early, 6), [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(read(late, 3), [4, 5, 6]);
});

test('a pause in the sender, as while a key is pressed, is silence of the same length', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 4);
  assert.deepEqual(read(source, 2), [1, 2]);
  sound.write(4 * 160 + 320, packet(5));
  assert.deepEqual(read(source, 5), [3, 4, 0, 0, 5]);
});

test('timestamps may start again at zero', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 6, 2 ** 32 - 400);
  assert.deepEqual(read(source, 6), [1, 2, 3, 4, 5, 6]);
});

test('packets in the wrong order are put right also where timestamps start again', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  const first = 2 ** 32 - 400;
  for (const value of [1, 2, 4, 3, 5, 6]) sound.write((first + (value - 1) * 160) % 2 ** 32, packet(value));
  assert.deepEqual(read(source, 6), [1, 2, 3, 4, 5, 6]);
});

test('timestamps keep their place over many rounds of the memory', () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  writePackets(sound, 1, 3);
  for (let value = 4; value <= 5000; value += 1) {
    writePackets(sound, value, value, (value - 1) * 160);
    assert.deepEqual(read(source, 1), [value - 3]);
  }
});

for (const [who, timestamp] of [
  ['ahead', 500_000],
  ['behind', 2 ** 32 - 500_000],
] as const) {
  test(`a sender whose clock is far ${who} goes on where the sound stopped`, () => {
    const sound = new ReceivedSound();
    const source = sound.listen();
    writePackets(sound, 1, 3);
    assert.deepEqual(read(source, 3), [1, 2, 3]);
    writePackets(sound, 4, 6, timestamp);
    assert.deepEqual(read(source, 3), [4, 5, 6]);
  });
}

test("its end is every listener's end", async () => {
  const sound = new ReceivedSound();
  const source = sound.listen();
  assert.equal(await hasEnded(source), false);
  sound.end();
  assert.equal(await hasEnded(source), true);
  assert.equal(await hasEnded(sound.listen()), true);
});
