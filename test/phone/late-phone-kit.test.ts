import { expect } from '@open-wc/testing';
import type { AudioState } from '../../src/core/audio-devices.js';
import { createPhoneKit } from '../../src/phone/create-phone-kit.js';
import { KIT_RETRY_DELAY_IN_MILLISECONDS, LatePhoneKit } from '../../src/phone/late-phone-kit.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';
import { FakeHangUpLine } from '../support/fake-hang-ups.js';

/** What is asked of the phone before its sound is there must be done, and be done only if still wished. */
describe('the kit that follows', () => {
  const kits: LatePhoneKit[] = [];
  let clock: FakeClock;

  beforeEach(() => {
    clock = new FakeClock();
  });

  afterEach(() => {
    for (const kit of kits.splice(0)) kit.destroy();
  });

  function create(importPhoneKit?: () => Promise<{ createPhoneKit: typeof createPhoneKit }>): LatePhoneKit {
    const options = {
      clock,
      changeMicrophone: () => Promise.resolve(),
      reportUnexpected: (report: string) => expect.fail(report),
      network: () => ({ hangUps: new FakeHangUpLine(), answer: null }),
    };
    const kit = new LatePhoneKit(options, importPhoneKit);
    kits.push(kit);
    return kit;
  }

  /** The network is away for the first so many tries. */
  function createAway(failures: number) {
    const away = { tries: 0, kit: create(load) };
    function load() {
      away.tries += 1;
      return away.tries > failures
        ? Promise.resolve({ createPhoneKit })
        : Promise.reject(new TypeError('away'));
    }
    return away;
  }

  it('is tried again until it is there: a phone without it is called, and cannot ring', async () => {
    const away = createAway(2);
    away.kit.prepare();
    for (const tries of [1, 2]) {
      await settle();
      expect(away.tries).to.equal(tries);
      clock.tick(KIT_RETRY_DELAY_IN_MILLISECONDS - 1);
      await settle();
      expect(away.tries).to.equal(tries);
      clock.tick(1);
    }
    await settle();
    expect(away.kit.current).not.to.equal(null);
    clock.tick(60_000);
    expect(away.tries).to.equal(3);
  });

  it('is tried by one hand, however often the phone registers meanwhile', async () => {
    const away = createAway(Infinity);
    for (const registered of [1, 2, 3]) {
      away.kit.prepare();
      await settle();
      expect(away.tries).to.equal(registered);
    }
    clock.tick(KIT_RETRY_DELAY_IN_MILLISECONDS);
    await settle();
    expect(away.tries).to.equal(4);
  });

  it('is not tried again by a phone that has been destroyed', async () => {
    const away = createAway(Infinity);
    away.kit.prepare();
    await settle();
    away.kit.destroy();
    clock.tick(60_000);
    await settle();
    expect(away.tries).to.equal(1);
  });

  it('is not there before somebody needs it', () => {
    expect(create().current).to.equal(null);
  });

  it('is the same one for everybody who asks', async () => {
    const kit = create();
    const [first, second] = await Promise.all([kit.load(), kit.load()]);
    expect(first).to.equal(second);
    expect(kit.current).to.equal(first);
  });

  it('comes when it has to ring', async () => {
    const kit = create();
    kit.ringer.start();
    const { ringer } = await kit.load();
    expect(ringer).to.equal(kit.current?.ringer);
  });

  it('does not ring for a call that ended while it came', async () => {
    const kit = create();
    const loading = kit.load();
    kit.ringer.start();
    kit.ringer.stop();
    const { ringer } = await loading;
    let starts = 0;
    const start = ringer.start.bind(ringer);
    ringer.start = () => {
      starts += 1;
      start();
    };
    kit.ringer.stop();
    expect(starts).to.equal(0);
    kit.ringer.start();
    expect(starts).to.equal(1);
  });

  it('says what is not known yet of devices, and then what is', async () => {
    const kit = create();
    const states: AudioState[] = [];
    kit.audio.subscribe((state) => states.push(state));
    expect(kit.audio.getState()).to.equal(states[0]);
    expect(states[0]?.microphone.devices).to.deep.equal([]);
    const { devices } = await kit.load();
    expect(states.at(-1)).to.equal(devices.getState());
    expect(kit.audio.getState()).to.equal(devices.getState());
  });

  it('tells nothing to whoever has left before it came', async () => {
    const kit = create();
    let told = 0;
    const unsubscribe = kit.audio.subscribe(() => (told += 1));
    unsubscribe();
    await kit.load();
    expect(told).to.equal(1);
  });

  it('passes on whether sound is blocked only to those who still listen', async () => {
    const kit = create();
    const unsubscribe = kit.ringer.subscribe(() => expect.fail('It was told after it had left.'));
    await kit.load();
    unsubscribe();
  });

  it('opens the microphone as soon as it is there, and lets go of it', async () => {
    const kit = create();
    await kit.microphone.acquire();
    expect(await kit.microphone.isGranted()).to.equal(true);
    kit.microphone.release();
    expect(kit.current?.microphone.isInUse).to.equal(false);
  });

  it('does not come alive any more once the phone is destroyed', async () => {
    const kit = create();
    const loading = kit.load();
    kit.destroy();
    const failure = await loading.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.have.property('code', 'invalid-state');
    expect(kit.current).to.equal(null);
  });
});
