import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { startSilentTwilio } from './support/silent-twilio.js';
import type { SilentTwilio } from './support/silent-twilio.js';

let silent: SilentTwilio;

before(async () => {
  silent = await startSilentTwilio();
});

after(() => silent.stop());

async function requestOf(document: string) {
  silent.webhook.answer('/number', `<Response>${document}</Response>`);
  silent.webhook.answer('/next', '<Response/>');
  await silent.twilio.callPhoneNumber({ from: '+12025550123', name: 'Zoë & Söhne' }).ended;
  const request = silent.webhook.requests.at(-1);
  assert.ok(request);
  return request;
}

test('a POST is signed as Twilio’s own library expects', async () => {
  const { authToken } = silent.twilio.account;
  const { signature, url, parameters } = await requestOf('');
  assert.ok(validateRequest(authToken, signature, url, parameters));
  assert.equal(parameters['CallerName'], 'Zoë & Söhne');
});

test('a query of the address is signed with it', async () => {
  const { authToken } = silent.twilio.account;
  const { signature, url, parameters } = await requestOf('<Redirect>/next?a=%C3%A9&amp;b=c+d</Redirect>');
  assert.match(url, /\/next\?a=%C3%A9&b=c\+d$/);
  assert.ok(validateRequest(authToken, signature, url, parameters));
});

test('a GET is signed with all its parameters in the address', async () => {
  const { authToken } = silent.twilio.account;
  const { signature, url, method } = await requestOf('<Redirect method="GET">/next?a=b</Redirect>');
  assert.equal(method, 'GET');
  assert.match(url, /CallSid=CA/);
  assert.ok(validateRequest(authToken, signature, url, {}));
});

test('another auth token, another address or another parameter does not pass', async () => {
  const { authToken } = silent.twilio.account;
  const { signature, url, parameters } = await requestOf('');
  assert.ok(!validateRequest('another', signature, url, parameters));
  assert.ok(!validateRequest(authToken, signature, `${url}?a=b`, parameters));
  assert.ok(!validateRequest(authToken, signature, url, { ...parameters, From: 'client:mallory' }));
});
