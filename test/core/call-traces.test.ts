import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transitionCall } from '../../src/core/call-machine.js';
import { PhoneError } from '../../src/core/phone-error.js';
import type { CallEnding, CallState, CallStatus } from '../../src/core/phone-state.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { callState } from '../support/states.js';

/** Orders in which events of one call came, measured with @twilio/voice-sdk 2.18.5; what ours adds is named. */
interface Trace {
  readonly name: string;
  readonly begins: CallStatus;
  readonly events: readonly CallPortEvent[];
  readonly ends: CallStatus;
  readonly closedBy?: CallEnding;
  readonly error?: PhoneError;
}

const parameters = { CallSid: 'CA1' };
const connecting: CallPortEvent = { type: 'connecting' };
const ringing: CallPortEvent = { type: 'ringing', parameters };
const accept: CallPortEvent = { type: 'accept', parameters };
const disconnect: CallPortEvent = { type: 'disconnect' };
const muted: CallPortEvent = { type: 'mute', isMuted: true };
const unmuted: CallPortEvent = { type: 'mute', isMuted: false };
const reconnected: CallPortEvent = { type: 'reconnected' };

const microphoneDenied = new PhoneError('microphone-denied', 'The microphone was refused.');
const signallingLost = new PhoneError('connection-failed', 'The signalling is lost.');
const mediaLost = new PhoneError('media-failed', 'The media is lost.');
const serverError = new PhoneError('call-failed', 'Twilio ended the call.');

function error(reason: PhoneError): CallPortEvent {
  return { type: 'error', error: reason };
}

function reconnecting(reason: PhoneError): CallPortEvent {
  return { type: 'reconnecting', error: reason };
}

const incoming: readonly Trace[] = [
  {
    name: 'answered, and hung up by either side',
    begins: 'pending',
    events: [connecting, accept, disconnect],
    ends: 'closed',
    closedBy: 'disconnect',
  },
  {
    name: 'given up by its caller',
    begins: 'pending',
    events: [{ type: 'cancel' }],
    ends: 'closed',
    closedBy: 'cancel',
  },
  {
    name: 'given up while the browser asks for the microphone',
    begins: 'pending',
    events: [connecting, { type: 'cancel' }],
    ends: 'closed',
    closedBy: 'cancel',
  },
  {
    name: 'given up by its caller while the answer is on its way to Twilio',
    begins: 'pending',
    events: [connecting, accept, { type: 'cancel' }],
    ends: 'closed',
    closedBy: 'cancel',
  },
  {
    name: 'declined: one event, and no disconnect',
    begins: 'pending',
    events: [{ type: 'reject' }],
    ends: 'closed',
    closedBy: 'reject',
  },
  {
    name: 'ignored: the SDK is silent, the port says it',
    begins: 'pending',
    events: [{ type: 'ignore' }],
    ends: 'closed',
    closedBy: 'ignore',
  },
  {
    name: 'whose microphone is refused: the end comes first, its reason after it',
    begins: 'pending',
    events: [connecting, disconnect, error(microphoneDenied)],
    ends: 'closed',
    closedBy: 'disconnect',
    error: microphoneDenied,
  },
  {
    name: 'whose signalling is lost while it rings',
    begins: 'pending',
    events: [{ type: 'transportClose' }],
    ends: 'closed',
    closedBy: 'transportClose',
  },
  {
    name: 'muted before the answer',
    begins: 'pending',
    events: [muted, connecting, unmuted, accept],
    ends: 'open',
  },
  {
    name: 'held and resumed, muted and un-muted, in any order',
    begins: 'pending',
    events: [
      connecting,
      accept,
      { type: 'hold', isOnHold: true },
      muted,
      { type: 'hold', isOnHold: false },
      unmuted,
    ],
    ends: 'open',
  },
];

