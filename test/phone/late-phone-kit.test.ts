import { expect } from '@open-wc/testing';
import type { AudioState } from '../../src/core/audio-devices.js';
import { LatePhoneKit } from '../../src/phone/late-phone-kit.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeHangUpLine } from '../support/fake-hang-ups.js';

/** What is asked of the phone before its sound is there must be done, and be done only if still wished. */
describe('the kit that follows', () => {
  const kits: LatePhoneKit[] = [];

  afterEach(() => {
    for (const kit of kits.splice(0)) kit.destroy();
  });

  function create(): LatePhoneKit {
    const kit = new LatePhoneKit({
      clock: new FakeClock(),
      changeMicrophone: () => Promise.resolve(),
      reportUnexpected: (report) => expect.fail(report),
      network: () => ({ hangUps: new FakeHangUpLine(), answer: null }),
    });
    kits.push(kit);
    return kit;
  }

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
