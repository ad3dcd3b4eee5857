import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { PhoneError } from '../../../src/core/phone-error.js';
import type { PhoneErrorCode } from '../../../src/core/phone-error.js';
import { CalmTrouble, HEALS_WITHIN_IN_MILLISECONDS } from '../../../src/elements/trouble/calm-trouble.js';
import type { Trouble } from '../../../src/elements/trouble/find-trouble.js';
import { FakeClock } from '../../support/fake-clock.js';
import { callState, deviceState } from '../../support/states.js';

function trouble(code: PhoneErrorCode, recoverable = true): Trouble {
  return { about: 'device', error: new PhoneError(code, '', { recoverable }), device: deviceState() };
}

const ready = deviceState();
const tried = deviceState({ pending: ['register'] });
const lost = deviceState({ status: 'registering' });

class Scene {
  readonly clock = new FakeClock();
  updates = 0;
  readonly calm = new CalmTrouble(
    {
      addController: () => undefined,
      requestUpdate: () => (this.updates += 1),
    } as unknown as ReactiveControllerHost,
    (...delay) => this.clock.schedule(...delay),
  );

  /** The codes that are shown, each time that something else is, while these come every so often. */
  play(codes: readonly (PhoneErrorCode | null)[], everyMilliseconds: number): (string | null)[] {
    const shown: (string | null)[] = [];
    for (const code of codes) {
      const now = this.calm.calm(code && trouble(code), ready)?.error.code ?? null;
      if (now !== shown.at(-1)) shown.push(now);
      this.clock.tick(everyMilliseconds);
    }
    return shown;
  }
}

describe('trouble that is kept calm', () => {
  it('waits by the clock before it speaks of what may heal', () => {
    const { calm, clock } = new Scene();
    const error = trouble('connection-failed');
    expect(calm.calm(error, ready)).to.equal(null);
    clock.tick(HEALS_WITHIN_IN_MILLISECONDS - 1);
    expect(calm.calm(error, ready)).to.equal(null);
    clock.tick(1);
    expect(calm.calm(error, ready)).to.equal(error);
  });

  it('asks to be shown when the time has come', () => {
    const scene = new Scene();
    scene.calm.calm(trouble('connection-failed'), ready);
    scene.clock.tick(HEALS_WITHIN_IN_MILLISECONDS);
    expect(scene.updates).to.equal(1);
  });

  it('shows no banner when the signalling flaps every 3 seconds for a minute (fault 12)', () => {
    const flaps = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'connection-failed' : null));
    expect(new Scene().play(flaps, 3_000)).to.deep.equal([null]);
  });

  it('shows one banner through five minutes of refused connections that fail differently (fault 10)', () => {
    const kinds = ['connection-failed', 'connection-failed', 'registration-failed'] as const;
    const tries = Array.from({ length: 100 }, (_, index) => kinds[index % kinds.length] ?? null);
    const shown = new Scene().play(['connection-failed', 'connection-failed', ...tries], 3_000);
    expect(shown).to.deep.equal([null, 'connection-failed']);
  });

  it('shows no refused token when the next one is taken within 5 seconds (fault 14)', () => {
    expect(new Scene().play(['token-invalid', 'token-invalid', null, null], 2_400)).to.deep.equal([null]);
  });

  it('does not count a trouble’s time on after it was over', () => {
    const scene = new Scene();
    expect(scene.play(['connection-failed', null], 4_000)).to.deep.equal([null]);
    expect(scene.play(['connection-failed'], 2_000)).to.deep.equal([null]);
    expect(scene.play(['connection-failed'], 2_000)).to.deep.equal([null]);
  });

  it('waits once for a phone that cannot be reached: the error may come when the time is over', () => {
    const scene = new Scene();
    expect(scene.calm.calm(null, lost)).to.equal(null);
    scene.clock.tick(HEALS_WITHIN_IN_MILLISECONDS - 1);
    const error = trouble('connection-failed');
    expect(scene.calm.calm(error, lost)).to.equal(null);
    scene.clock.tick(1);
    expect(scene.updates).to.equal(1);
    expect(scene.calm.calm(error, lost)).to.equal(error);
  });

  it('waits anew for a phone that was reachable in between, and for what is in a call', () => {
    const { calm, clock } = new Scene();
    calm.calm(null, lost);
    clock.tick(HEALS_WITHIN_IN_MILLISECONDS);
    const error = new PhoneError('media-failed', '', { recoverable: true });
    expect(calm.calm({ about: 'active-call', error, call: callState() }, lost)).to.equal(null);
    calm.calm(null, ready);
    calm.calm(null, lost);
    clock.tick(HEALS_WITHIN_IN_MILLISECONDS - 1);
    expect(calm.calm(trouble('connection-failed'), lost)).to.equal(null);
  });

  it('waits for no phone that is not wanted', () => {
    const { calm, clock } = new Scene();
    calm.calm(null, deviceState({ status: 'unregistered', isWanted: false }));
    expect(clock.pendingTimers).to.equal(0);
  });

  it('says another trouble when that lasts, too', () => {
    const scene = new Scene();
    scene.play(['connection-failed', 'connection-failed'], HEALS_WITHIN_IN_MILLISECONDS);
    expect(scene.play(['rate-limited', 'rate-limited', 'rate-limited'], 2_500)).to.deep.equal([
      'connection-failed',
      'rate-limited',
    ]);
  });

  it('says at once what waits for somebody', () => {
    const { calm } = new Scene();
    const error = trouble('token-url-missing', false);
    expect(calm.calm(error, ready)).to.equal(error);
  });

  it('says at once what is over, for it does not heal', () => {
    const { calm } = new Scene();
    const error = new PhoneError('callee-busy', '', { recoverable: true });
    const over: Trouble = { about: 'last-call', error, call: callState() };
    expect(calm.calm(over, ready)).to.equal(over);
  });

  it('stays while somebody has it tried again, and goes with the success', () => {
    const { calm } = new Scene();
    const error = trouble('token-url-missing', false);
    calm.calm(error, ready);
    expect(calm.calm(null, tried)).to.equal(error);
    expect(calm.calm(null, ready)).to.equal(null);
  });

  it('leaves no timer behind', () => {
    const { calm, clock } = new Scene();
    calm.calm(trouble('connection-failed'), lost);
    calm.hostDisconnected();
    expect(clock.pendingTimers).to.equal(0);
    calm.calm(trouble('connection-failed'), ready);
    calm.calm(null, ready);
    expect(clock.pendingTimers).to.equal(0);
  });
});