const outgoing: readonly Trace[] = [
  {
    name: 'that rings, is answered, and is hung up',
    begins: 'connecting',
    events: [ringing, accept, disconnect],
    ends: 'closed',
    closedBy: 'disconnect',
  },
  {
    name: 'that rings twice: early media comes with the second',
    begins: 'connecting',
    events: [ringing, ringing, accept],
    ends: 'open',
  },
  { name: 'answered before it rings', begins: 'connecting', events: [accept], ends: 'open' },
  {
    name: 'whose microphone is refused',
    begins: 'connecting',
    events: [disconnect, error(microphoneDenied)],
    ends: 'closed',
    closedBy: 'disconnect',
    error: microphoneDenied,
  },
  {
    name: 'refused by Twilio: the reason comes first, the end after it',
    begins: 'connecting',
    events: [error(serverError), disconnect],
    ends: 'closed',
    closedBy: 'disconnect',
    error: serverError,
  },
  {
    name: 'whose signalling is lost while it rings: no disconnect ever comes',
    begins: 'connecting',
    events: [ringing, { type: 'transportClose' }],
    ends: 'closed',
    closedBy: 'transportClose',
  },
  {
    name: 'that finds no network path at first',
    begins: 'connecting',
    events: [reconnecting(mediaLost), accept],
    ends: 'open',
  },
  {
    name: 'that loses its signalling while it rings, and is answered meanwhile',
    begins: 'connecting',
    events: [ringing, reconnecting(signallingLost), reconnected],
    ends: 'open',
  },
];

const underWay: readonly Trace[] = [
  {
    name: 'reconnecting is said again at each failed attempt',
    begins: 'open',
    events: [reconnecting(signallingLost), reconnecting(signallingLost), reconnected],
    ends: 'open',
  },
  {
    name: 'media lost: warnings first, then the reconnection',
    begins: 'open',
    events: [
      { type: 'warning', name: 'low-bytes-received' },
      { type: 'warning', name: 'ice-connectivity-lost' },
      reconnecting(mediaLost),
      { type: 'warning-cleared', name: 'ice-connectivity-lost' },
      reconnected,
      { type: 'warning-cleared', name: 'low-bytes-received' },
    ],
    ends: 'open',
  },
  {
    name: 'muted and held while it reconnects',
    begins: 'open',
    events: [reconnecting(signallingLost), muted, { type: 'hold', isOnHold: true }, reconnected],
    ends: 'open',
  },
  {
    name: 'ended by Twilio with a reason',
    begins: 'open',
    events: [error(serverError), disconnect],
    ends: 'closed',
    closedBy: 'disconnect',
    error: serverError,
  },
  {
    name: 'hung up while it reconnects',
    begins: 'open',
    events: [reconnecting(signallingLost), disconnect],
    ends: 'closed',
    closedBy: 'disconnect',
    error: signallingLost,
  },
  {
    name: 'lost without a way back',
    begins: 'open',
    events: [{ type: 'transportClose' }],
    ends: 'closed',
    closedBy: 'transportClose',
  },
];

function replay(trace: Trace): CallState {
  let call = callState({ status: trace.begins });
  for (const [index, event] of trace.events.entries()) {
    const next = transitionCall(call, event, 2_000 + index);
    assert.notEqual(next, call, `event ${index}, ${event.type}, was not expected while ${call.status}`);
    call = next;
  }
  return call;
}

function checkEach(traces: readonly Trace[]): void {
  for (const trace of traces) {
    test(trace.name, () => {
      const call = replay(trace);
      assert.equal(call.status, trace.ends);
      assert.equal(call.closedBy, trace.closedBy ?? null);
      assert.equal(call.error, trace.error ?? null);
    });
  }
}

describe('an incoming call', () => checkEach(incoming));
describe('an outgoing call', () => checkEach(outgoing));
describe('a call under way', () => checkEach(underWay));

describe('what comes twice does no harm', () => {
  test('a second disconnect leaves the very same call', () => {
    const closed = replay({ name: '', begins: 'open', events: [disconnect], ends: 'closed' });
    assert.equal(transitionCall(closed, disconnect, 9_000), closed);
  });

  test('a late reconnecting or cancel does not bring a call back', () => {
    const closed = replay({ name: '', begins: 'pending', events: [{ type: 'cancel' }], ends: 'closed' });
    for (const event of [reconnecting(signallingLost), accept, connecting, { type: 'cancel' } as const]) {
      assert.equal(transitionCall(closed, event, 9_000), closed);
    }
  });
});
