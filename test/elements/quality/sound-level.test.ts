import { expect } from '@open-wc/testing';
import { soundLevelOf } from '../../../src/elements/quality/sound-level.js';
import type { SoundLevel } from '../../../src/elements/quality/sound-level.js';
import { seconds } from '../../support/samples.js';

describe('how a call sounds', () => {
  for (const [mos, level] of [
    [4.4, 'good'],
    [3.7, 'good'],
    [3.6, 'fair'],
    [3.1, 'fair'],
    [3, 'poor'],
    [1, 'poor'],
  ] as const) {
    it(`is ${level} at a score of ${mos}`, () => {
      expect(soundLevelOf(seconds(3, { mos }), [])).to.equal(level);
    });
  }

  it('is not known before anything was measured', () => {
    expect(soundLevelOf([], [])).to.equal(null);
    expect(soundLevelOf(seconds(2, { mos: null }), [null])).to.equal(null);
  });

  it('does not change for one bad second, and is of the last five', () => {
    expect(soundLevelOf([...seconds(4), ...seconds(1, { mos: 2 })], [])).to.equal('good');
    expect(soundLevelOf([...seconds(60, { mos: 1 }), ...seconds(5)], [])).to.equal('good');
  });

  it('is no better than what is warned of', () => {
    const cases: readonly (readonly [SoundLevel | null, SoundLevel | null])[] = [
      [null, 'good'],
      ['fair', 'fair'],
      ['poor', 'poor'],
    ];
    for (const [bestLevel, level] of cases) expect(soundLevelOf(seconds(5), [bestLevel])).to.equal(level);
    expect(soundLevelOf(seconds(5, { mos: 2 }), ['fair'])).to.equal('poor');
    expect(soundLevelOf([], ['fair', 'poor'])).to.equal('poor');
  });
});
