import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { activeCalls, currentCall, incomingCalls, isSomebodyWaiting } from '../../src/core/phone-state.js';
import type { CallState, CallStatus } from '../../src/core/phone-state.js';
import { callState, phoneState } from '../support/states.js';

const rings = callState({ id: 'rings' });
const ringsToo = callState({ id: 'rings-too' });
const chosen = callState({ id: 'chosen', pending: ['answerCall'] });
const open = callState({ id: 'open', status: 'open' });
const placed = callState({ id: 'placed', status: 'ringing', direction: 'OUTGOING' });
const unborn = callState({ id: 'unborn', direction: 'OUTGOING' });

function ids(calls: readonly CallState[]): string[] {
  return calls.map(({ id }) => id);
}

function phoneWith(...calls: readonly CallState[]) {
  return phoneState({ calls });
}

describe('calls that ring here', () => {
  test('are the incoming ones that nobody answered, in the order in which they came', () => {
    assert.deepEqual(ids(incomingCalls(phoneWith(rings, open, placed, unborn, ringsToo))), [
      'rings',
      'rings-too',
    ]);
  });

  test('are none in a phone without a call', () => {
    assert.deepEqual(incomingCalls(phoneState()), []);
  });
});

describe('active calls', () => {
  const active: Readonly<Record<CallStatus, boolean>> = {
    pending: false,
    connecting: true,
    ringing: true,
    open: true,
    reconnecting: true,
    closed: false,
  };
  for (const [status, isActive] of Object.entries(active)) {
    test(`${isActive ? 'include' : 'do not include'} one that is ${status}`, () => {
      const state = phoneWith(callState({ status: status as CallStatus }));
      assert.equal(activeCalls(state).length, isActive ? 1 : 0);
    });
  }
});

describe('the call that a person means by "the call"', () => {
  const cases: readonly (readonly [string, readonly CallState[], string | null])[] = [
    ['is none without a call', [], null],
    ['is the one that rings', [rings], 'rings'],
    ['is the first of two that ring', [rings, ringsToo], 'rings'],
    ['is the active one, though another rings first', [rings, open], 'open'],
    ['is the first of two that are active', [placed, open], 'placed'],
  ];
  for (const [name, calls, id] of cases) {
    test(name, () => assert.equal(currentCall(phoneWith(...calls))?.id ?? null, id));
  }
});

describe('somebody waits', () => {
  const cases: readonly (readonly [string, readonly CallState[], boolean])[] = [
    ['not without a call', [], false],
    ['while one rings', [rings], true],
    ['not once the person has chosen', [chosen], false],
    ['while another one rings beside the chosen one', [chosen, rings], true],
    ['not while the person talks', [open, rings], false],
    ['not while a call placed here rings there', [placed], false],
  ];
  for (const [name, calls, isWaiting] of cases) {
    test(name, () => assert.equal(isSomebodyWaiting(phoneWith(...calls)), isWaiting));
  }
});
