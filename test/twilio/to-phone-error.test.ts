import { expect } from '@open-wc/testing';
import { TwilioError } from '@twilio/voice-sdk';
import { PhoneError } from '../../src/core/phone-error.js';
import { callMeanings } from '../../src/twilio/call-meanings.js';
import { learnMeanings, toPhoneError } from '../../src/twilio/to-phone-error.js';

before(() => learnMeanings(callMeanings));

/** Each number that SDK 2.18.5 makes or passes on, and what it means here. */
const rows: readonly (readonly [number, string, string, boolean])[] = [
  [20101, 'AccessTokenInvalid', 'token-invalid', true],
  [20104, 'AccessTokenExpired', 'token-expired', true],
  [20151, 'AuthenticationFailed', 'token-invalid', true],
  [31000, 'UnknownError', 'connection-failed', true],
  [31001, 'ApplicationNotFoundError', 'application-not-found', false],
  [31002, 'ConnectionDeclinedError', 'call-declined', false],
  [31003, 'ConnectionTimeoutError', 'connection-failed', true],
  [31005, 'ConnectionError', 'connection-failed', true],
  [31008, 'CallCancelledError', 'call-failed', true],
  [31009, 'TransportError', 'connection-failed', true],
  [31100, 'MalformedRequestError', 'call-failed', true],
  [31101, 'MissingParameterArrayError', 'call-failed', true],
  [31102, 'AuthorizationTokenMissingError', 'token-invalid', true],
  [31103, 'MaxParameterLengthExceededError', 'call-failed', true],
  [31104, 'InvalidBridgeTokenError', 'call-failed', true],
  [31105, 'InvalidClientNameError', 'token-invalid', true],
  [31107, 'ReconnectParameterInvalidError', 'call-failed', true],
  [31201, 'AuthorizationError', 'token-invalid', true],
  [31202, 'AccessTokenSignatureValidationFailed', 'token-invalid', true],
  [31203, 'NoValidAccountError', 'token-invalid', true],
  [31204, 'InvalidJWTTokenError', 'token-invalid', true],
  [31205, 'JWTTokenExpiredError', 'token-expired', true],
  [31206, 'RateExceededError', 'rate-limited', true],
  [31207, 'JWTTokenExpirationTooLongError', 'token-invalid', true],
  [31208, 'PermissionDeniedError', 'microphone-denied', false],
  [31209, 'ReconnectAttemptError', 'call-failed', true],
  [31400, 'BadRequest', 'call-failed', true],
  [31401, 'PermissionDeniedError', 'microphone-denied', false],
  [31402, 'AcquisitionFailedError', 'microphone-failed', true],
  [31404, 'NotFound', 'callee-not-found', false],
  [31480, 'TemporarilyUnavailable', 'callee-unavailable', true],
  [31486, 'BusyHere', 'callee-busy', true],
  [31603, 'Decline', 'call-declined', false],
  [53000, 'ConnectionError', 'connection-failed', true],
  [53001, 'ConnectionDisconnected', 'connection-failed', true],
  [53400, 'ClientLocalDescFailed', 'media-failed', true],
  [53402, 'ClientRemoteDescFailed', 'media-failed', true],
  [53405, 'ConnectionError', 'media-failed', true],
];

