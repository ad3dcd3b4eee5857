import { expect } from '@open-wc/testing';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import type { CallState, DeviceState, PhoneState } from '../../../src/core/phone-state.js';
import { describeTrouble } from '../../../src/elements/trouble/describe-trouble.js';
import { findTrouble } from '../../../src/elements/trouble/find-trouble.js';
import type { TroubleContext } from '../../../src/elements/trouble/find-trouble.js';
import { callState, deviceState, phoneState } from '../../support/states.js';

const nothingElse: TroubleContext = { attempt: null, seenCallId: null, hasToast: true };
const error = (code: PhoneErrorCode) => new PhoneError(code, '', { recoverable: true });
const attempt = { error: error('token-request-failed'), tryAgain: () => Promise.resolve() };

function device(change: Partial<DeviceState>): Partial<PhoneState> {
  return { device: deviceState({ isWanted: true, status: 'unregistered', ...change }) };
}

function find(state: Partial<PhoneState>, context: Partial<TroubleContext> = {}): string {
  const trouble = findTrouble(phoneState(state), { ...nothingElse, ...context });
  return trouble ? `${trouble.about}: ${trouble.error.code}` : 'nothing';
}

const broken = device({ error: error('connection-failed') });
const failed = (change: Partial<CallState> = {}) =>
  callState({ id: 'old', status: 'closed', direction: 'OUTGOING', error: error('callee-busy'), ...change });
const ringing = callState({ status: 'pending', direction: 'INCOMING', error: error('microphone-denied') });
const lost = callState({ status: 'reconnecting', error: error('media-failed') });

describe('the trouble that matters most', () => {
  const rows: readonly (readonly [string, string, Partial<PhoneState>, Partial<TroubleContext>?])[] = [
    ['none', 'nothing', device({})],
    ['the phone’s', 'device: connection-failed', broken],
    [
      'none of a phone that is not wanted',
      'nothing',
      device({ isWanted: false, error: error('token-invalid') }),
    ],
    [
      'none of a phone that is registered all the same',
      'nothing',
      device({ status: 'registered', error: error('token-request-failed') }),
    ],
    [
      'that somebody has to sign in, while it is still registered',
      'device: sign-in-required',
      device({ status: 'registered', isSignInRequired: true, error: error('sign-in-required') }),
    ],
    [
      'none of a phone that is over',
      'nothing',
      device({ status: 'destroyed', error: error('token-invalid') }),
    ],
    ['the last call’s before the phone’s', 'last-call: callee-busy', { ...broken, lastCall: failed() }],
    [
      'no last call’s that was seen',
      'device: connection-failed',
      { ...broken, lastCall: failed() },
      { seenCallId: 'old' },
    ],
    ['no call’s that was just over', 'nothing', { lastCall: failed({ error: error('call-ended') }) }],
    ['what failed before there was a call', 'attempt: token-request-failed', {}, { attempt }],
    ['the active call’s before all', 'active-call: media-failed', { ...broken, calls: [lost] }, { attempt }],
    [
      'no older one in a good call',
      'nothing',
      { ...broken, calls: [callState({ status: 'open' })], lastCall: failed() },
    ],
    ['none that a toast says', 'nothing', { calls: [ringing] }],
    [
      'a ringing call’s without a toast',
      'ringing-call: microphone-denied',
      { calls: [ringing] },
      { hasToast: false },
    ],
  ];
  for (const [what, expected, state, context] of rows) {
    it(`is ${what}`, () => expect(find(state, context)).to.equal(expected));
  }
});

describe('what trouble means', () => {
  const meanings: readonly (readonly [
    string,
    Partial<PhoneState>,
    string,
    string,
    Partial<TroubleContext>?,
  ])[] = [
    ['for the phone', broken, 'Calls do not ring here.', 'Check your network.'],
    [
      'for a phone that still has a token',
      device({ status: 'registered', isSignInRequired: true, error: error('sign-in-required') }),
      'Calls ring here only until the sign-in runs out.',
      'Sign in to this site again.',
    ],
    [
      'for a call that is being brought back',
      { calls: [lost] },
      'The call goes on as soon as the connection is back.',
      'A firewall may keep it out: try another network, or ask whoever runs yours.',
    ],
    [
      'for a call that was open',
      { lastCall: failed({ openedAt: 1, error: error('connection-failed') }) },
      'The call has ended.',
      'Check your network.',
    ],
    ['for a call that was placed', { lastCall: failed() }, 'No call was made.', 'Try again later.'],
    [
      'for a caller who was not answered',
      { lastCall: failed({ direction: 'INCOMING', error: error('connection-failed') }) },
      'The call was not answered.',
      'Check your network.',
    ],
    [
      'for what failed before there was a call: nobody keeps trying that',
      {},
      'No call was made.',
      '',
      { attempt },
    ],
  ];
  for (const [what, state, meaning, remedy, context] of meanings) {
    it(`is said ${what}`, () => {
      const trouble = findTrouble(phoneState(state), { ...nothingElse, ...context });
      if (!trouble) throw new Error('There is no trouble.');
      expect(describeTrouble(trouble)).to.include({ meaning, remedy });
    });
  }
});
