import { expect } from '@open-wc/testing';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import { chooseHelp } from '../../../src/elements/trouble/choose-help.js';
import { helpName } from '../../../src/elements/trouble/help-name.js';
import type { Trouble } from '../../../src/elements/trouble/find-trouble.js';
import { allErrorCodes } from '../../support/error-codes.js';
import { callState, deviceState } from '../../support/states.js';

/** What the button says for each code: of the phone, and of a call that was placed and is over. */
const rows: Readonly<Record<PhoneErrorCode, readonly [string, string]>> = {
  'invalid-state': ['Try again', 'Call again'],
  'ambiguous-call': ['Close', 'Close'],
  'unknown-call': ['Close', 'Close'],
  'invalid-argument': ['Close', 'Close'],
  'call-ended': ['Close', 'Close'],
  'call-failed': ['Try again', 'Call again'],
  'connection-failed': ['Try again', 'Call again'],
  'registration-failed': ['Try again', 'Call again'],
  'rate-limited': ['Try again', 'Call again'],
  'sdk-load-failed': ['Try again', 'Call again'],
  'browser-unsupported': ['Close', 'Close'],
  'callee-busy': ['Try again', 'Call again'],
  'callee-not-found': ['Close', 'Close'],
  'callee-unavailable': ['Try again', 'Call again'],
  'call-declined': ['Try again', 'Call again'],
  'media-failed': ['Try again', 'Call again'],
  'application-not-found': ['Close', 'Close'],
  'webhook-failed': ['Try again', 'Call again'],
  'caller-id-refused': ['Close', 'Close'],
  'token-url-missing': ['Try again', 'Call again'],
  'token-url-invalid': ['Try again', 'Call again'],
  'token-request-failed': ['Try again', 'Call again'],
  'token-request-timeout': ['Try again', 'Call again'],
  'token-answer-invalid': ['Try again', 'Call again'],
  'token-invalid': ['Try again', 'Call again'],
  'token-expired': ['Try again', 'Call again'],
  'token-expired-on-arrival': ['Try again', 'Call again'],
  'token-grants-missing': ['Try again', 'Call again'],
  'incoming-not-allowed': ['Try again', 'Call again'],
  'sign-in-required': ['Try again', 'Try again'],
  'microphone-denied': ['Try again', 'Call again'],
  'microphone-dismissed': ['Allow the microphone', 'Allow the microphone'],
  'microphone-blocked-by-system': ['Try again', 'Call again'],
  'microphone-missing': ['Try again', 'Call again'],
  'microphone-busy': ['Choose another microphone', 'Choose another microphone'],
  'microphone-unsuitable': ['Choose another microphone', 'Choose another microphone'],
  'microphone-forbidden': ['Close', 'Close'],
  'page-not-secure': ['Open by https', 'Open by https'],
  'microphone-failed': ['Try again', 'Call again'],
  'history-not-cleared': ['Try again', 'Call again'],
  'feedback-failed': ['Try again', 'Call again'],
  'speaker-failed': ['Choose another loudspeaker', 'Choose another loudspeaker'],
};

const possible = { hasSettings: true, isInsecurePage: true };
const impossible = { hasSettings: false, isInsecurePage: false };

function ofDevice(code: PhoneErrorCode): Trouble {
  return { about: 'device', error: new PhoneError(code, ''), device: deviceState() };
}

function ofCall(
  code: PhoneErrorCode,
  about: 'last-call' | 'active-call' | 'ringing-call',
  direction: 'INCOMING' | 'OUTGOING' = 'OUTGOING',
): Trouble {
  return { about, error: new PhoneError(code, ''), call: callState({ direction }) };
}

function nameOf(trouble: Trouble, possibilities = possible): string | null {
  const help = chooseHelp(trouble, possibilities);
  return help && helpName(help, trouble);
}

describe('the one button that helps', () => {
  for (const code of allErrorCodes) {
    it(`fits ${code}`, () => {
      expect([nameOf(ofDevice(code)), nameOf(ofCall(code, 'last-call'))]).to.deep.equal(rows[code]);
    });
  }

  const impossibleRows: readonly (readonly [PhoneErrorCode, string])[] = [
    ['microphone-busy', 'Try again'],
    ['microphone-unsuitable', 'Try again'],
    ['speaker-failed', 'Close'],
    ['page-not-secure', 'Close'],
  ];
  for (const [code, name] of impossibleRows) {
    it(`promises nothing for ${code} that cannot be done here`, () => {
      expect(nameOf(ofDevice(code), impossible)).to.equal(name);
    });
  }

  it('does not call somebody back in the place of a caller’s own trouble', () => {
    expect(nameOf(ofCall('connection-failed', 'last-call', 'INCOMING'))).to.equal('Close');
  });

  it('fault 34: calls back whoever one talked to, where there is a number for it', () => {
    const error = new PhoneError('media-failed', '');
    const call = (from: string) => callState({ direction: 'INCOMING', from, openedAt: 2_000 });
    expect(nameOf({ about: 'last-call', error, call: call('+14155550100') })).to.equal('Call again');
    expect(nameOf({ about: 'last-call', error, call: call('anonymous') })).to.equal('Close');
  });

  it('is none in a call that the phone is bringing back by itself', () => {
    expect(nameOf(ofCall('connection-failed', 'active-call'))).to.equal(null);
  });

  it('answers once more while the caller still rings', () => {
    const trouble = ofCall('microphone-denied', 'ringing-call', 'INCOMING');
    expect(chooseHelp(trouble, possible)).to.equal('answer');
  });

  it('tries once more what failed before there was a call', () => {
    const attempt = { error: new PhoneError('token-request-failed', ''), tryAgain: () => Promise.resolve() };
    const trouble: Trouble = { about: 'attempt', error: attempt.error, attempt };
    expect(chooseHelp(trouble, possible)).to.equal('try-again');
  });
});
