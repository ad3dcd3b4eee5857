import { expect } from '@open-wc/testing';
import {
  PATIENCE_WITH_LOSS_IN_MILLISECONDS,
  SteadyStatus,
} from '../../../src/elements/shared/steady-status.js';
import { FakeClock } from '../../support/fake-clock.js';

const ready = { text: 'Ready for calls', tone: 'ready' } as const;
const connecting = { text: 'Connecting', tone: 'waiting' } as const;
const offline = { text: 'Offline, trying again', tone: 'waiting' } as const;
const signIn = { text: 'Sign in to take calls', tone: 'trouble' } as const;
const call = { text: 'Incoming call', tone: 'call' } as const;

let clock: FakeClock;
let changes: number;
let status: SteadyStatus;

beforeEach(() => {
  clock = new FakeClock();
  changes = 0;
  status = new SteadyStatus({
    schedule: (delay, callback) => clock.schedule(delay, callback),
    onChange: () => (changes += 1),
  });
});

describe('the words of a connection that goes and comes', () => {
  it('are what is true until it was good', () => {
    expect(status.steady(connecting, false)).to.equal(connecting);
    expect(status.steady(offline, false)).to.equal(offline);
    expect(status.steady(ready, false)).to.equal(ready);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('row 12: stay the same for a minute in which it is lost every three seconds, and back soon', () => {
    const shown = new Set<string>();
    for (let time = 0; time < 60_000; time += 3_000) {
      shown.add(status.steady(ready, false).text);
      clock.tick(2_500);
      shown.add(status.steady(connecting, false).text);
      clock.tick(250);
      shown.add(status.steady(offline, false).text);
      clock.tick(250);
    }
    expect([...shown]).to.deep.equal(['Ready for calls']);
    expect(changes).to.equal(0);
  });

  it('become true when the loss lasts, counted from its beginning', () => {
    status.steady(ready, false);
    status.steady(connecting, false);
    clock.tick(PATIENCE_WITH_LOSS_IN_MILLISECONDS - 1);
    expect(status.steady(offline, false)).to.equal(ready);
    expect(changes).to.equal(0);
    clock.tick(1);
    expect(changes).to.equal(1);
    expect(status.steady(offline, false)).to.equal(offline);
    expect(status.steady(connecting, false)).to.equal(connecting);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('wait again at the next loss', () => {
    status.steady(ready, false);
    status.steady(connecting, false);
    clock.tick(PATIENCE_WITH_LOSS_IN_MILLISECONDS);
    status.steady(connecting, false);
    status.steady(ready, false);
    expect(status.steady(connecting, false)).to.equal(ready);
  });

  for (const urgent of [signIn, call]) {
    it(`do not wait for "${urgent.text}"`, () => {
      status.steady(ready, false);
      status.steady(connecting, false);
      expect(status.steady(urgent, urgent === call)).to.equal(urgent);
      expect(clock.pendingTimers).to.equal(0);
    });
  }

  it('do not wait in a call, which has words of its own', () => {
    const reconnecting = { text: 'Reconnecting the call', tone: 'waiting' } as const;
    status.steady(ready, false);
    expect(status.steady(reconnecting, true)).to.equal(reconnecting);
  });

  it('leave no timer behind', () => {
    status.steady(ready, false);
    status.steady(connecting, false);
    status.stop();
    expect(clock.pendingTimers).to.equal(0);
  });
});