describe('what Twilio says', () => {
  for (const [number, name, code, recoverable] of rows) {
    it(`${number} ${name} means ${code}`, () => {
      const cause = Object.assign(new Error(`${name} (${number}): whatever`), { name, code: number });
      const error = toPhoneError(cause, 'call-failed');
      expect(error).to.be.instanceOf(PhoneError);
      expect(error).to.include({ code, recoverable });
      expect(error.cause).to.deep.equal({ code: number, name, message: cause.message });
    });
  }

  it('means the same when it is only a number', () => {
    expect(toPhoneError(31486, 'call-failed').code).to.equal('callee-busy');
  });

  const named: readonly (readonly [string, string])[] = [
    ['InvalidStateError', 'invalid-state'],
    ['InvalidArgumentError', 'invalid-argument'],
    ['NotSupportedError', 'browser-unsupported'],
  ];
  for (const [name, code] of named) {
    it(`${name}, which has no number, means ${code}`, () => {
      const cause = Object.assign(new Error('A Call is already active'), { name });
      expect(toPhoneError(cause, 'call-failed')).to.include({ code, message: 'A Call is already active' });
    });
  }

  it('is a failed registration when register() rejects with undefined', () => {
    const error = toPhoneError(undefined, 'registration-failed');
    expect(error).to.include({ code: 'registration-failed', recoverable: true, cause: null });
  });

  it('is what was expected of it when nobody knows the number', () => {
    expect(toPhoneError({ code: 99999, message: 'new' }, 'connection-failed')).to.include({
      code: 'connection-failed',
      recoverable: true,
    });
  });

  it('is what Twilio said, and no connection error, when only the SDK does not know the number', () => {
    const originalError = { code: 13999, message: 'Dial: something new' };
    const caught = Object.assign(new Error('ConnectionError (31005)'), { code: 31005, originalError });
    const error = toPhoneError(caught, 'call-failed');
    expect(error.code).to.equal('call-failed');
    expect(error.cause).to.include({ code: 13999, message: 'Dial: something new' });
  });

  it('is a lost connection when what is inside is only how a WebSocket closed', () => {
    const caught = Object.assign(new Error('x'), { code: 31005, originalError: { code: 1006 } });
    expect(toPhoneError(caught, 'call-failed').code).to.equal('connection-failed');
  });

  it('is what the SDK made of it when both know the number', () => {
    const caught = { name: 'AccessTokenExpired', code: 20104, originalError: { code: 31205, message: 'x' } };
    expect(toPhoneError(caught, 'call-failed').cause).to.include({ code: 20104, name: 'AccessTokenExpired' });
  });

  it('is left alone when it is in our words already', () => {
    const error = new PhoneError('page-not-secure', 'http');
    expect(toPhoneError(error, 'call-failed')).to.equal(error);
  });
});

/** Numbers of Twilio that only come inside a vaguer one, and what they mean here. */
const insideRows: readonly (readonly [number, string])[] = [
  [11100, 'webhook-failed'],
  [11200, 'webhook-failed'],
  [11205, 'webhook-failed'],
  [11210, 'webhook-failed'],
  [11215, 'webhook-failed'],
  [11750, 'webhook-failed'],
  [11751, 'webhook-failed'],
  [12100, 'webhook-failed'],
  [12200, 'webhook-failed'],
  [12300, 'webhook-failed'],
  [13214, 'caller-id-refused'],
  [13223, 'callee-not-found'],
];

it('a webhook that answers no TwiML, or not at all, is told as what it is', () => {
  const ofWebhooks = insideRows.filter(([, code]) => code === 'webhook-failed').map(([number]) => number);
  expect(ofWebhooks).to.have.length(10);
  for (const code of ofWebhooks) {
    expect(toPhoneError({ code, message: 'whatever' }, 'call-failed').code).to.equal('webhook-failed');
  }
});

describe('what Twilio says when the SDK is not asked to be precise', () => {
  const { ConnectionError, UnknownError } = TwilioError.GeneralErrors;
  const { ConnectionError: SignalingConnectionError } = TwilioError.SignalingErrors;
  const vague = [
    ['31000 UnknownError', UnknownError],
    ['31005 ConnectionError', ConnectionError],
    ['53000 ConnectionError', SignalingConnectionError],
  ] as const;

  for (const [number, code] of [...rows.map(([number, , code]) => [number, code] as const), ...insideRows]) {
    it(`${number} means ${code} inside of a vaguer error too: a person must not read "connection lost" of it`, () => {
      for (const [name, Vague] of vague) {
        const caught = new Vague('Error sent from gateway in HANGUP', { code: number, message: 'whatever' });
        expect(toPhoneError(caught, 'call-failed').code, name).to.equal(code);
      }
    });
  }
});
