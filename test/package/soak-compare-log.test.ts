import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, pick } from '../../scripts/soak/compare-log.js';
import type { SeenCall } from '../../scripts/soak/soak-calls.js';
import type { CallRecord } from '../../src/core/call-record.js';
import { callRecord } from '../support/call-records.js';

const CALLER = '+12025550123';

/** Seen from outside: somebody called, was answered, and was hung up on after about a second. */
function seenCall(change: Partial<SeenCall> = {}): SeenCall {
  return {
    kind: 'answered, ended here',
    talk: 'plain',
    callSid: 'CA1',
    direction: 'INCOMING',
    number: CALLER,
    outcome: 'answered',
    wasEndedHere: true,
    leastTalkInMilliseconds: 900,
    mostTalkInMilliseconds: 1_100,
    ...change,
  };
}

/** The phone's record of that very call. */
function recordOf(change: Partial<CallRecord> = {}): CallRecord {
  return callRecord({ callSid: 'CA1', from: CALLER, talkInMilliseconds: 1_000, ...change });
}

/** Seen and recorded: a call in which nobody talked. */
const untalked = { leastTalkInMilliseconds: 0, mostTalkInMilliseconds: 0 } as const;
const unopened = { openedAt: null, talkInMilliseconds: 0 } as const;

test('a call that the log tells as it was differs in nothing', () => {
  const pairs: readonly (readonly [SeenCall, CallRecord])[] = [
    [seenCall(), recordOf()],
    [
      seenCall({ kind: 'answered, ended there', wasEndedHere: false }),
      recordOf({ wasEndedHere: false, from: CALLER }),
    ],
    [seenCall({ talk: 'mute' }), recordOf({ muteInMilliseconds: 1 })],
    [seenCall({ talk: 'hold' }), recordOf({ holdInMilliseconds: 1 })],
    [
      seenCall({ kind: 'placed, ended here', direction: 'OUTGOING', number: '+12025550101' }),
      recordOf({ direction: 'OUTGOING', from: 'client:alice', to: '+12025550101' }),
    ],
    [
      seenCall({ kind: 'declined', outcome: 'declined', ...untalked }),
      recordOf({ outcome: 'declined', ...unopened }),
    ],
    [
      seenCall({ kind: 'cancelled', outcome: 'missed', wasEndedHere: false, ...untalked }),
      recordOf({ outcome: 'missed', wasMissed: true, wasEndedHere: false, ...unopened }),
    ],
  ];
  for (const [call, record] of pairs) assert.deepEqual(differences(call, record), [], call.kind);
});

test('a call that is not in the log is a difference of its own', () => {
  assert.deepEqual(differences(seenCall(), undefined), ['answered, ended here CA1 is not in the log']);
});

test('everything that the log tells otherwise is named, with what it says and what it should', () => {
  const rows: readonly (readonly [Partial<CallRecord>, string])[] = [
    [{ callSid: null }, 'CallSid is null and not CA1'],
    [{ from: '+12025550199' }, 'number is +12025550199 and not +12025550123'],
    [{ outcome: 'lost' }, 'ending is lost and not answered'],
    [{ wasEndedHere: false }, 'ended here is false and not true'],
    [{ wasMissed: true }, 'missed is true and not false'],
    [{ openedAt: null }, 'was open is false and not true'],
    [{ muteInMilliseconds: 5 }, 'was muted is true and not false'],
    [{ holdInMilliseconds: 5 }, 'was on hold is true and not false'],
    [{ talkInMilliseconds: 879 }, 'the talk was 879 ms and not between 880 and 1120'],
    [{ talkInMilliseconds: 1_121 }, 'the talk was 1121 ms and not between 880 and 1120'],
  ];
  for (const [change, difference] of rows) {
    assert.deepEqual(differences(seenCall(), recordOf(change)), [difference]);
  }
});

test('the number of a call is the other side’s: by its direction the caller’s, or whom was called', () => {
  const record = recordOf({ direction: 'OUTGOING', from: CALLER, to: '+12025550101' });
  assert.deepEqual(differences(seenCall(), record), ['direction is OUTGOING and not INCOMING']);
  assert.deepEqual(differences(seenCall({ direction: 'OUTGOING' }), record), [
    'number is +12025550101 and not +12025550123',
  ]);
});

test('a mute or a hold that the log knows nothing of is a difference', () => {
  assert.deepEqual(differences(seenCall({ talk: 'mute' }), recordOf()), ['was muted is false and not true']);
  assert.deepEqual(differences(seenCall({ talk: 'hold' }), recordOf()), [
    'was on hold is false and not true',
  ]);
});

test('two clocks may disagree by 20 ms about how long they talked', () => {
  for (const talkInMilliseconds of [880, 1_120]) {
    assert.deepEqual(differences(seenCall(), recordOf({ talkInMilliseconds })), []);
  }
});

test('where nobody talked, the log may not say so for a millisecond', () => {
  const call = seenCall({ kind: 'busy', outcome: 'busy', ...untalked });
  const record = recordOf({ outcome: 'busy', openedAt: null, talkInMilliseconds: 1 });
  assert.deepEqual(differences(call, record), ['the talk was 1 ms and not 0']);
});

test('calls are picked as chance wants it, each at most once, and all of them when there are too few', () => {
  const calls = ['a', 'b', 'c', 'd'];
  const always = (chance: number) => () => chance;
  assert.deepEqual(pick(calls, 2, always(0)), ['a', 'b']);
  assert.deepEqual(pick(calls, 2, always(0.999)), ['d', 'c']);
  assert.deepEqual(pick(calls, 0, always(0)), []);
  assert.deepEqual([...pick(calls, 10, Math.random)].sort(), calls);
  assert.deepEqual(calls, ['a', 'b', 'c', 'd']);
});
