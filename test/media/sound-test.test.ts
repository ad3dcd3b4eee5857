import { aTimeout, expect } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';
import { isPhoneError } from '../../src/core/phone-error.js';
import { openOutlet } from '../../src/media/sound-outlet.js';
import { createChime, playSound } from '../../src/media/sound-test.js';
import { FakeClock } from '../support/fake-clock.js';

const clock = createClock();

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  return isPhoneError(error) ? error.code : String(error);
}

describe('the chime', () => {
  it('is a second long, heard, and never clips', () => {
    const chime = createChime();
    const samples = chime.getChannelData(0);
    const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
    expect(chime.duration).to.equal(1);
    expect(peak).to.be.within(0.2, 0.8);
  });

  it('neither begins nor ends with a click', () => {
    const samples = createChime().getChannelData(0);
    expect(Math.abs(samples[0] ?? 1)).to.be.lessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).to.be.lessThan(0.01);
  });
});

describe('a sound that is tried', () => {
  it('resolves when it has been heard, and no sooner', async () => {
    const beganAt = performance.now();
    await playSound(createChime(), { clock, deviceId: null, volume: 0.1 });
    expect(performance.now() - beganAt).to.be.within(1000, 4000);
  });

  it('says so when the device is not there', async () => {
    expect(await codeOf(playSound(createChime(), { clock, deviceId: 'gone', volume: 1 }))).to.equal(
      'speaker-failed',
    );
  });

  it('says so when the browser keeps the page silent', async () => {
    const fakeClock = new FakeClock();
    const original = window.AudioContext;
    window.AudioContext = class extends original {
      override get state(): AudioContextState {
        return 'suspended';
      }

      override resume(): Promise<void> {
        return new Promise(() => undefined);
      }
    };
    try {
      const playing = codeOf(playSound(createChime(), { clock: fakeClock, deviceId: null, volume: 1 }));
      await aTimeout(0);
      fakeClock.tick(2000);
      expect(await playing).to.equal('speaker-failed');
    } finally {
      window.AudioContext = original;
    }
  });

  it('ends at once when it is called off', async () => {
    const cancelling = new AbortController();
    const beganAt = performance.now();
    const playing = playSound(createChime(), { clock, deviceId: null, volume: 0.1 }, cancelling.signal);
    cancelling.abort();
    await playing;
    expect(performance.now() - beganAt).to.be.lessThan(900);
  });
});

describe('an outlet', () => {
  it('lets sound fall back to the default when its device does not take it', async () => {
    const context = new AudioContext();
    const source = new GainNode(context);
    const connections: AudioNode[] = [];
    const connect = source.connect.bind(source) as (node: AudioNode) => AudioNode;
    source.connect = ((node: AudioNode) => {
      connections.push(node);
      return connect(node);
    }) as typeof source.connect;
    const outlet = openOutlet(source, 'gone');
    expect(connections).not.to.include(context.destination);
    expect(await codeOf(outlet.opened)).to.equal('speaker-failed');
    expect(connections.at(-1)).to.equal(context.destination);
    outlet.close();
    await context.close();
  });

  it('does not come back to life when it was closed before it opened', async () => {
    const context = new AudioContext();
    const outlet = openOutlet(new GainNode(context), 'gone');
    outlet.close();
    await outlet.opened;
    outlet.close();
    await context.close();
  });
});
