import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readPhpToken, readRubyToken } from './sample-tokens.js';
import { readFile } from './source-files.js';

const guide = readFile('docs/token-endpoints.md');
const secret = 'secret_that_signs_the_tokens_of_this_test';
const variables = {
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_API_KEY: `SK${'2'.repeat(32)}`,
  TWILIO_API_SECRET: secret,
  TWILIO_APPLICATION_SID: `AP${'3'.repeat(32)}`,
};

const scene = { variables, userId: 42 };

interface Route {
  GET(request: Request): Promise<Response>;
}

interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
  readonly grants: object;
}

let folder = '';
let route: Route;

before(async () => {
  // Within this package, so that the sample finds the library that it names.
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'token-endpoint-'));
  const sample = blockOf('ts').replace("'@/lib/session'", "'./session.js'");
  writeFileSync(join(folder, 'route.ts'), sample);
  writeFileSync(
    join(folder, 'session.ts'),
    `export const getSession = async (request: Request) =>
      request.headers.get('Cookie') === 'session=ada' ? { userId: 42 } : null;`,
  );
  Object.assign(process.env, variables);
  route = (await import(pathToFileURL(join(folder, 'route.ts')).href)) as Route;
});

after(() => {
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
});

test('the sample for Next.js gives whoever is signed in a token that lets calls ring and be placed', async () => {
  const answer = await ask('session=ada');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  const [header = '', claims = '', signature] = await tokenIn(answer);
  assert.equal(signature, createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url'));
  assert.deepEqual(decode(header), { alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' });
  const { iss, sub, iat, exp, jti, grants } = decode(claims) as Claims;
  assert.deepEqual({ iss, sub }, { iss: variables.TWILIO_API_KEY, sub: variables.TWILIO_ACCOUNT_SID });
  assert.equal(exp - iat, 900);
  assert.equal(jti, `${variables.TWILIO_API_KEY}-${iat}`);
  assert.deepEqual(grants, {
    identity: 'user_42',
    voice: { incoming: { allow: true }, outgoing: { application_sid: variables.TWILIO_APPLICATION_SID } },
  });
});

test('the sample for Next.js tells whoever is not signed in so by 401, whoever they say they are', async () => {
  const answer = await ask('session=none');
  assert.equal(answer.status, 401);
  assert.equal('token' in ((await answer.json()) as object), false);
});

test('the sample for Next.js says which variable is missing, and gives no token signed by nothing', async () => {
  Reflect.deleteProperty(process.env, 'TWILIO_API_SECRET');
  await assert.rejects(ask('session=ada'), /TWILIO_API_SECRET is not set/);
  process.env['TWILIO_API_SECRET'] = secret;
});

test('the samples for Rails and PHP ask for the very token that the one for Next.js makes', async () => {
  const [, claims = ''] = await tokenIn(await ask('session=ada'));
  const { iss, sub, iat, exp, grants } = decode(claims) as Claims;
  const made = { iss, sub, secret, lifetimeInSeconds: exp - iat, grants };
  assert.deepEqual(readRubyToken(blockOf('ruby'), scene), made);
  assert.deepEqual(readPhpToken(blockOf('php'), scene), made);
});

test('a sample that would ask for another token is found', () => {
  const slips: [string, string][] = [
    ['TWILIO_API_KEY', 'TWILIO_ACCOUNT_SID'],
    ['"user_', '"guest_'],
    ['LIFETIME_IN_SECONDS = 900', 'LIFETIME_IN_SECONDS = 90'],
    ['TWILIO_APPLICATION_SID', 'TWILIO_API_SECRET'],
  ];
  const more: [string, (text: string) => object, [string, string][]][] = [
    [
      blockOf('ruby'),
      (text) => readRubyToken(text, scene),
      [['incoming_allow = true', 'incoming_allow = false']],
    ],
    [
      blockOf('php'),
      (text) => readPhpToken(text, scene),
      [['setIncomingAllow(true)', 'setIncomingAllow(false)']],
    ],
  ];
  for (const [sample, read, own] of more) {
    for (const [right, wrong] of [...slips, ...own]) {
      assert.ok(sample.includes(right), right);
      assert.notDeepEqual(read(sample.replace(right, wrong)), read(sample), wrong);
    }
  }
});

test('no sample takes who somebody is from the request, or knows the Auth Token', () => {
  const samples = ['ts', 'ruby', 'php'].map(blockOf);
  for (const sample of samples) {
    assert.doesNotMatch(sample, /searchParams|params\[|\$_(?:GET|POST|REQUEST)|AUTH_TOKEN|NEXT_PUBLIC/);
    assert.match(sample, /no-store/);
    for (const name of Object.keys(variables)) assert.ok(sample.includes(name), name);
  }
});

function ask(cookie: string): Promise<Response> {
  const address = 'https://portal.example/api/twilio/token?identity=user_1';
  return route.GET(new Request(address, { headers: { Cookie: cookie } }));
}

async function tokenIn(answer: Response): Promise<string[]> {
  const { token } = (await answer.json()) as { token: string };
  return token.split('.');
}

function blockOf(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1];
  assert.ok(block, `there is no ${language} sample`);
  return block;
}

function decode(part: string): object {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
}
