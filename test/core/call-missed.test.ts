import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transitionCall } from '../../src/core/call-machine.js';
import type { CallCommand, CallState } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { callState } from '../support/states.js';

function after(change: Partial<CallState>, event: CallPortEvent): CallState {
  return transitionCall(callState(change), event, 2_000);
}

describe('a call is missed', () => {
  test('when its caller gives up', () => {
    assert.equal(after({}, { type: 'cancel' }).isMissed, true);
  });

  test('when the signalling is lost while it rings', () => {
    assert.equal(after({}, { type: 'transportClose' }).isMissed, true);
  });

  test('not when it was answered', () => {
    assert.equal(after({ status: 'open', openedAt: 1_500 }, { type: 'disconnect' }).isMissed, false);
  });

  test('not when it was answered in the moment in which its caller gave up', () => {
    assert.equal(after({ status: 'open', openedAt: 1_500 }, { type: 'cancel' }).isMissed, false);
  });

  test('not when it was placed here', () => {
    assert.equal(after({ status: 'ringing', direction: 'OUTGOING' }, { type: 'disconnect' }).isMissed, false);
  });

  const refusals: readonly CallCommand[] = ['rejectCall', 'ignoreCall', 'endCall'];
  for (const refusal of refusals) {
    test(`not when the person ended it by ${refusal}`, () => {
      const status = refusal === 'endCall' ? 'connecting' : 'pending';
      assert.equal(after({ status, pending: [refusal] }, { type: 'cancel' }).isMissed, false);
    });
  }

  test('also when the person was about to answer', () => {
    assert.equal(after({ pending: ['answerCall'] }, { type: 'cancel' }).isMissed, true);
  });
});
