import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextCallStatus, transitionCall } from '../../src/core/call-machine.js';
import type { CallEventType } from '../../src/core/call-machine.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { readTable } from '../support/read-table.js';
import { callState } from '../support/states.js';

/** What becomes of a call in each status at each event; an empty cell is an event that is not expected. */
const table = readTable(`
  from         | connecting | ringing | accept | reconnecting | reconnected
  pending      | connecting |         |        | closed       |
  connecting   |            | ringing | open   | reconnecting |
  ringing      |            | ringing | open   | reconnecting |
  open         |            |         |        | reconnecting |
  reconnecting |            |         | open   | reconnecting | open
  closed       |            |         |        |              |
`).concat(
  readTable(`
  from         | mute         | hold         | warning      | warning-cleared | error
  pending      | pending      |              |              |                 | pending
  connecting   | connecting   |              |              |                 | connecting
  ringing      | ringing      |              |              |                 | ringing
  open         | open         | open         | open         | open            | open
  reconnecting | reconnecting | reconnecting | reconnecting | reconnecting    | reconnecting
  closed       |              |              |              |                 | closed
`),
  readTable(`
  from         | hold-available | talking-while-muted | feedback
  pending      | pending        |                     |
  connecting   | connecting     | connecting          |
  ringing      | ringing        | ringing             |
  open         | open           | open                |
  reconnecting | reconnecting   | reconnecting        |
  closed       |                |                     | closed
`),
  readTable(`
  from         | cancel | reject | ignore | disconnect | transportClose
  pending      | closed | closed | closed | closed     | closed
  connecting   | closed | closed | closed | closed     | closed
  ringing      | closed | closed | closed | closed     | closed
  open         | closed | closed | closed | closed     | closed
  reconnecting | closed | closed | closed | closed     | closed
  closed       |        |        |        |            |
`),
);

const events: Readonly<Record<CallEventType, CallPortEvent>> = {
  connecting: { type: 'connecting' },
  ringing: { type: 'ringing', parameters: {} },
  accept: { type: 'accept', parameters: {} },
  reconnecting: { type: 'reconnecting', error: null },
  reconnected: { type: 'reconnected' },
  mute: { type: 'mute', isMuted: true },
  hold: { type: 'hold', isOnHold: true },
  'hold-available': { type: 'hold-available', isHoldAvailable: true },
  'talking-while-muted': { type: 'talking-while-muted', isTalking: true },
  warning: { type: 'warning', name: 'high-rtt' },
  'warning-cleared': { type: 'warning-cleared', name: 'high-rtt' },
  error: { type: 'error', error: new PhoneError('call-failed', 'It failed.') },
  feedback: { type: 'feedback', feedback: { score: 5, issue: null } },
  cancel: { type: 'cancel' },
  reject: { type: 'reject' },
  ignore: { type: 'ignore' },
  disconnect: { type: 'disconnect' },
  transportClose: { type: 'transportClose' },
};

const statuses: readonly CallStatus[] = [
  'pending',
  'connecting',
  'ringing',
  'open',
  'reconnecting',
  'closed',
];

describe('each cell of the table of a call', () => {
  for (const { row, column, value } of table) {
    const from = row as CallStatus;
    const event = events[column as CallEventType];
    const before = callState({ status: from });

    if (value === null) {
      test(`a call that is ${from} does not expect ${column}, and stays the very same object`, () => {
        assert.equal(nextCallStatus(from, event.type), undefined);
        assert.equal(transitionCall(before, event, 2_000), before);
      });
    } else {
      test(`a call that is ${from} is ${value} after ${column}`, () => {
        assert.equal(nextCallStatus(from, event.type), value);
        const after = transitionCall(before, event, 2_000);
        assert.equal(after.status, value);
        assert.notEqual(after, before);
      });
    }
  }
});

describe('the table as a whole', () => {
  test('has a cell for every status and every event', () => {
    const cells = table.map(({ row, column }) => `${row} ${column}`);
    const expected = statuses.flatMap((status) => Object.keys(events).map((event) => `${status} ${event}`));
    assert.deepEqual([...cells].sort(), expected.sort());
  });

  test('closed is final: nothing leads out of it', () => {
    for (const event of Object.values(events)) {
      assert.equal(transitionCall(callState({ status: 'closed' }), event, 2_000).status, 'closed');
    }
  });

  test('every status can reach the end', () => {
    for (const status of statuses.slice(0, -1)) {
      const ends = Object.values(events).filter(({ type }) => nextCallStatus(status, type) === 'closed');
      assert.ok(ends.length > 0, `${status} has no end`);
    }
  });

  test('every status but the first is reached from some other', () => {
    for (const status of statuses.slice(1)) {
      assert.ok(
        table.some(({ row, value }) => value === status && row !== status),
        `nothing leads to ${status}`,
      );
    }
  });

  test('lost signalling ends every call that is not over', () => {
    for (const status of statuses.slice(0, -1)) {
      assert.equal(nextCallStatus(status, 'transportClose'), 'closed');
    }
  });
});
