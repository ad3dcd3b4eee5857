import { expect } from '@open-wc/testing';
import { heightOf, linePath } from '../../../src/elements/quality/sparkline.js';
import type { Scale } from '../../../src/elements/quality/sparkline.js';

const scale: Scale = [0, 100];
const at = (second: number, value: number | null) => ({ at: second * 1_000, value });

describe('the line of a figure', () => {
  it('is empty without a point', () => {
    expect(linePath([], scale)).to.equal('');
    expect(linePath([at(0, null)], scale)).to.equal('');
  });

  it('has its newest point at the right edge, a second one step to the left', () => {
    expect(linePath([at(0, 0), at(1, 50), at(2, 100)], scale)).to.equal('M118 31h0L119 16L120 1');
  });

  it('is a dot after one second', () => {
    expect(linePath([at(7, 100)], scale)).to.equal('M120 1h0');
  });

  it('begins anew after a gap, whether nothing was measured or nothing came', () => {
    expect(linePath([at(0, 0), at(1, null), at(2, null), at(3, 0)], scale)).to.equal('M117 31h0M120 31h0');
    expect(linePath([at(0, 0), at(60, 0)], scale)).to.equal('M60 31h0M120 31h0');
  });

  it('leaves out what is older than two minutes', () => {
    expect(linePath([at(0, 0), at(121, 0)], scale)).to.equal('M120 31h0');
  });

  it('stays within the picture', () => {
    expect([heightOf(-5, scale), heightOf(500, scale)]).to.deep.equal([31, 1]);
    expect(heightOf(3, [1, 4.5])).to.equal(13.9);
  });
});
