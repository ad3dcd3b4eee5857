import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPhoneError, PhoneError } from '../../src/core/phone-error.js';

describe('an error of the phone', () => {
  test('says what it is, and nothing that was not said', () => {
    const error = new PhoneError('call-ended', 'The call ended.');
    assert.ok(error instanceof Error);
    assert.deepEqual(
      [error.name, error.code, error.message, error.recoverable, error.cause],
      ['PhoneError', 'call-ended', 'The call ended.', false, null],
    );
    assert.deepEqual(error.parameters, {});
    assert.equal(String(error), 'PhoneError: The call ended.');
  });

  test('keeps a copy of its parameters, frozen', () => {
    const parameters = { status: 500 };
    const error = new PhoneError('token-request-failed', 'It failed.', { parameters });
    parameters.status = 200;
    assert.deepEqual(error.parameters, { status: 500 });
    assert.ok(Object.isFrozen(error.parameters));
  });

  test('says whether trying again may help', () => {
    assert.equal(new PhoneError('call-failed', 'It failed.', { recoverable: true }).recoverable, true);
  });
});

describe('the cause of an error', () => {
  class TwilioError extends Error {
    override readonly name = 'AccessTokenExpired';
    readonly code = 20104;
    readonly token = 'secret';
  }

  const causes: readonly (readonly [string, unknown, object | null])[] = [
    [
      "the SDK's error",
      new TwilioError('Expired.'),
      { code: 20104, name: 'AccessTokenExpired', message: 'Expired.' },
    ],
    ['an error without a number', new TypeError('Odd.'), { code: null, name: 'TypeError', message: 'Odd.' }],
    [
      'a number in words',
      { code: '31005', name: 'X', message: 'Y' },
      { code: null, name: 'X', message: 'Y' },
    ],
    ['an object that says nothing', {}, { code: null, name: 'object', message: '[object Object]' }],
    ['a text', 'no reason', { code: null, name: 'string', message: 'no reason' }],
    ['null', null, { code: null, name: 'object', message: 'null' }],
    ['nothing at all', undefined, null],
  ];
  for (const [name, cause, copy] of causes) {
    test(`is copied from ${name}`, () => {
      assert.deepEqual(new PhoneError('call-failed', 'It failed.', { cause }).cause, copy);
    });
  }

  test('is a frozen copy, never the object itself', () => {
    const original = new TwilioError('Expired.');
    const { cause } = new PhoneError('token-expired', 'It expired.', { cause: original });
    assert.notEqual(cause, original);
    assert.ok(Object.isFrozen(cause));
    assert.ok(!JSON.stringify(cause).includes('secret'));
  });
});

describe('telling an error of ours from others', () => {
  test('works for one of another copy of this library', () => {
    class OtherPhoneError extends Error {
      override readonly name = 'PhoneError';
      readonly code = 'call-failed';
    }
    assert.equal(isPhoneError(new OtherPhoneError()), true);
    assert.equal(isPhoneError(new PhoneError('call-failed', 'It failed.')), true);
  });

  const others: readonly unknown[] = [
    new Error('Other.'),
    Object.assign(new Error('Other.'), { code: 'call-failed' }),
    Object.assign(new Error('Half.'), { name: 'PhoneError' }),
    { name: 'PhoneError', code: 'call-failed' },
    'PhoneError',
    null,
    undefined,
  ];
  for (const [index, other] of others.entries()) {
    test(`does not take other things for one (${index}: ${String(other)})`, () => {
      assert.equal(isPhoneError(other), false);
    });
  }
});
