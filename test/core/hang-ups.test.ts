import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HangUps } from '../../src/core/hang-ups.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeCallActions, FakeHangUpLine, FakeMemory } from '../support/fake-hang-ups.js';
import { settle } from '../support/fake-ports.js';

const DOUBT_IN_MILLISECONDS = 20_000;
const MEMORY_IN_MILLISECONDS = 600_000;

/** Whatever happens to a hang-up on its way, somebody at the far end waits for it. */
describe('a hang-up', () => {
  function open(parts: { memory?: FakeMemory; isOnline?: boolean; offersEnd?: boolean } = {}) {
    const line = new FakeHangUpLine();
    line.isConnected = parts.isOnline ?? true;
    const actions = new FakeCallActions();
    actions.offersEnd = parts.offersEnd ?? false;
    const memory = parts.memory ?? new FakeMemory();
    const clock = new FakeClock();
    const hangUps = new HangUps({ line, actions, memory, clock, random: () => 0.5 });
    return { line, actions, memory, clock, hangUps };
  }

  describe('over a connection that is there', () => {
    it('is not said twice, and forgotten when it must have arrived', async () => {
      const { line, actions, memory, clock } = open({ offersEnd: true });
      line.hangUp('CA1');
      await settle();
      clock.tick(DOUBT_IN_MILLISECONDS);
      line.disconnect();
      line.connect();
      await settle();
      assert.deepEqual(line.repeated, []);
      assert.deepEqual(actions.asked, []);
      assert.deepEqual(memory.content, []);
      assert.equal(clock.pendingTimers, 0);
    });

    it('is said again when that connection turns out to have been dead', () => {
      const { line, clock } = open();
      line.hangUp('CA1');
      clock.tick(DOUBT_IN_MILLISECONDS - 1);
      line.disconnect();
      clock.tick(60_000);
      assert.deepEqual(line.repeated, []);
      line.connect();
      assert.deepEqual(line.repeated, ['CA1']);
    });

    it('is said again as often as the connection dies under it', () => {
      const { line, clock, memory } = open();
      line.hangUp('CA1');
      for (let loss = 0; loss < 3; loss += 1) {
        line.disconnect();
        line.connect();
      }
      assert.deepEqual(line.repeated, ['CA1', 'CA1', 'CA1']);
      clock.tick(DOUBT_IN_MILLISECONDS);
      line.disconnect();
      line.connect();
      assert.equal(line.repeated.length, 3);
      assert.deepEqual(memory.content, []);
    });
  });

  describe('without a connection', () => {
    it('is said at the moment in which there is one', () => {
      const { line } = open({ isOnline: false });
      line.hangUp('CA1');
      line.hangUp('CA2');
      assert.deepEqual(line.repeated, []);
      line.connect();
      assert.deepEqual(line.repeated, ['CA1', 'CA2']);
    });

    it('is said once for each connection, however often that one tells of itself', () => {
      const { line } = open({ isOnline: false });
      line.hangUp('CA1');
      line.connect();
      line.connect();
      assert.deepEqual(line.repeated, ['CA1']);
    });

    it('is given up when Twilio has long ended the call by itself', () => {
      const { line, clock, memory } = open({ isOnline: false });
      line.hangUp('CA1');
      clock.tick(MEMORY_IN_MILLISECONDS + 1);
      line.connect();
      assert.deepEqual(line.repeated, []);
      assert.deepEqual(memory.content, []);
    });
  });

  describe('where the backend ends calls', () => {
    it('is asked of it at once, and is done when it has done so', async () => {
      const { line, actions, memory } = open({ isOnline: false, offersEnd: true });
      line.hangUp('CA1');
      assert.deepEqual(actions.asked, ['CA1']);
      await settle();
      line.connect();
      assert.deepEqual(line.repeated, []);
      assert.deepEqual(memory.content, []);
    });

    it('is asked of it when the connection turns out to have been dead', async () => {
      const { line, actions } = open({ offersEnd: true });
      line.hangUp('CA1');
      await settle();
      assert.deepEqual(actions.asked, []);
      line.disconnect();
      assert.deepEqual(actions.asked, ['CA1']);
    });

    it('is asked again after a while that grows, while the backend cannot be reached', async () => {
      const { line, actions, clock } = open({ isOnline: false, offersEnd: true });
      actions.answer = false;
      line.hangUp('CA1');
      const delays: (number | null)[] = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        await settle();
        delays.push(clock.nextTimerIn);
        clock.tick(clock.nextTimerIn ?? 0);
      }
      assert.deepEqual(delays, [1_500, 2_000, 3_000, 5_000, 9_000, 15_500, 15_500]);
      assert.equal(actions.asked.length, 8);
    });

    it('is asked at once when the network is back', async () => {
      const { line, actions, clock, hangUps } = open({ isOnline: false, offersEnd: true });
      actions.answer = false;
      line.hangUp('CA1');
      await settle();
      hangUps.check();
      await settle();
      assert.equal(actions.asked.length, 2);
      assert.equal(clock.pendingTimers, 1);
    });

    it('is asked though it was said again: nobody knows whether Twilio takes it', async () => {
      const { line, actions } = open({ isOnline: false });
      line.hangUp('CA1');
      actions.offersEnd = true;
      line.connect();
      await settle();
      assert.deepEqual(line.repeated, ['CA1']);
      assert.deepEqual(actions.asked, ['CA1']);
    });

    it('is asked for a second call while the first is being asked for', async () => {
      const { line, actions } = open({ isOnline: false, offersEnd: true });
      line.hangUp('CA1');
      line.hangUp('CA2');
      await settle();
      assert.deepEqual(actions.asked, ['CA1', 'CA2']);
    });

    it('is asked once as the page goes, where nobody knows what still was sent', () => {
      const { line, actions } = open({ offersEnd: true });
      line.hangUp('CA1', false);
      assert.deepEqual(actions.asked, ['CA1']);
    });
  });

  describe('that a page did not live to see delivered', () => {
    const memory = (endedAt: number) => {
      const content = new FakeMemory();
      content.content = [{ callSid: 'CA1', endedAt }];
      return content;
    };
    const now = new FakeClock().now();

    it('is said by the next one when it has a connection', () => {
      const { line } = open({ memory: memory(now - 5_000), isOnline: false });
      assert.deepEqual(line.repeated, []);
      line.connect();
      assert.deepEqual(line.repeated, ['CA1']);
    });

    it('is said by the next one at once when that has a connection already', () => {
      const { line } = open({ memory: memory(now - 5_000) });
      assert.deepEqual(line.repeated, ['CA1']);
    });

    it('is asked of the backend by the next one', () => {
      const { actions } = open({ memory: memory(now - 5_000), isOnline: false, offersEnd: true });
      assert.deepEqual(actions.asked, ['CA1']);
    });

    it('is left alone when it is old', () => {
      const { line } = open({ memory: memory(now - MEMORY_IN_MILLISECONDS - 1) });
      assert.deepEqual(line.repeated, []);
    });

    it('is written down before the page can go, and stays so when it does', () => {
      const { line, memory: written, hangUps, clock } = open({ isOnline: false });
      line.hangUp('CA1');
      hangUps.destroy();
      assert.deepEqual(written.content, [{ callSid: 'CA1', endedAt: clock.now() }]);
    });

    for (const content of [undefined, null, 'x', {}, [null], [{ callSid: 1 }], [{ endedAt: 1 }]]) {
      it(`is not read out of ${JSON.stringify(content)}`, () => {
        const strange = new FakeMemory();
        strange.content = content;
        assert.deepEqual(open({ memory: strange }).line.repeated, []);
      });
    }
  });

  it('leaves no timer and no listener behind when the phone is destroyed', async () => {
    const { line, actions, clock, hangUps } = open({ isOnline: false, offersEnd: true });
    actions.answer = false;
    line.hangUp('CA1');
    line.hangUp('CA2', true);
    hangUps.destroy();
    await settle();
    assert.equal(clock.pendingTimers, 0);
    assert.equal(line.listenerCount, 0);
  });

  describe('of somebody who signs out', () => {
    it('is asked of the backend at once, and nothing stays of it', async () => {
      const { line, actions, memory, hangUps } = open({ isOnline: false, offersEnd: true });
      actions.answer = false;
      line.hangUp('CA1');
      await settle();
      hangUps.forget();
      assert.deepEqual(memory.content, []);
      await settle();
      assert.deepEqual(actions.asked, ['CA1', 'CA1']);
    });

    it('is still said by this page, while the next person’s hang-ups are remembered alone', () => {
      const { line, memory, clock, hangUps } = open({ isOnline: false });
      line.hangUp('CA1');
      hangUps.forget();
      line.hangUp('CA2');
      assert.deepEqual(memory.content, [{ callSid: 'CA2', endedAt: clock.now() }]);
      line.connect();
      assert.deepEqual(line.repeated, ['CA1', 'CA2']);
    });
  });
});
