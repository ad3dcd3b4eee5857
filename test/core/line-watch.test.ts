import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { settle } from '../support/fake-ports.js';
import { registeredPhone, TestPhone } from '../support/test-phone.js';

let phone: TestPhone;

/** A phone that hears Twilio, now for the first time. */
async function listeningPhone(): Promise<TestPhone> {
  const listening = new TestPhone();
  listening.device.lastWordAt = 0;
  await listening.controller.register();
  listening.facts.length = 0;
  listening.device.commands.length = 0;
  return listening;
}

function hearWord(): void {
  phone.device.lastWordAt = phone.clock.monotonicNow();
}

beforeEach(async () => {
  phone = await listeningPhone();
});

describe('a line on which Twilio speaks', () => {
  test('stays ready, and nobody is told of any heartbeat', async () => {
    const { state } = phone;
    for (let beats = 0; beats < 30; beats += 1) {
      await phone.pass(10_000);
      hearWord();
    }
    assert.equal(phone.state, state);
    assert.deepEqual(phone.device.commands, []);
  });

  test('says when it is asked how long ago that was', async () => {
    await phone.pass(12_000);
    assert.equal(phone.controller.getSilenceInMilliseconds(), 12_000);
    hearWord();
    assert.equal(phone.controller.getSilenceInMilliseconds(), 0);
    phone.device.lastWordAt = null;
    assert.equal(phone.controller.getSilenceInMilliseconds(), null);
  });

  test('is not doubted for what comes while it is being looked at', async () => {
    phone.clock.sleep(20_000);
    phone.controller.checkConnection();
    hearWord();
    await phone.pass(10_000);
    assert.deepEqual(phone.device.commands, []);
  });

  test('is not watched by a phone that cannot hear it', async () => {
    const deaf = await registeredPhone();
    await deaf.pass(30 * 60_000);
    assert.deepEqual(deaf.device.commands, []);
  });

  test('is not watched once the phone is not wanted, and leaves no timer', async () => {
    await phone.controller.unregister();
    assert.equal(phone.clock.pendingTimers, 0);
  });
});

describe('a line that is silent', () => {
  test('is no readiness within 16 seconds, and a new one is made with the token that is held', async () => {
    phone.device.hesitates = true;
    await phone.pass(15_749);
    assert.equal(phone.controller.isDeviceReady(), true);
    await phone.pass(1);
    assert.equal(phone.controller.isDeviceReady(), false);
    assert.deepEqual(phone.device.commands, ['dropConnection', 'register(token-1)']);
    assert.deepEqual(phone.factTypes, ['device-unregistered']);
  });

  test('is given up once, however often somebody looks', async () => {
    phone.device.hesitates = true;
    phone.clock.sleep(60_000);
    for (let looks = 0; looks < 5; looks += 1) phone.controller.checkConnection();
    await phone.pass(60_000);
    assert.deepEqual(phone.device.commands, ['dropConnection', 'register(token-1)']);
  });

  test('is given up at once when the page wakes, although the timer that would say so is late', async () => {
    phone.device.hesitates = true;
    phone.clock.schedule = ((schedule) => (delay: number, callback: () => void) => {
      // The timers that were due in the sleep come a minute later.
      return schedule.call(phone.clock, delay > 1_000 ? delay + 60_000 : delay, callback);
    })(phone.clock.schedule.bind(phone.clock));
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    phone.clock.sleep(20_000);
    phone.controller.checkConnection();
    await phone.pass(250);
    assert.equal(phone.controller.isDeviceReady(), false);
  });

  test('is watched again once there is a new one', async () => {
    await phone.pass(15_750);
    assert.equal(phone.controller.isDeviceReady(), true);
    hearWord();
    phone.device.emit({ type: 'registered', identity: null, edge: null });
    phone.device.commands.length = 0;
    await phone.pass(15_750);
    await settle();
    assert.deepEqual(phone.device.commands, ['dropConnection', 'register(token-1)']);
  });
});
