import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import { watchTimeGaps } from '../../src/core/time-gaps.js';
import { TestPhone } from '../support/test-phone.js';

const down = new PhoneError('token-request-failed', 'HTTP 500.', { recoverable: true });
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Chromium lets the timers of a page that has been hidden for five minutes fire once a minute
 * (https://developer.chrome.com/blog/timer-throttling-in-chrome-88); what comes over the wire comes at once. None
 * of our schedules counts on more than that.
 */
describe('in a page that has been hidden for long', () => {
  let phone: TestPhone;
  let isHeard: boolean;

  beforeEach(() => {
    phone = new TestPhone();
    isHeard = true;
    watchTimeGaps(phone.clock, () => phone.controller.checkConnection());
  });

  async function register(tokenLifetimeInSeconds: number): Promise<void> {
    phone.tokens.lifetimeInSeconds = tokenLifetimeInSeconds;
    phone.device.lastWordAt = 0;
    await phone.controller.register();
    phone.device.commands.length = 0;
    phone.clock.holdBack(true);
  }

  /** Minutes in which Twilio says something every ten seconds, as long as it is heard. */
  async function pass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 10) {
      if (isHeard) phone.device.lastWordAt = phone.clock.monotonicNow() + 10 * SECOND;
      await phone.pass(10 * SECOND);
    }
  }

  for (const minutes of [5, 10, 60]) {
    test(`no token of ${minutes} minutes ends before there is the next`, async () => {
      await register(minutes * 60);
      let lastRenewal = phone.clock.monotonicNow();
      for (let passed = 0; passed < 120; passed += 1) {
        const requests = phone.tokens.requests;
        await pass(60);
        const now = phone.clock.monotonicNow();
        if (phone.tokens.requests > requests) lastRenewal = now;
        assert.ok(now - lastRenewal < minutes * MINUTE, `no token since ${lastRenewal}`);
      }
      const fewest = Math.floor(120 / minutes);
      assert.ok(phone.tokens.requests >= fewest, `${phone.tokens.requests} requests`);
      assert.ok(phone.tokens.requests <= 2 * fewest + 1, `${phone.tokens.requests} requests`);
      assert.equal(phone.controller.isDeviceReady(), true);
      assert.ok(!phone.device.commands.some((command) => /^(register|drop)/.test(command)));
    });
  }

  test('a silent line is found within two minutes by itself', async () => {
    await register(3_600);
    phone.device.hesitates = true;
    isHeard = false;
    await pass(120);
    assert.equal(phone.controller.isDeviceReady(), false);
    assert.deepEqual(phone.device.commands, ['dropConnection', 'register(token-1)']);
  });

  test('a silent line is found a quarter of a second after the page is visible, or online', async () => {
    await register(3_600);
    phone.device.hesitates = true;
    isHeard = false;
    await pass(30);
    assert.equal(phone.controller.isDeviceReady(), true);
    phone.clock.holdBack(false);
    phone.controller.checkConnection();
    await phone.pass(250);
    assert.equal(phone.controller.isDeviceReady(), false);
  });

  test('a token that is due is fetched as soon as the page is visible, or online', async () => {
    await register(60);
    await pass(50);
    assert.equal(phone.tokens.requests, 1);
    phone.clock.holdBack(false);
    phone.controller.checkConnection();
    await phone.pass(0);
    assert.equal(phone.tokens.requests, 2);
  });

  test('a try that failed is repeated within a minute', async () => {
    await register(600);
    phone.tokens.failures.push(down, down);
    await pass(480);
    assert.equal(phone.tokens.requests, 2);
    await pass(120);
    assert.equal(phone.tokens.requests, 4);
    assert.equal(phone.deviceState.error, null);
    assert.equal(phone.controller.isDeviceReady(), true);
  });
});
