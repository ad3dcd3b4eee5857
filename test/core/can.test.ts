import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { can, chooseCall } from '../../src/core/can.js';
import type { PhoneErrorCode } from '../../src/core/phone-error.js';
import { requirePhoneCommand } from '../../src/core/phone-rules.js';
import type {
  CallCommand,
  CallState,
  CallStatus,
  DeviceStatus,
  PhoneCommand,
} from '../../src/core/phone-state.js';
import { readTable } from '../support/read-table.js';
import { callState, deviceState, phoneState } from '../support/states.js';

/** Whether a command about one call, named by its id, is taken while the call has each status. */
const callTable = readTable(`
  status       | answerCall | rejectCall | ignoreCall | endCall | toggleMute | toggleHold | sendDigits | reconnectSound
  pending      | yes        | yes        | yes        |         | yes        |            |            |
  connecting   |            |            |            | yes     | yes        |            |            |
  ringing      |            |            |            | yes     | yes        |            | yes        |
  open         |            |            |            | yes     | yes        | yes        | yes        | yes
  reconnecting |            |            |            | yes     | yes        | yes        |            |
  closed       |            |            |            |         |            |            |            |
`);

/** The same without an id: mute is about the call that one is in, not about the one that rings. */
const obviousCallTable = readTable(`
  status       | answerCall | rejectCall | ignoreCall | endCall | toggleMute | toggleHold | sendDigits | reconnectSound
  pending      | yes        | yes        | yes        |         |            |            |            |
  connecting   |            |            |            | yes     | yes        |            |            |
  ringing      |            |            |            | yes     | yes        |            | yes        |
  open         |            |            |            | yes     | yes        | yes        | yes        | yes
  reconnecting |            |            |            | yes     | yes        | yes        |            |
`);

/** Whether a command about the phone is taken, without a call. */
const phoneTable = readTable(`
  device                  | register | unregister | makeCall | signOut | destroy
  unregistered            | yes      |            | yes      | yes     | yes
  unregistered and wanted | yes      | yes        | yes      | yes     | yes
  registering             |          | yes        | yes      | yes     | yes
  registering and wanted  |          | yes        | yes      | yes     | yes
  registered              |          | yes        | yes      | yes     | yes
  registered and wanted   |          | yes        | yes      | yes     | yes
  destroyed               |          |            |          |         |
  destroyed and wanted    |          |            |          |         |
`);

const callCommands: readonly CallCommand[] = [
  'answerCall',
  'rejectCall',
  'ignoreCall',
  'endCall',
  'toggleMute',
  'toggleHold',
  'sendDigits',
  'reconnectSound',
];
const phoneCommands: readonly PhoneCommand[] = ['register', 'unregister', 'makeCall', 'signOut', 'destroy'];

function phoneWith(...calls: readonly CallState[]) {
  return phoneState({ calls });
}

function refusal(code: PhoneErrorCode) {
  return (error: unknown) => {
    assert.equal((error as { code?: unknown }).code, code);
    return true;
  };
}

describe('a command about a call named by its id', () => {
  for (const { row, column, value } of callTable) {
    const command = column as CallCommand;
    const state = phoneWith(callState({ status: row as CallStatus }));
    test(`${command} is ${value ? 'taken' : 'refused'} while it is ${row}`, () => {
      assert.equal(can(state, command, 'call-1'), value === 'yes');
      if (value) assert.equal(chooseCall(state, command, 'call-1').id, 'call-1');
      else assert.throws(() => chooseCall(state, command, 'call-1'), refusal('invalid-state'));
    });
  }
});

describe('a command about the only call, without an id', () => {
  for (const { row, column, value } of obviousCallTable) {
    const command = column as CallCommand;
    const state = phoneWith(callState({ status: row as CallStatus }));
    test(`${command} is ${value ? 'taken' : 'refused'} while it is ${row}`, () => {
      assert.equal(can(state, command), value === 'yes');
      if (!value) assert.throws(() => chooseCall(state, command), refusal('invalid-state'));
    });
  }
});

describe('a command under way', () => {
  for (const { row, column } of callTable.filter(({ value }) => value === 'yes')) {
    const command = column as CallCommand;
    const status = row as CallStatus;
    test(`${command} while ${status} is refused a second time, and no other for its sake`, () => {
      const others = callCommands.filter((other) => other !== command);
      assert.equal(can(phoneWith(callState({ status, pending: [command] })), command, 'call-1'), false);
      assert.equal(can(phoneWith(callState({ status, pending: others })), command, 'call-1'), true);
    });
  }

  for (const command of phoneCommands) {
    test(`${command} is refused a second time, and no other for its sake`, () => {
      const status = command === 'register' ? 'unregistered' : 'registered';
      const others = phoneCommands.filter((other) => other !== command);
      const busy = phoneState({ device: deviceState({ status, pending: [command] }) });
      const free = phoneState({ device: deviceState({ status, pending: others }) });
      assert.equal(can(busy, command), false);
      assert.equal(can(free, command), true);
    });
  }
});

