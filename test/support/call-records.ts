import type { CallRecord } from '../../src/core/call-record.js';

/** An answered incoming call of a minute at noon, unless told otherwise. */
export function callRecord(change: Partial<CallRecord> = {}): CallRecord {
  const createdAt = change.createdAt ?? Date.UTC(2026, 0, 1, 12);
  return Object.freeze({
    id: 'call-1',
    callSid: null,
    direction: 'INCOMING',
    from: '+14155550100',
    to: 'client:alice',
    name: null,
    outcome: 'answered',
    wasMissed: false,
    wasEndedHere: true,
    createdAt,
    ringingAt: createdAt,
    openedAt: createdAt + 5_000,
    closedAt: createdAt + 65_000,
    waitInMilliseconds: 5_000,
    talkInMilliseconds: 60_000,
    holdInMilliseconds: 0,
    muteInMilliseconds: 0,
    reconnectCount: 0,
    warnings: Object.freeze([]),
    errors: Object.freeze([]),
    quality: null,
    identity: 'alice',
    edge: 'ashburn',
    ...change,
  });
}
