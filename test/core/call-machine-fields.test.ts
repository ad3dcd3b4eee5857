import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transitionCall } from '../../src/core/call-machine.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallEnding, CallState, CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { callState, unfrozenPlaces } from '../support/states.js';

const trouble = new PhoneError('connection-failed', 'The connection is lost.');
const otherTrouble = new PhoneError('call-failed', 'It failed.');

/** The call right after, at the moment 2000. */
function after(change: Partial<CallState>, event: CallPortEvent, at = 2_000): CallState {
  return transitionCall(callState(change), event, at);
}

/** What an event changes, and nothing else: every other field is as it was. */
function changes(change: Partial<CallState>, event: CallPortEvent): Partial<CallState> {
  const before = callState(change);
  const changed = transitionCall(before, event, 2_000);
  const names = Object.keys(changed) as (keyof CallState)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(changed[name]) !== JSON.stringify(before[name]))
      .map((name) => [name, changed[name]]),
  );
}

describe('answering', () => {
  test('opens the call at that moment', () => {
    assert.deepEqual(changes({ status: 'connecting' }, { type: 'accept', parameters: {} }), {
      status: 'open',
      openedAt: 2_000,
    });
  });

  test('again, after a reconnection, keeps the moment of the first answer', () => {
    const call = after({ status: 'reconnecting', openedAt: 1_500 }, { type: 'accept', parameters: {} });
    assert.equal(call.openedAt, 1_500);
  });

  test('keeps the moment of an answer at the very beginning of time', () => {
    assert.equal(
      after({ status: 'reconnecting', openedAt: 0 }, { type: 'accept', parameters: {} }).openedAt,
      0,
    );
  });

  test('clears what went wrong before', () => {
    assert.equal(
      after({ status: 'connecting', error: trouble }, { type: 'accept', parameters: {} }).error,
      null,
    );
  });

  for (const type of ['ringing', 'accept'] as const) {
    test(`${type} adds the parameters known by now, and newer ones replace older ones`, () => {
      const parameters = { CallSid: 'CA2', To: '+12025550199' };
      const call = after(
        { status: 'connecting', parameters: { CallSid: '', name: 'Ann' } },
        { type, parameters },
      );
      assert.deepEqual(call.parameters, { CallSid: 'CA2', name: 'Ann', To: '+12025550199' });
    });
  }
});

describe('a call that is open', () => {
  test('has a moment of opening, also when a reconnection came before any answer', () => {
    assert.equal(after({ status: 'reconnecting' }, { type: 'reconnected' }).openedAt, 2_000);
  });

  test('keeps it when it comes back', () => {
    assert.equal(after({ status: 'reconnecting', openedAt: 0 }, { type: 'reconnected' }).openedAt, 0);
  });
});

