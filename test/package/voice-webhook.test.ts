/** The voice webhook of docs/voice-webhook.md, run as it stands there. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import twilio from 'twilio';
import { instructCall } from '../../demo/server/call-instructions.js';
import { readBlocks } from './read-blocks.js';
import { readFile } from './source-files.js';

const blocks = readBlocks('docs/voice-webhook.md', readFile('docs/voice-webhook.md'));
const [toThePage = '', toANumber = ''] = blocks
  .filter(({ language }) => language === 'xml')
  .map(({ text }) => text.replace(/\n\s*/g, ''));
const variables = {
  TWILIO_AUTH_TOKEN: 'token_that_signs_the_requests_of_this_test',
  TWILIO_PHONE_NUMBER: '+12025550100',
  VOICE_URL: 'https://portal.example/api/twilio/voice',
};

interface Route {
  POST(request: Request): Promise<Response>;
}

let folder = '';
let route: Route;

before(async () => {
  // Within this package, so that the sample finds the library that it names.
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'voice-webhook-'));
  const sample = blocks.find(({ language }) => language === 'ts')?.text ?? '';
  writeFileSync(join(folder, 'route.ts'), sample);
  Object.assign(process.env, variables);
  route = (await import(pathToFileURL(join(folder, 'route.ts')).href)) as Route;
});

after(() => {
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
});

test('a call to the number rings in the page, in the words of the manual', async () => {
  assert.equal(await ask({ From: '+12025550101', To: '+12025550100' }), toThePage);
});

test('a caller whose name Twilio knows is named', async () => {
  const answer = await ask({ From: '+12025550101', To: '+12025550100', CallerName: 'Ada <& Co' });
  assert.match(answer, /<Parameter name="name" value="Ada &lt;&amp; Co"\/>/);
});

test('the page’s call goes to the number it names, from the account’s own, in the words of the manual', async () => {
  const wishes = { callerId: '+19995550000', record: 'true' };
  assert.equal(await ask({ From: 'client:user_42', To: '+12025550101', ...wishes }), toANumber);
});

test('“Check my phone” hears itself', async () => {
  assert.match(await ask({ From: 'client:user_42', preflight: 'true' }), /<Response><Echo\/><\/Response>/);
});

test('what is no number is not dialled, whatever it is', async () => {
  for (const to of ['', '911', 'sip:ada@example.com', '+1202555<Dial>', 'client:user_1']) {
    const answer = await ask({ From: 'client:user_42', To: to });
    assert.doesNotMatch(answer, /<Dial/, to);
    assert.match(answer, /<Say>/, to);
  }
});

test('who is not Twilio is told nothing', async () => {
  const call = { From: '+12025550101', To: '+12025550100' };
  for (const signature of ['', 'bm9uc2Vuc2U=', sign({ ...call, To: '+12025550199' })]) {
    const answer = await post(call, signature);
    assert.equal(answer.status, 403);
    assert.doesNotMatch(await answer.text(), /user_42/);
  }
});

test('the demo answers the same to a call that its page places', () => {
  const demo = instructCall(
    { From: 'client:mia', To: '+12025550101' },
    {
      identity: 'mia',
      dialDoneUrl: '/done',
      phoneNumber: variables.TWILIO_PHONE_NUMBER,
      findName: () => null,
    },
  );
  assert.equal(demo, toANumber);
});

async function ask(parameters: Readonly<Record<string, string>>): Promise<string> {
  const answer = await post(parameters, sign(parameters));
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('Content-Type') ?? '', /^text\/xml/);
  return answer.text();
}

function sign(parameters: Readonly<Record<string, string>>): string {
  return twilio.getExpectedTwilioSignature(variables.TWILIO_AUTH_TOKEN, variables.VOICE_URL, parameters);
}

function post(parameters: Readonly<Record<string, string>>, signature: string): Promise<Response> {
  // Behind a proxy the request has another address than the one that was signed.
  const request = new Request('http://10.0.0.7:3000/api/twilio/voice', {
    method: 'POST',
    headers: { 'X-Twilio-Signature': signature },
    body: new URLSearchParams(parameters),
  });
  return route.POST(request);
}
