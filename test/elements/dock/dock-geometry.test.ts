import { expect } from '@open-wc/testing';
import { placeAt, snap } from '../../../src/elements/dock/dock-geometry.js';
import type { DockedBox } from '../../../src/elements/dock/dock-geometry.js';

/** Between the margins of 16 pixels it leaves 400 across and 200 along. */
const box: DockedBox = { dock: { width: 300, height: 100 }, window: { width: 732, height: 332 } };

describe('the place of a dock', () => {
  for (const [left, top, x, y] of [
    [16, 16, 0, 0],
    [416, 216, 1, 1],
    [216, 116, 0.5, 0.5],
    [-500, 9_999, 0, 1],
    [17, 16, 0.003, 0],
  ] as const) {
    it(`with its corner at ${left}, ${top} is ${x}, ${y}`, () => {
      expect(placeAt(left, top, box)).to.deep.equal({ x, y });
    });
  }

  it('is the right lower corner in a window that it fills', () => {
    const window = { width: 300, height: 90 };
    expect(placeAt(40, 40, { dock: box.dock, window })).to.deep.equal({ x: 1, y: 1 });
  });
});

describe('what is let go', () => {
  for (const [what, place, snapped] of [
    ['near a corner goes to it', { x: 0.1, y: 0.2 }, { x: 0, y: 0 }],
    ['near the opposite corner goes there', { x: 0.9, y: 0.8 }, { x: 1, y: 1 }],
    ['near one edge goes to that edge', { x: 0.5, y: 0.9 }, { x: 0.5, y: 1 }],
    ['far from all of them stays', { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }],
    ['a little farther than a hand is inexact stays', { x: 0.13, y: 0.25 }, { x: 0.13, y: 0.25 }],
  ] as const) {
    it(what, () => expect(snap(place, box)).to.deep.equal(snapped));
  }
});
