import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from './media/until.js';
import { callFromOutside, hearsTheCaller, ringAt, talkAt } from './support/sdk-call.js';
import { SdkStage } from './support/sdk-page.js';

/** What the list of faults gives a call that changes networks. */
const BACK_WITHIN_IN_MILLISECONDS = 10_000;

/**
 * Packets vanish, for as long as each title says: no clock can be turned in Chromium’s ICE, so these seconds are
 * real ones. All calls lose theirs at the same time. In Chromium the SDK notices after about 6 seconds, restarts
 * ICE whenever that has failed, and gives up when it fails 30 seconds later.
 */
describe('packets vanish', { concurrency: true }, () => {
  let stage: SdkStage;

  before(async () => {
    stage = await SdkStage.start();
  });

  after(() => stage.stop());

  for (const seconds of [10, 25]) {
    test(`fault 34: for ${seconds} seconds: the call is kept, and heard again`, async (context) => {
      const { page, call, callSid } = await talkAt(stage, `hole-${seconds}`);
      const forMilliseconds = seconds * 1_000;
      await stage.twilio.misbehave({ do: 'lose-media', what: 'everything', callSid, forMilliseconds });
      const healedAt = performance.now();
      await page.event('call 1 reconnected', 60_000);
      context.diagnostic(`back ${Math.round(performance.now() - healedAt)} ms after the path`);
      await hearsTheCaller(page);
      const events = await page.events();
      assert.ok(events.includes('call 1 reconnecting 53405'));
      assert.ok(!events.includes('call 1 disconnect'));
      assert.equal(call.leg.isOver, false);
    });
  }

  test('fault 34: for good: the call ends with 53405, its far end too, and the next one is heard', async (context) => {
    const { page, call, callSid } = await talkAt(stage, 'hole');
    const lostAt = performance.now();
    await stage.twilio.misbehave({ do: 'lose-media', what: 'everything', callSid });
    await page.event('call 1 reconnecting 53405', 60_000);
    await page.event('call 1 disconnect', 120_000);
    context.diagnostic(`over ${Math.round(performance.now() - lostAt)} ms after the path`);
    assert.ok((await page.events()).includes('call 1 error 53405'));
    assert.equal((await call.ended).status, 'completed');
    callFromOutside(stage, 'hole');
    await page.event('call 2 incoming', 60_000);
    await page.do('accept', 2);
    await hearsTheCaller(page, 2);
  });

  test('fault 33: from the start: told as 53405, and over on both sides', async (context) => {
    const { page, call, callSid } = await ringAt(stage, 'firewall');
    await stage.twilio.misbehave({ do: 'lose-media', what: 'everything', callSid });
    const answeredAt = performance.now();
    await page.do('accept', 1);
    await page.event('call 1 accept', 60_000);
    await page.event('call 1 reconnecting 53405', 60_000);
    context.diagnostic(`told ${Math.round(performance.now() - answeredAt)} ms after the answer`);
    await page.event('call 1 disconnect', 120_000);
    context.diagnostic(`over ${Math.round(performance.now() - answeredAt)} ms after the answer`);
    assert.ok((await page.events()).includes('call 1 error 53405'));
    assert.equal((await call.ended).status, 'completed');
  });
});

describe('another network', () => {
  let stage: SdkStage;

  before(async () => {
    stage = await SdkStage.start();
  });

  after(() => stage.stop());

  test('fault 35: socket and sound are lost at once, and the same call is back on both', async (context) => {
    const { page, call, callSid } = await talkAt(stage, 'roaming');
    await stage.twilio.misbehave({ do: 'refuse-sockets' });
    await stage.twilio.misbehave({ do: 'drop-sockets', how: 'abrupt' });
    await stage.twilio.misbehave({ do: 'lose-media', what: 'everything', callSid });
    await page.event('call 1 reconnecting 53001', 60_000);
    await page.event('call 1 reconnecting 53405', 60_000);
    await stage.twilio.misbehave({ do: 'behave' });
    const backAt = performance.now();
    await page.event('call 1 reconnected', 60_000);
    await until(
      () => page.do<{ status: string }>('describeCall', 1),
      ({ status }) => status === 'open',
      60_000,
    );
    await hearsTheCaller(page);
    const took = Math.round(performance.now() - backAt);
    context.diagnostic(`heard again ${took} ms after the network`);
    assert.ok(took <= BACK_WITHIN_IN_MILLISECONDS, `heard again only ${took} ms after the network`);
    const { parameters } = await page.do<{ parameters: Record<string, string> }>('describeCall', 1);
    assert.equal(parameters['CallSid'], callSid);
    assert.equal(call.leg.isOver, false);
  });
});
