import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeMuLaw, encodeMuLaw } from '../../../demo/local-twilio/media/mu-law.js';

/** Corner values of ITU-T G.711, table 2a, at 16 bits. */
const table = [
  { sample: 0, byte: 0xff, decoded: 0 },
  { sample: 8, byte: 0xfe, decoded: 8 },
  { sample: -8, byte: 0x7e, decoded: -8 },
  { sample: 32_124, byte: 0x80, decoded: 32_124 },
  { sample: -32_124, byte: 0x00, decoded: -32_124 },
  { sample: 32_767, byte: 0x80, decoded: 32_124 },
  { sample: -32_768, byte: 0x00, decoded: -32_124 },
];

for (const { sample, byte, decoded } of table) {
  test(`the sample ${sample} is the byte ${byte}, and is heard as ${decoded}`, () => {
    assert.deepEqual([...encodeMuLaw(Int16Array.of(sample))], [byte]);
    assert.deepEqual([...decodeMuLaw(Uint8Array.of(byte))], [decoded]);
  });
}

test('every loudness comes through with an error of at most 4 %', () => {
  for (let sample = -32_000; sample <= 32_000; sample += 37) {
    const [heard = 0] = decodeMuLaw(encodeMuLaw(Int16Array.of(sample)));
    assert.ok(Math.abs(heard - sample) <= Math.max(8, Math.abs(sample) * 0.04), `${sample} became ${heard}`);
  }
});