describe('a command about the phone', () => {
  for (const { row, column, value } of phoneTable) {
    const [status = '', isWanted] = row.split(' and ');
    const device = deviceState({ status: status as DeviceStatus, isWanted: isWanted === 'wanted' });
    const command = column as PhoneCommand;
    test(`${command} is ${value ? 'taken' : 'refused'} while the device is ${row}`, () => {
      assert.equal(can(phoneState({ device }), command), value === 'yes');
      if (!value) {
        assert.throws(() => requirePhoneCommand(phoneState({ device }), command), refusal('invalid-state'));
      }
    });
  }

  for (const status of ['pending', 'connecting', 'ringing', 'open', 'reconnecting'] as const) {
    test(`makeCall is refused while a call is ${status}: the SDK would drop it`, () => {
      assert.equal(can(phoneWith(callState({ status })), 'makeCall'), false);
    });
  }
});

describe('which call is meant', () => {
  const rings = callState({ id: 'rings' });
  const ringsToo = callState({ id: 'rings-too' });
  const open = callState({ id: 'open', status: 'open', openedAt: 1_500 });
  const connecting = callState({ id: 'connecting', status: 'connecting', direction: 'OUTGOING' });

  test('the one that rings for answer, reject and ignore, the active one for the rest', () => {
    const state = phoneWith(open, rings);
    for (const command of ['rejectCall', 'ignoreCall'] as const) {
      assert.equal(chooseCall(state, command).id, 'rings');
    }
    for (const command of ['endCall', 'toggleMute', 'toggleHold', 'sendDigits'] as const) {
      assert.equal(chooseCall(state, command).id, 'open');
    }
  });

  test('with two that ring, answer, reject and ignore need an id', () => {
    const state = phoneWith(rings, ringsToo);
    for (const command of ['answerCall', 'rejectCall', 'ignoreCall'] as const) {
      assert.throws(() => chooseCall(state, command), refusal('ambiguous-call'));
      assert.equal(can(state, command), false);
      assert.equal(chooseCall(state, command, 'rings-too').id, 'rings-too');
    }
  });

  test('with two that are active, the rest need an id', () => {
    const state = phoneWith(open, connecting);
    for (const command of ['endCall', 'toggleMute', 'toggleHold', 'sendDigits'] as const) {
      assert.throws(() => chooseCall(state, command), refusal('ambiguous-call'));
    }
    assert.equal(chooseCall(state, 'endCall', 'connecting').id, 'connecting');
  });

  test('an id that nobody has is told from a call that is not ready', () => {
    for (const command of callCommands) {
      assert.throws(() => chooseCall(phoneWith(rings), command, 'other'), refusal('unknown-call'));
      assert.equal(can(phoneWith(rings), command, 'other'), false);
    }
  });

  test('the call that ended last is not meant by its id any more', () => {
    const state = phoneState({ lastCall: callState({ status: 'closed' }) });
    assert.throws(() => chooseCall(state, 'endCall', 'call-1'), refusal('unknown-call'));
  });

  test('without any call every command about one is refused', () => {
    for (const command of callCommands) {
      assert.throws(() => chooseCall(phoneWith(), command), refusal('invalid-state'));
    }
  });

  test('a placed call that has not begun is not one that rings here', () => {
    const placed = callState({ direction: 'OUTGOING', status: 'pending' });
    assert.equal(can(phoneWith(placed), 'answerCall'), false);
  });
});

describe('answering while somebody talks', () => {
  const rings = callState({ id: 'rings' });
  for (const status of ['connecting', 'ringing', 'open', 'reconnecting'] as const) {
    test(`is refused while another call is ${status}: the SDK would hang that one up`, () => {
      const state = phoneWith(callState({ status }), rings);
      assert.equal(can(state, 'answerCall', 'rings'), false);
      assert.equal(can(state, 'answerCall'), false);
      assert.equal(can(state, 'rejectCall', 'rings'), true);
    });
  }

  test('is taken while another one rings too', () => {
    assert.equal(can(phoneWith(callState(), rings), 'answerCall', 'rings'), true);
  });
});

describe('hold', () => {
  for (const status of ['open', 'reconnecting'] as const) {
    test(`is refused where it cannot work, while ${status}, and mute is not`, () => {
      const state = phoneWith(callState({ status, isHoldAvailable: false }));
      assert.equal(can(state, 'toggleHold'), false);
      assert.equal(can(state, 'toggleMute'), true);
    });
  }
});

test('a refusal names the command, for the text that the person reads', () => {
  assert.throws(
    () => chooseCall(phoneWith(), 'endCall'),
    (error: { parameters?: unknown }) => {
      assert.deepEqual(error.parameters, { command: 'endCall' });
      return true;
    },
  );
});
