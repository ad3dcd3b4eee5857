import { expect } from '@open-wc/testing';
import { createRingSound } from '../../src/media/ring-sound.js';

describe('the ring', () => {
  const context = new OfflineAudioContext(1, 1, 44_100);
  const sound = createRingSound(context);
  const samples = sound.getChannelData(0);

  function loudest(fromSecond: number, toSecond: number): number {
    const part = samples.subarray(fromSecond * sound.sampleRate, toSecond * sound.sampleRate);
    return part.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  }

  it('lasts four seconds, and then may begin again', () => {
    expect(sound.duration).to.equal(4);
  });

  it('is heard in its first moment, and twice', () => {
    expect(loudest(0, 0.2)).to.be.greaterThan(0.1);
    expect(loudest(1, 1.2)).to.be.greaterThan(0.1);
  });

  it('is never so loud that it distorts', () => {
    expect(loudest(0, 4)).to.be.lessThan(0.8);
  });

  it('leaves a pause, so that it does not nag', () => {
    expect(loudest(2.8, 4)).to.equal(0);
  });

  it('begins without a click, and can be looped without one', () => {
    expect(Math.abs(samples[0] ?? 1)).to.equal(0);
    expect(loudest(0, 0.001)).to.be.lessThan(0.03);
    expect(samples.at(-1)).to.equal(0);
  });
});