describe('mute and hold', () => {
  for (const isMuted of [true, false]) {
    test(`mute says that the microphone is ${isMuted ? 'off' : 'on'}, and nothing else`, () => {
      assert.deepEqual(changes({ status: 'open', isMuted: !isMuted }, { type: 'mute', isMuted }), {
        isMuted,
      });
    });
    test(`hold says that the call is ${isMuted ? 'on hold' : 'resumed'}, and nothing else`, () => {
      const event: CallPortEvent = { type: 'hold', isOnHold: isMuted };
      assert.deepEqual(changes({ status: 'open', isOnHold: !isMuted }, event), { isOnHold: isMuted });
    });
  }

  for (const isTalking of [true, false]) {
    test(`talking ${isTalking ? 'begins' : 'ends'} while muted, and nothing else`, () => {
      const before = { status: 'open', isMuted: true, isTalkingWhileMuted: !isTalking } as const;
      const event: CallPortEvent = { type: 'talking-while-muted', isTalking };
      assert.deepEqual(changes(before, event), { isTalkingWhileMuted: isTalking });
    });
    test(`holding becomes ${isTalking ? 'possible' : 'impossible'}, and nothing else`, () => {
      const event: CallPortEvent = { type: 'hold-available', isHoldAvailable: isTalking };
      assert.deepEqual(changes({ status: 'open', isHoldAvailable: !isTalking }, event), {
        isHoldAvailable: isTalking,
      });
    });
  }

  test('nobody talks while muted once the microphone is on again', () => {
    const talking = { status: 'open', isMuted: true, isTalkingWhileMuted: true } as const;
    assert.equal(after(talking, { type: 'mute', isMuted: false }).isTalkingWhileMuted, false);
    assert.equal(after(talking, { type: 'mute', isMuted: true }).isTalkingWhileMuted, true);
  });

  for (const isTalking of [true, false]) {
    test(`talking-while-muted says that somebody ${isTalking ? 'talks' : 'has stopped'}, and nothing else`, () => {
      const before = { status: 'open', isMuted: true, isTalkingWhileMuted: !isTalking } as const;
      assert.deepEqual(changes(before, { type: 'talking-while-muted', isTalking }), {
        isTalkingWhileMuted: isTalking,
      });
    });
    test(`hold-available says that holding is ${isTalking ? '' : 'im'}possible, and nothing else`, () => {
      const event: CallPortEvent = { type: 'hold-available', isHoldAvailable: isTalking };
      assert.deepEqual(changes({ status: 'pending', isHoldAvailable: !isTalking }, event), {
        isHoldAvailable: isTalking,
      });
    });
  }

  test('end with the call: nobody talks into a microphone that is closed', () => {
    const call = after({ status: 'open', isMuted: true, isTalkingWhileMuted: true }, { type: 'disconnect' });
    assert.deepEqual([call.isMuted, call.isTalkingWhileMuted], [false, false]);
  });

  test('are independent of each other', () => {
    const call = after({ status: 'open', isMuted: true }, { type: 'hold', isOnHold: true });
    assert.deepEqual([call.isMuted, call.isOnHold], [true, true]);
  });
});

describe('warnings', () => {
  test('are added in the order in which they came', () => {
    const call = after({ status: 'open', warnings: ['high-rtt'] }, { type: 'warning', name: 'low-mos' });
    assert.deepEqual(call.warnings, ['high-rtt', 'low-mos']);
  });

  test('stand once, however often they come', () => {
    const call = after(
      { status: 'open', warnings: ['high-rtt', 'low-mos'] },
      { type: 'warning', name: 'high-rtt' },
    );
    assert.deepEqual(call.warnings, ['low-mos', 'high-rtt']);
  });

  test('are cleared by name', () => {
    const before = { status: 'reconnecting', warnings: ['high-rtt', 'low-mos'] } as const;
    assert.deepEqual(after(before, { type: 'warning-cleared', name: 'high-rtt' }).warnings, ['low-mos']);
    assert.deepEqual(after(before, { type: 'warning-cleared', name: 'other' }).warnings, before.warnings);
  });
});

