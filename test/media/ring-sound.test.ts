import { expect } from '@open-wc/testing';
import { createAnnouncementSound, createRingSound } from '../../src/media/ring-sound.js';

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

describe('the announcement', () => {
  const context = new OfflineAudioContext(1, 1, 44_100);

  it('is shorter than a figure of the ring, and another', () => {
    const announcement = createAnnouncementSound(context);
    const ring = createRingSound(context).getChannelData(0);
    const samples = announcement.getChannelData(0);
    expect(announcement.duration).to.equal(1.5);
    expect(Math.max(...samples)).to.be.within(0.1, 0.8);
    expect([...samples.slice(0, 2_000)]).not.to.deep.equal([...ring.slice(0, 2_000)]);
  });
});
