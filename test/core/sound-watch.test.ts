import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CallQuality } from '../../src/core/call-quality.js';
import { freshSoundWatch, soundWarningsOf, watchSound } from '../../src/core/sound-watch.js';
import type { OwnSide, SoundWatch } from '../../src/core/sound-watch.js';
import { sample, seconds } from '../support/samples.js';
import { unfrozenPlaces } from '../support/states.js';

const talking: OwnSide = { isMuted: false, isOnHold: false };
const muted: OwnSide = { isMuted: true, isOnHold: false };
const onHold: OwnSide = { isMuted: false, isOnHold: true };

function watch(samples: readonly CallQuality[], ownSide = talking, from = freshSoundWatch): SoundWatch {
  return samples.reduce((before, one) => watchSound(before, one, ownSide), from);
}

/** After how many seconds of the given kind, following a good one, there is first something to say. */
function secondsUntil(change: Partial<CallQuality>, ownSide = talking): number | null {
  let now = watchSound(freshSoundWatch, sample({ at: 0 }), ownSide);
  for (let second = 1; second <= 30; second += 1) {
    now = watchSound(now, sample({ ...change, at: second * 1_000 }), ownSide);
    if (soundWarningsOf(now).length > 0) return second;
  }
  return null;
}

describe('sound that does not come', () => {
  test('is found three seconds after the last packet', () => {
    assert.equal(secondsUntil({ packetsReceived: 0, outputLevel: 0 }), 3);
    const now = watch([sample(), ...seconds(3, { packetsReceived: 0 }, 1_000)]);
    assert.deepEqual(soundWarningsOf(now), ['no-sound-received']);
  });

  test('is found from the beginning of a call, within five seconds', () => {
    assert.deepEqual(soundWarningsOf(watch(seconds(4, { packetsReceived: 0 }))), ['no-sound-received']);
  });

  test('is over with the first packet', () => {
    const now = watch([...seconds(6, { packetsReceived: 0 }), sample({ at: 6_000, packetsReceived: 1 })]);
    assert.deepEqual(soundWarningsOf(now), []);
  });

  test('is not concluded from two samples that a busy page takes at almost the same time', () => {
    const hurried = [1_000, 1_010, 1_020, 1_030].map((at) => sample({ at, packetsReceived: 0 }));
    assert.deepEqual(soundWarningsOf(watch([sample(), ...hurried])), []);
  });

  test('is not concluded from one sample after the computer was asleep', () => {
    const now = watch([sample(), sample({ at: 3_600_000, packetsReceived: 0 })]);
    assert.deepEqual(soundWarningsOf(now), []);
  });

  test('is not concluded from a clock that was set back', () => {
    const now = watch([sample({ at: 9_000 }), ...seconds(2, { packetsReceived: 0 })]);
    assert.deepEqual(soundWarningsOf(now), []);
  });
});

describe('sound that does not go', () => {
  test('is found three seconds after the last packet', () => {
    assert.equal(secondsUntil({ packetsSent: 0 }), 3);
    assert.deepEqual(soundWarningsOf(watch(seconds(5, { packetsSent: 0 }))), ['no-sound-sent']);
  });

  test('is as wished while muted', () => {
    assert.equal(secondsUntil({ packetsSent: 0 }, muted), null);
  });

  test('is counted anew after unmuting', () => {
    const before = watch(seconds(10, { packetsSent: 0 }), muted);
    assert.deepEqual(soundWarningsOf(watch(seconds(2, { packetsSent: 0 }, 10_000), talking, before)), []);
    assert.deepEqual(soundWarningsOf(watch(seconds(3, { packetsSent: 0 }, 10_000), talking, before)), [
      'no-sound-sent',
    ]);
  });

  test('is said after what does not come, when both are so', () => {
    const now = watch(seconds(5, { packetsSent: 0, packetsReceived: 0 }));
    assert.deepEqual(soundWarningsOf(now), ['no-sound-received', 'no-sound-sent']);
  });
});

describe('a far end that is silent', () => {
  test('is not said to be broken, however long', () => {
    const now = watch([sample(), ...seconds(60, { outputLevel: 0 }, 1_000)]);
    assert.deepEqual(soundWarningsOf(now), ['long-silence']);
  });

  test('is said to be silent after ten seconds', () => {
    assert.equal(secondsUntil({ outputLevel: 0 }), 10);
  });

  test('is not said to be silent where no level was ever measured', () => {
    assert.deepEqual(soundWarningsOf(watch(seconds(60, { outputLevel: 0 }))), []);
  });

  test('is silent no more with the first sound', () => {
    const silent = [sample(), ...seconds(20, { outputLevel: 0 }, 1_000)];
    assert.deepEqual(soundWarningsOf(watch([...silent, sample({ at: 21_000, outputLevel: 0.001 })])), []);
  });
});

describe('a call on hold', () => {
  test('is not judged', () => {
    const nothing = { packetsReceived: 0, packetsSent: 0, outputLevel: 0 };
    assert.equal(secondsUntil(nothing, onHold), null);
  });

  test('is judged anew when it is resumed', () => {
    const held = watch([sample(), ...seconds(20, { packetsReceived: 0 }, 1_000)], onHold);
    assert.deepEqual(soundWarningsOf(watch(seconds(2, { packetsReceived: 0 }, 21_000), talking, held)), []);
    assert.deepEqual(soundWarningsOf(watch(seconds(3, { packetsReceived: 0 }, 21_000), talking, held)), [
      'no-sound-received',
    ]);
  });

  test('still knows that the far end was heard before', () => {
    const held = watchSound(watch([sample()]), sample({ at: 1_000, outputLevel: 0 }), onHold);
    assert.equal(held.hasHeard, true);
  });
});

test('what is noticed cannot be changed from outside', () => {
  assert.deepEqual(unfrozenPlaces(watch(seconds(2))), []);
  assert.deepEqual(unfrozenPlaces(watch(seconds(2), onHold)), []);
});
