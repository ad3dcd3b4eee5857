import { expect } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';
import type { TestCallFindings } from '../../src/core/diagnostics.js';
import { placeTestCall } from '../../src/twilio/test-call.js';
import {
  callFromOutside,
  countSent,
  createAnswer,
  echoClients,
  eventually,
  gatewayPosts,
  identities,
  NEVER_THERE,
  putThroughTo,
  sentFrames,
} from './support/local-twilio.js';
import type { PhoneLine } from './support/phone-line.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/** The SDK's preflight test, cured of what it does to third parties and to the registered phone. */
describe('a test call of the real SDK', () => {
  const open = usePhoneLines();

  beforeEach(() => echoClients());

  async function begin(line: PhoneLine) {
    const answer = await line.createAnswer({ ttlInSeconds: 600 });
    return placeTestCall({ clock: createClock(), answer, edge: null, logLevel: 'silent' });
  }

  /** Everything that the page fetched since, whoever asked for it. */
  function hostsSince(moment: number): readonly string[] {
    const entries = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= moment);
    return [...new Set(entries.map(({ name }) => new URL(name).hostname))];
  }

  it('is heard back and measured, beside a phone that stays registered and rings', async () => {
    const line = open();
    await line.register();
    const began = performance.now();
    const posts = (await gatewayPosts()).length;
    const [registrations, rejects] = [await countSent('register'), await countSent('reject')];
    const facts = line.device.events.length;
    const invites = await countSent('invite');
    const { result } = await begin(line);
    await eventually(async () => (await countSent('invite')) > invites);
    const { legs } = await callFromOutside(line.identity);
    expect(legs, 'only the phone rings, not the test call').to.have.length(1);
    await line.device.until('incoming', facts);

    const findings: TestCallFindings = await result;
    expect(findings.isHeardBack).to.equal(true);
    expect(findings.warnings).to.deep.equal([]);
    expect(findings.lossInPercent).to.be.lessThan(5);
    expect(findings.callSid).to.match(/^CA/);
    expect(findings.edge).to.equal('roaming');
    expect(line.device.types.slice(facts)).to.deep.equal(['incoming']);
    expect(await identities()).to.include(line.identity);
    expect(await countSent('register'), 'registers nothing').to.equal(registrations);
    expect(await countSent('reject'), 'declines nobody').to.equal(rejects);
    expect(hostsSince(began).filter((host) => host !== location.hostname)).to.deep.equal([]);
    expect((await gatewayPosts()).length).to.equal(posts);
    expect(line.tracks, 'nobody’s microphone was opened').to.have.length(0);
  });

  it('is known to the webhook by a parameter', async () => {
    const invites = await countSent('invite');
    const { result, abort } = await begin(open());
    result.catch(() => undefined);
    await eventually(async () => (await countSent('invite')) > invites);
    abort();
    const { payload } = (await sentFrames('invite')).at(-1) ?? {};
    expect(payload?.['twilio']).to.deep.equal({ params: 'preflight=true' });
  });

  it('given up, hangs up', async () => {
    const [invites, hangups] = [await countSent('invite'), await countSent('hangup')];
    const { result, abort } = await begin(open());
    await eventually(async () => (await countSent('invite')) > invites);
    abort();
    const error: unknown = await result.catch((reason: unknown) => reason);
    expect((error as { code?: string }).code).to.equal('call-failed');
    await eventually(async () => (await countSent('hangup')) > hangups);
  });

  it('that nobody answers with an echo is heard in vain', async () => {
    await putThroughTo(NEVER_THERE);
    const invites = await countSent('invite');
    const { result, abort } = await begin(open());
    const outcome = result.then(
      () => 'answered',
      () => 'failed',
    );
    await eventually(async () => (await countSent('invite')) > invites);
    abort();
    expect(await outcome).to.equal('failed');
  });

  it('fails with what Twilio says of the token', async () => {
    const answer = await createAnswer('nobody', { ttlInSeconds: 600 });
    const { result } = placeTestCall({
      clock: createClock(),
      answer: { ...answer, token: 'not a token' },
      edge: null,
      logLevel: 'silent',
    });
    const error: unknown = await result.catch((reason: unknown) => reason);
    expect((error as { code?: string }).code).to.equal('token-invalid');
  });
});
