/** Snapshots for tests, each whole and frozen, with only what matters said. */
import type { CallState, DeviceState, PhoneState } from '../../src/core/phone-state.js';

/** An incoming call that rings, unless told otherwise. */
export function callState(change: Partial<CallState> = {}): CallState {
  return Object.freeze({
    id: 'call-1',
    status: 'pending',
    direction: 'INCOMING',
    from: '+14155550100',
    to: 'client:alice',
    name: null,
    isMuted: false,
    isTalkingWhileMuted: false,
    isOnHold: false,
    isHoldAvailable: true,
    createdAt: 1_000,
    openedAt: null,
    closedAt: null,
    reconnectingSince: null,
    parameters: Object.freeze({}),
    warnings: Object.freeze([]),
    pending: Object.freeze([]),
    closedBy: null,
    autoAnswerAt: null,
    isMissed: false,
    error: null,
    quality: null,
    isFeedbackPossible: true,
    feedback: null,
    ...change,
  });
}

/** A device that is registered and wanted, unless told otherwise. */
export function deviceState(change: Partial<DeviceState> = {}): DeviceState {
  return Object.freeze({
    status: 'registered',
    isWanted: true,
    identity: 'alice',
    edge: 'ashburn',
    retryAt: null,
    isSignInRequired: false,
    isConfigured: true,
    pending: Object.freeze([]),
    error: null,
    ...change,
  });
}

/** A phone that is registered, without a call, unless told otherwise. */
export function phoneState(change: Partial<PhoneState> = {}): PhoneState {
  return Object.freeze({
    device: deviceState(),
    calls: Object.freeze([]),
    lastCall: null,
    missedCallCount: 0,
    isSoundBlocked: false,
    ...change,
  });
}

/** Every place in a snapshot that could still be changed, by its path. Errors are values of their own. */
export function unfrozenPlaces(value: unknown, path = 'state'): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Error) return [];
  const own = Object.isFrozen(value) ? [] : [path];
  return own.concat(Object.entries(value).flatMap(([name, part]) => unfrozenPlaces(part, `${path}.${name}`)));
}
