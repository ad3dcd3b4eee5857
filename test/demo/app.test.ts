import assert from 'node:assert/strict';
import { test } from 'node:test';
import twilio from 'twilio';
import { createApp } from '../../demo/server/app.js';
import type { AppOptions } from '../../demo/server/app.js';
import type { TwilioAccount } from '../../demo/server/twilio-account.js';

const account: TwilioAccount = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'auth-token-of-the-test',
  apiKeySid: `SK${'1'.repeat(32)}`,
  apiKeySecret: 'secret-of-the-test',
  applicationSid: `AP${'2'.repeat(32)}`,
  phoneNumber: '+12025550199',
};

const origin = 'http://localhost:4400';
const voiceUrl = `${origin}/api/twilio/voice`;

function create(options: Partial<AppOptions> = {}) {
  return createApp({
    account,
    localTwilioAddress: 'http://localhost:4480',
    callByVoice: null,
    publicAddress: null,
    password: null,
    ...options,
  });
}

async function signIn(app: ReturnType<typeof create>): Promise<string> {
  const response = await app.request(`${origin}/`);
  return (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}

function askVoice(
  app: ReturnType<typeof create>,
  signedUrl: string | null,
  parameters: Record<string, string>,
) {
  const signature = signedUrl && twilio.getExpectedTwilioSignature(account.authToken, signedUrl, parameters);
  return app.request(voiceUrl, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(signature ? { 'X-Twilio-Signature': signature } : {}),
    },
    body: new URLSearchParams(parameters).toString(),
  });
}

test('whoever has opened the portal gets a token for that person, which nobody keeps', async () => {
  const app = create();
  const cookie = await signIn(app);
  const response = await app.request(`${origin}/api/twilio/token`, { headers: { Cookie: cookie } });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
  const { token } = (await response.json()) as { token: string };
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    iss: string;
    exp: number;
    iat: number;
    grants: { identity: string; voice: unknown };
  };
  assert.equal(claims.iss, account.apiKeySid);
  assert.equal(claims.exp - claims.iat, 900);
  assert.equal(claims.grants.identity, 'mia_at_the_counter');
  assert.deepEqual(claims.grants.voice, {
    incoming: { allow: true },
    outgoing: { application_sid: account.applicationSid },
  });
});

test('without a session there is no token, whatever the query or a home-made cookie says', async () => {
  const app = create();
  const attempts = ['', 'demo_session=mia_at_the_counter', 'demo_session=mia_at_the_counter.c2lnbmF0dXJl'];
  for (const cookie of attempts) {
    const url = `${origin}/api/twilio/token?identity=mia_at_the_counter`;
    const response = await app.request(url, { headers: { Cookie: cookie } });
    assert.equal(response.status, 401, cookie);
    assert.doesNotMatch(await response.text(), /eyJ/);
  }
});

test('a session of another run of the server is not believed', async () => {
  const cookie = await signIn(create());
  const response = await create().request(`${origin}/api/twilio/token`, { headers: { Cookie: cookie } });
  assert.equal(response.status, 401);
});

test('the voice webhook answers Twilio, and only Twilio', async () => {
  const app = create();
  const parameters = { From: '+12025550142', To: account.phoneNumber, CallSid: 'CA1' };
  const good = await askVoice(app, voiceUrl, parameters);
  assert.equal(good.status, 200);
  assert.match(good.headers.get('Content-Type') ?? '', /text\/xml/);
  assert.match(await good.text(), /<Identity>mia_at_the_counter<\/Identity>/);
  assert.equal((await askVoice(app, null, parameters)).status, 403);
  assert.equal((await askVoice(app, `${voiceUrl}?other`, parameters)).status, 403);
});

test('behind a proxy the signature is checked against the public address', async () => {
  const app = create({ publicAddress: 'https://portal.example/' });
  const parameters = { From: '+12025550142' };
  assert.equal((await askVoice(app, 'https://portal.example/api/twilio/voice', parameters)).status, 200);
  assert.equal((await askVoice(app, voiceUrl, parameters)).status, 403);
});

test('the portal has one line more with local Twilio, and none with a real account', async () => {
  const local = await (await create().request(`${origin}/`)).text();
  assert.match(local, /<script src="http:\/\/localhost:4480\/reroute\.js"><\/script>/);
  assert.match(local, /<twilio-phone\s+token-url="\/api\/twilio\/token"[^>]*><\/twilio-phone>/);
  const real = await (await create({ localTwilioAddress: null }).request(`${origin}/`)).text();
  assert.doesNotMatch(real, /reroute|local Twilio -->/);
});

test('the worker of the notifications is served as the page names it', async () => {
  const page = await (await create().request(`${origin}/`)).text();
  const [, path = ''] = /notification-worker="([^"]+)"/.exec(page) ?? [];
  const worker = await create().request(`${origin}${path}`);
  assert.equal(worker.status, 200);
  assert.match(worker.headers.get('Content-Type') ?? '', /javascript/);
  // A classic script, which another worker can import.
  assert.doesNotMatch(await worker.text(), /^(?:import|export)\b/m);
});

test('a voice can be asked to call, from this page only, and only where there is one', async () => {
  const callers: string[] = [];
  const app = create({ callByVoice: (from) => void callers.push(from) });
  const ask = (headers: Record<string, string>, server = app) =>
    server.request(`${origin}/api/demo/voice-call`, {
      method: 'POST',
      headers: { Host: 'localhost:4400', ...headers },
    });
  assert.equal((await ask({ Origin: origin })).status, 204);
  assert.deepEqual(callers, ['+12025550101']);
  assert.equal((await ask({ Origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await ask({ Origin: origin }, create())).status, 404);
  assert.equal(callers.length, 1);
});

test('with a password everything asks for it but the webhooks', async () => {
  const app = create({ password: 'opensesame' });
  assert.equal((await app.request(`${origin}/`)).status, 401);
  assert.equal((await app.request(`${origin}/api/twilio/token`)).status, 401);
  const headers = { Authorization: `Basic ${Buffer.from('demo:opensesame').toString('base64')}` };
  assert.equal((await app.request(`${origin}/`, { headers })).status, 200);
  assert.equal((await askVoice(app, voiceUrl, { From: '+12025550142' })).status, 200);
});

test('the pages, their styles and our script are served, and nothing outside their folders', async () => {
  const app = create();
  const rows: [path: string, status: number, type: RegExp][] = [
    ['/portal/portal.css', 200, /text\/css/],
    ['/portal/portal.js', 200, /javascript/],
    ['/phone-booth/', 200, /text\/html/],
    ['/phone-booth/booth.js', 200, /javascript/],
    ['/twilio-phone/twilio-phone.js', 200, /javascript/],
    ['/server/main.ts', 404, /./],
    ['/portal/../server/main.ts', 404, /./],
    ['/portal/..%2fserver%2fmain.ts', 404, /./],
    ['/twilio-phone/../../package.json', 404, /./],
  ];
  for (const [path, status, type] of rows) {
    const response = await app.request(origin + path);
    assert.equal(response.status, status, path);
    assert.match(response.headers.get('Content-Type') ?? 'none', type, path);
  }
});

test('nothing secret is in what a visitor can read', async () => {
  const app = create();
  const cookie = await signIn(app);
  for (const path of ['/', '/phone-booth/', '/api/demo', '/api/twilio/token']) {
    const text = await (await app.request(origin + path, { headers: { Cookie: cookie } })).text();
    assert.ok(!text.includes(account.authToken) && !text.includes(account.apiKeySecret), path);
  }
});
