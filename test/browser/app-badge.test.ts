import { expect } from '@open-wc/testing';
import { createAppBadge } from '../../src/browser/app-badge.js';
import type { AppBadge } from '../../src/browser/app-badge.js';

describe('the number on the app’s icon', () => {
  const badges: AppBadge[] = [];
  let shown: number[] = [];

  beforeEach(() => {
    shown = [];
    setBadging((count) => {
      shown.push(count);
      return Promise.resolve();
    });
  });

  afterEach(() => {
    for (const badge of badges.splice(0)) badge.clear();
    Reflect.deleteProperty(navigator, 'setAppBadge');
  });

  function setBadging(setAppBadge: ((count: number) => Promise<void>) | undefined): void {
    Object.defineProperty(navigator, 'setAppBadge', { value: setAppBadge, configurable: true });
  }

  function create(): AppBadge {
    const badge = createAppBadge();
    badges.push(badge);
    return badge;
  }

  it('follows the missed calls, and is not set to what it is', () => {
    const badge = create();
    badge.setCount(0);
    for (const count of [1, 1, 2, 0]) badge.setCount(count);
    expect(shown).to.deep.equal([1, 2, 0]);
  });

  it('is the sum of all phones, and loses the share of one that is gone', () => {
    const first = create();
    const second = create();
    first.setCount(2);
    second.setCount(3);
    first.clear();
    first.clear();
    expect(shown).to.deep.equal([2, 5, 3]);
  });

  it('is not missed where the browser has none, or refuses', async () => {
    setBadging(undefined);
    create().setCount(1);
    setBadging(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    create().setCount(1);
    await Promise.resolve();
  });
});
