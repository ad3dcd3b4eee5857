import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callSituations } from '../../stories/states/call-situations.js';
import { nameOf } from '../../stories/states/name-situation.js';
import { playSituation } from '../../stories/states/play-situation.js';

/** How many there are, worked out by hand: muted or not, on hold or not, an error or not, times what may be pending. */
const expected = {
  // Muted x error x nothing, answer, decline, ignore or mute.
  'INCOMING pending': 2 * 2 * 5,
  // Only what is being answered connects: muted x error x answer, end or mute.
  'INCOMING connecting': 2 * 2 * 3,
  // Muted x hold x error x nothing, end, mute or hold.
  'INCOMING open': 2 * 2 * 2 * 4,
  // The same, and lost while it was being answered.
  'INCOMING reconnecting': 2 * 2 * 2 * 5,
  // Nothing of a call outlives it but what went wrong.
  'INCOMING closed': 2,
  // Muted x error x nothing, end or mute.
  'OUTGOING connecting': 2 * 2 * 3,
  'OUTGOING ringing': 2 * 2 * 3,
  'OUTGOING open': 2 * 2 * 2 * 4,
  'OUTGOING reconnecting': 2 * 2 * 2 * 4,
  'OUTGOING closed': 2,
};

test('every situation of a call is there, and none that the core does not know', (context) => {
  const counts = Object.fromEntries(
    Object.keys(expected).map((row) => [row, callSituations.filter((one) => rowOf(one) === row).length]),
  );
  assert.deepEqual(counts, expected);
  assert.equal(callSituations.length, 196);
  context.diagnostic(`${callSituations.length} situations of a call`);
});

test('each has a name of its own', () => {
  const names = callSituations.map((one) => `${rowOf(one)} ${nameOf(one)}`);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test('its steps bring a phone into it, with nothing unexpected on the way', async () => {
  for (const situation of callSituations) {
    const phone = await playSituation(situation);
    const { status, direction, isMuted, isOnHold, pending, error } = phone.call;
    const reached = {
      status,
      direction,
      isMuted,
      isOnHold,
      pending: pending.at(-1) ?? null,
      hasError: error !== null,
    };
    const { steps, ...promised } = situation;
    assert.deepEqual(reached, promised, JSON.stringify(steps));
    assert.deepEqual(phone.reports, []);
  }
});

function rowOf({ direction, status }: { direction: string; status: string }): string {
  return `${direction} ${status}`;
}
