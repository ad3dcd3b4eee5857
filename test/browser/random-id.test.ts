import { expect } from '@open-wc/testing';
import { createRandomId } from '../../src/browser/random-id.js';

describe('a random id', () => {
  it('is 32 hexadecimal digits', () => {
    expect(createRandomId()).to.match(/^[0-9a-f]{32}$/);
  });

  it('is never the same twice', () => {
    const ids = Array.from({ length: 1_000 }, () => createRandomId());
    expect(new Set(ids).size).to.equal(1_000);
  });
});
