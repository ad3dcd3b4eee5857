import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTwilioAccount } from '../../demo/server/twilio-account.js';

const complete = {
  TWILIO_ACCOUNT_SID: 'account',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_API_KEY: 'key',
  TWILIO_API_SECRET: 'secret',
  TWILIO_APPLICATION_SID: 'application',
  TWILIO_PHONE_NUMBER: '+12025550199',
};

test('without any of the variables there is no account', () => {
  assert.equal(readTwilioAccount({ HOME: '/root', TWILIO_ACCOUNT_SID: '' }), null);
});

test('with all of them there is one', () => {
  assert.deepEqual(readTwilioAccount(complete), {
    accountSid: 'account',
    authToken: 'token',
    apiKeySid: 'key',
    apiKeySecret: 'secret',
    applicationSid: 'application',
    phoneNumber: '+12025550199',
  });
});

test('with some of them the error names the ones that are missing', () => {
  assert.throws(
    () => readTwilioAccount({ ...complete, TWILIO_API_SECRET: '', TWILIO_PHONE_NUMBER: undefined }),
    /set TWILIO_API_SECRET, TWILIO_PHONE_NUMBER too/,
  );
});
