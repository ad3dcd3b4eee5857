import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nextDeviceStatus, transitionDevice } from '../../src/core/device-machine.js';
import type { DeviceEvent } from '../../src/core/device-machine.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { DeviceState, DeviceStatus } from '../../src/core/phone-state.js';
import { readTable } from '../support/read-table.js';
import { deviceState, unfrozenPlaces } from '../support/states.js';

/** What becomes of the device in each status at each event; an empty cell is an event that is not expected. */
const table = readTable(`
  from         | unregistered | registering | registered | destroyed | tokenWillExpire | error
  unregistered | unregistered | registering | registered | destroyed | unregistered    | unregistered
  registering  | unregistered | registering | registered | destroyed | registering     | registering
  registered   | unregistered | registering | registered | destroyed | registered      | registered
  destroyed    |              |             |            |           |                 |
`);

const trouble = new PhoneError('connection-failed', 'The connection is lost.');

const events: Readonly<Record<DeviceEvent['type'], DeviceEvent>> = {
  unregistered: { type: 'unregistered' },
  registering: { type: 'registering' },
  registered: { type: 'registered', identity: 'alice', edge: 'ashburn' },
  destroyed: { type: 'destroyed' },
  tokenWillExpire: { type: 'tokenWillExpire' },
  error: { type: 'error', error: trouble },
};

const statuses: readonly DeviceStatus[] = ['unregistered', 'registering', 'registered', 'destroyed'];

/** What an event changes, and nothing else: every other field is as it was. */
function changes(change: Partial<DeviceState>, event: DeviceEvent): Partial<DeviceState> {
  const before = deviceState(change);
  const after = transitionDevice(before, event);
  const names = Object.keys(after) as (keyof DeviceState)[];
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  );
}

describe('each cell of the table of the device', () => {
  for (const { row, column, value } of table) {
    const from = row as DeviceStatus;
    const event = events[column as DeviceEvent['type']];
    const before = deviceState({ status: from });

    if (value === null) {
      test(`a device that is ${from} does not expect ${column}, and stays the very same object`, () => {
        assert.equal(nextDeviceStatus(from, event.type), undefined);
        assert.equal(transitionDevice(before, event), before);
      });
    } else {
      test(`a device that is ${from} is ${value} after ${column}`, () => {
        assert.equal(nextDeviceStatus(from, event.type), value);
        assert.equal(transitionDevice(before, event).status, value);
      });
    }
  }
});

describe('the table as a whole', () => {
  test('has a cell for every status and every event', () => {
    const expected = statuses.flatMap((status) => Object.keys(events).map((event) => `${status} ${event}`));
    assert.deepEqual(table.map(({ row, column }) => `${row} ${column}`).sort(), expected.sort());
  });

  test('destroyed is final: nothing leads out of it', () => {
    for (const { type } of Object.values(events))
      assert.equal(nextDeviceStatus('destroyed', type), undefined);
  });

  test('every status but the last can reach the end, and come back to being registered', () => {
    for (const status of statuses.slice(0, -1)) {
      assert.equal(nextDeviceStatus(status, 'destroyed'), 'destroyed');
      assert.equal(nextDeviceStatus(status, 'registered'), 'registered');
    }
  });
});

describe('registered', () => {
  test('says who the phone is and which edge answers', () => {
    const event: DeviceEvent = { type: 'registered', identity: 'bob', edge: 'dublin' };
    assert.deepEqual(changes({ status: 'registering', identity: null, edge: null }, event), {
      status: 'registered',
      identity: 'bob',
      edge: 'dublin',
    });
  });

  test('keeps who the phone is when Twilio does not say it again', () => {
    const event: DeviceEvent = { type: 'registered', identity: null, edge: null };
    assert.deepEqual(changes({}, event), {});
  });

  test('clears what went wrong: the error, the retry that is due, the need to sign in', () => {
    const before = { error: trouble, retryAt: 5_000, isSignInRequired: true };
    assert.deepEqual(changes(before, events.registered), {
      error: null,
      retryAt: null,
      isSignInRequired: false,
    });
  });
});

describe('the other events', () => {
  test('an error stands, and changes nothing else', () => {
    assert.deepEqual(changes({}, events.error), { error: trouble });
  });

  test('a token that will expire changes nothing', () => {
    assert.deepEqual(changes({}, events.tokenWillExpire), {});
  });

  test('losing the registration keeps who the phone is, and what went wrong', () => {
    assert.deepEqual(changes({ error: trouble }, events.unregistered), { status: 'unregistered' });
    assert.deepEqual(changes({ error: trouble }, events.registering), { status: 'registering' });
  });

  test('a destroyed device is not wanted, and nothing is due', () => {
    assert.deepEqual(changes({ retryAt: 5_000 }, events.destroyed), {
      status: 'destroyed',
      isWanted: false,
      retryAt: null,
    });
  });

  test('leave every snapshot frozen through and through', () => {
    for (const event of Object.values(events)) {
      assert.deepEqual(unfrozenPlaces(transitionDevice(deviceState(), event)), []);
    }
  });
});
