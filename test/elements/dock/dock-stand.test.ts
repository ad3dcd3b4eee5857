import { expect } from '@open-wc/testing';
import { DockStand } from '../../../src/elements/shared/dock-stand.js';

function standWith(kept: unknown): DockStand {
  return new DockStand(() => ({ load: () => kept, save: () => undefined }));
}

describe('the stand of a dock', () => {
  for (const [what, kept, place] of [
    ['is where the page says when nothing is kept', undefined, 'top-left'],
    ['is the corner that was chosen', { 'top-left': { x: 1, y: 1 } }, 'bottom-right'],
    ['may be any place', { 'top-left': { x: 0.25, y: 1 } }, 'free'],
    ['is not that of another dock', { 'bottom-left': { x: 1, y: 1 } }, 'top-left'],
    ['ignores words', { 'top-left': { x: 'left', y: 1 } }, 'top-left'],
    ['ignores what lies outside of the window', { 'top-left': { x: 3, y: 1 } }, 'top-left'],
    ['ignores half a place', { 'top-left': { x: 1 } }, 'top-left'],
    ['ignores what is no number', { 'top-left': { x: NaN, y: 0 } }, 'top-left'],
    ['ignores null', { 'top-left': null }, 'top-left'],
    ['ignores what is no record', 7, 'top-left'],
    ['ignores nothing at all', null, 'top-left'],
  ] as const) {
    it(what, () => expect(standWith(kept).placeIn('top-left')).to.equal(place));
  }

  it('is none where the page has the phone stand in its own layout, whatever is kept', () => {
    expect(standWith({ none: { x: 1, y: 1 } }).placeIn('none')).to.equal('none');
  });

  it('is read anew when the page names another dock', () => {
    const stand = standWith({ 'top-left': { x: 1, y: 1 } });
    expect(
      ['top-left', 'top-right', 'top-left'].map((dock) => stand.placeIn(dock as 'top-left')),
    ).to.deep.equal(['bottom-right', 'top-right', 'bottom-right']);
  });

  it('remembers that it was minimised, when that is what is kept', () => {
    for (const [isMinimised, expected] of [
      [true, true],
      [false, false],
      ['yes', undefined],
    ] as const) {
      const stand = standWith({ 'top-left': { isMinimised } });
      stand.placeIn('top-left');
      expect(stand.choice.isMinimised).to.equal(expected);
    }
  });

  it('does without a memory', () => {
    expect(new DockStand(() => undefined).placeIn('bottom-left')).to.equal('bottom-left');
  });
});
