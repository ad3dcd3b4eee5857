import { expect } from '@open-wc/testing';
import type { CallOutcome } from '../../../src/core/call-record.js';
import { describeOutcome } from '../../../src/elements/shared/describe-record.js';
import { callRecord } from '../../support/call-records.js';

const incoming: readonly [CallOutcome, boolean, string][] = [
  ['answered', false, 'Incoming call'],
  ['missed', true, 'Missed call'],
  ['busy', true, 'Missed call: you were in another'],
  ['lost', true, 'Missed call: the connection was lost'],
  ['lost', false, 'The connection was lost'],
  ['declined', false, 'Declined'],
  ['ignored', false, 'Silenced'],
  ['canceled', false, 'Ended before it was answered'],
  ['failed', false, 'The call failed'],
  ['failed', true, 'Missed call'],
];
const outgoing: readonly [CallOutcome, string][] = [
  ['answered', 'Outgoing call'],
  ['declined', 'They declined'],
  ['canceled', 'Ended before it was answered'],
  ['busy', 'The line was busy'],
  ['no-answer', 'Nobody answered'],
  ['unavailable', 'Could not be reached'],
  ['failed', 'The call failed'],
  ['lost', 'The connection was lost'],
];

describe('how a call ended, in words', () => {
  for (const [outcome, wasMissed, words] of incoming) {
    it(`came in, ${outcome}${wasMissed ? ', missed' : ''}: ${words}`, () => {
      expect(describeOutcome(callRecord({ outcome, wasMissed }))).to.equal(words);
    });
  }
  for (const [outcome, words] of outgoing) {
    it(`went out, ${outcome}: ${words}`, () => {
      expect(describeOutcome(callRecord({ direction: 'OUTGOING', outcome }))).to.equal(words);
    });
  }
});