describe('trouble', () => {
  test('an error stands with the call', () => {
    assert.deepEqual(changes({ status: 'open' }, { type: 'error', error: trouble }), { error: trouble });
  });

  test('reconnecting says why', () => {
    const call = after({ status: 'open' }, { type: 'reconnecting', error: trouble });
    assert.equal(call.error, trouble);
  });

  test('reconnecting again, without a reason, keeps the reason', () => {
    const call = after({ status: 'reconnecting', error: trouble }, { type: 'reconnecting', error: null });
    assert.equal(call.error, trouble);
  });

  test('a later reason replaces an older one', () => {
    const call = after(
      { status: 'reconnecting', error: trouble },
      { type: 'reconnecting', error: otherTrouble },
    );
    assert.equal(call.error, otherTrouble);
  });

  test('reconnected leaves it behind', () => {
    assert.equal(after({ status: 'reconnecting', error: trouble }, { type: 'reconnected' }).error, null);
  });

  test('reconnecting counts from when the connection was lost, however often that is said', () => {
    const lost = { type: 'reconnecting', error: null } as const;
    assert.equal(after({ status: 'open' }, lost).reconnectingSince, 2_000);
    assert.equal(after({ status: 'reconnecting', reconnectingSince: 0 }, lost).reconnectingSince, 0);
  });

  test('nothing is counted once the connection is back, or the call is over', () => {
    const waiting = { status: 'reconnecting', reconnectingSince: 1_500 } as const;
    for (const type of ['reconnected', 'disconnect', 'transportClose'] as const) {
      assert.equal(after(waiting, { type }).reconnectingSince, null, type);
    }
    assert.equal(after(waiting, { type: 'accept', parameters: {} }).reconnectingSince, null);
    assert.equal(after({}, { type: 'reconnecting', error: null }).reconnectingSince, null);
  });

  test('an error after the end is kept, and the end stays as it was', () => {
    const closed = after({ status: 'open', openedAt: 1_500 }, { type: 'disconnect' }, 3_000);
    const call = transitionCall(closed, { type: 'error', error: trouble }, 9_000);
    assert.deepEqual({ ...call, error: null }, closed);
    assert.equal(call.error, trouble);
  });

  test('an error before the end stands after it', () => {
    assert.equal(after({ status: 'open', error: trouble }, { type: 'disconnect' }).error, trouble);
  });
});

describe('the end', () => {
  const endings: readonly (readonly [CallStatus, CallPortEvent, CallEnding])[] = [
    ['pending', { type: 'cancel' }, 'cancel'],
    ['pending', { type: 'reject' }, 'reject'],
    ['pending', { type: 'ignore' }, 'ignore'],
    ['open', { type: 'disconnect' }, 'disconnect'],
    ['open', { type: 'transportClose' }, 'transportClose'],
    ['pending', { type: 'reconnecting', error: null }, 'transportClose'],
  ];
  for (const [status, event, closedBy] of endings) {
    test(`of a call that is ${status}, by ${event.type}, is told as ${closedBy}`, () => {
      const call = after({ status }, event);
      assert.deepEqual([call.status, call.closedBy, call.closedAt], ['closed', closedBy, 2_000]);
    });
  }

  test('un-mutes, resumes, and leaves no warning and no wish, for the SDK does not say so', () => {
    const call = after(
      {
        status: 'open',
        isMuted: true,
        isTalkingWhileMuted: true,
        isOnHold: true,
        warnings: ['low-mos'],
        pending: ['toggleHold'],
      },
      { type: 'disconnect' },
    );
    assert.deepEqual(
      [call.isMuted, call.isTalkingWhileMuted, call.isOnHold, call.warnings, call.pending],
      [false, false, false, [], []],
    );
  });

  test('takes back the announcement that the phone answers by itself', () => {
    assert.equal(after({ autoAnswerAt: 5_000 }, { type: 'cancel' }).autoAnswerAt, null);
  });

  test('lost signalling while it rings keeps the reason', () => {
    assert.equal(after({}, { type: 'reconnecting', error: trouble }).error, trouble);
  });
});

describe('every snapshot', () => {
  const events: readonly (readonly [CallStatus, CallPortEvent])[] = [
    ['connecting', { type: 'ringing', parameters: { CallSid: 'CA1' } }],
    ['connecting', { type: 'accept', parameters: { CallSid: 'CA1' } }],
    ['open', { type: 'warning', name: 'low-mos' }],
    ['open', { type: 'warning-cleared', name: 'low-mos' }],
    ['open', { type: 'mute', isMuted: true }],
    ['open', { type: 'disconnect' }],
    ['closed', { type: 'error', error: trouble }],
  ];
  for (const [status, event] of events) {
    test(`after ${event.type} is frozen through and through, and leaves the one before as it was`, () => {
      const before = callState({ status });
      const copy = structuredClone({ ...before });
      assert.deepEqual(unfrozenPlaces(transitionCall(before, event, 2_000)), []);
      assert.deepEqual({ ...before }, copy);
    });
  }
});
