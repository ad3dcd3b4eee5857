import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PhoneError } from '../../src/core/phone-error.js';
import type { PhoneFact } from '../../src/core/phone-fact.js';
import { PhoneStore } from '../../src/core/phone-store.js';
import { Wishes } from '../../src/core/wishes.js';
import type { PhoneWish } from '../../src/core/wishes.js';
import { settle } from '../support/fake-ports.js';
import { callState } from '../support/states.js';
import { watch } from '../support/test-phone.js';

const failure = new PhoneError('call-failed', 'It failed.');

function setUp() {
  const store = new PhoneStore(() => undefined);
  return { store, wishes: new Wishes(store) };
}

function fact(type: PhoneFact['type']): PhoneFact {
  return { type, call: callState() } as PhoneFact;
}

/** To be registered: fulfilled by that fact, failed by an error of the device. */
function toBeRegistered(act: () => void | Promise<void> = () => undefined): PhoneWish<string> {
  return {
    command: 'register',
    act,
    outcomeOf: ({ type }) => {
      if (type === 'device-registered') return { result: 'registered' };
      return type === 'device-error' ? { error: failure } : null;
    },
  };
}

describe('a wish', () => {
  test('begins at once, so that a click’s rights still hold, and shows as pending already', () => {
    const { store, wishes } = setUp();
    let seen: readonly string[] = [];
    void wishes.make(toBeRegistered(() => void (seen = store.getState().device.pending)));
    assert.deepEqual(seen, ['register']);
  });

  test('is fulfilled by its fact, and by no other', async () => {
    const { store, wishes } = setUp();
    const wish = watch(wishes.make(toBeRegistered()));
    store.tell(fact('device-registering'));
    await settle();
    assert.deepEqual([wish.outcome, store.getState().device.pending], ['pending', ['register']]);
    store.tell(fact('device-registered'));
    assert.deepEqual(store.getState().device.pending, []);
    await settle();
    assert.equal(wish.outcome, 'fulfilled with registered');
  });

  test('is failed by the fact that makes it impossible', async () => {
    const { store, wishes } = setUp();
    const wish = wishes.make(toBeRegistered());
    store.tell(fact('device-error'));
    await assert.rejects(wish, failure);
    assert.deepEqual(store.getState().device.pending, []);
  });

  test('settles once, whatever happens after it', async () => {
    const { store, wishes } = setUp();
    let fail: (reason: unknown) => void = () => assert.fail('It did not begin.');
    const act = () => new Promise<void>((_resolve, reject) => (fail = reject));
    const wish = watch(wishes.make(toBeRegistered(act)));
    store.tell(fact('device-registered'));
    store.tell(fact('device-error'));
    fail(failure);
    wishes.failAll(failure);
    await settle();
    assert.equal(wish.outcome, 'fulfilled with registered');
  });

  test('asks no fact any more once it has settled', () => {
    const { store, wishes } = setUp();
    let asked = 0;
    const { command, act } = toBeRegistered();
    void wishes.make({ command, act, outcomeOf: () => ((asked += 1), { result: asked }) });
    store.tell(fact('device-registered'));
    store.tell(fact('device-registered'));
    assert.equal(asked, 1);
  });

  const beginnings: readonly (readonly [string, () => void | Promise<void>])[] = [
    ['throws', () => assert.fail('Odd.')],
    ['rejects', () => Promise.reject(new Error('Odd.'))],
  ];
  for (const [name, act] of beginnings) {
    test(`whose beginning ${name} fails with an error of ours`, async () => {
      const { store, wishes } = setUp();
      await assert.rejects(wishes.make(toBeRegistered(act)), (error: PhoneError) => {
        assert.deepEqual(
          [error.name, error.code, error.cause?.message],
          ['PhoneError', 'call-failed', 'Odd.'],
        );
        return true;
      });
      assert.deepEqual(store.getState().device.pending, []);
    });
  }

  test('whose beginning rejects with an error of ours fails with that one', async () => {
    const { wishes } = setUp();
    await assert.rejects(wishes.make(toBeRegistered(() => Promise.reject(failure))), failure);
  });

  test('is not fulfilled by its beginning alone', async () => {
    const { wishes } = setUp();
    const wish = watch(wishes.make(toBeRegistered(() => Promise.resolve())));
    await settle();
    assert.equal(wish.outcome, 'pending');
  });
});

describe('a wish about a call', () => {
  function toMute(callId: string) {
    return {
      command: 'toggleMute',
      callId,
      act: () => undefined,
      outcomeOf: ({ type }: PhoneFact) => (type === 'call-mute' ? { result: true } : null),
    } as const;
  }

  test('shows as pending at that call only', () => {
    const { store, wishes } = setUp();
    store.addCall(callState({ id: 'a' }));
    store.addCall(callState({ id: 'b' }));
    void wishes.make(toMute('b'));
    const pending = store.getState().calls.map((call) => call.pending);
    assert.deepEqual(pending, [[], ['toggleMute']]);
    store.tell(fact('call-mute'));
    assert.deepEqual(store.findCall('b')?.pending, []);
  });

  test('leaves a call that is over, or forgotten, as it is', async () => {
    for (const callId of ['over', 'forgotten']) {
      const { store, wishes } = setUp();
      store.addCall(callState({ id: 'over' }));
      const over = callState({ id: 'over', status: 'closed' });
      store.setCall(over);
      const wish = wishes.make(toMute(callId));
      store.tell(fact('call-mute'));
      assert.equal(await wish, true);
      assert.equal(store.getState().lastCall, over);
      assert.deepEqual(store.getState().calls, []);
    }
  });
});

describe('failing what is under way', () => {
  test('fails every wish, or each for one command', async () => {
    const { wishes } = setUp();
    const register = watch(wishes.make(toBeRegistered()));
    const makeCall = watch(wishes.make({ ...toBeRegistered(), command: 'makeCall' }));
    wishes.failAll(failure, 'register');
    await settle();
    assert.deepEqual([register.outcome, makeCall.outcome], ['rejected: call-failed', 'pending']);
    wishes.failAll(failure);
    await settle();
    assert.equal(makeCall.outcome, 'rejected: call-failed');
  });
});
