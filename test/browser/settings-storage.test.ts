import { expect } from '@open-wc/testing';
import { createSettingsStorage } from '../../src/browser/settings-storage.js';

const key = 'twilio-phone/test/1';

describe('the settings storage', () => {
  afterEach(() => localStorage.removeItem(key));

  it('hands back what was saved, to another one of the same name too', () => {
    createSettingsStorage('test').save({ volume: 0.5 });
    expect(createSettingsStorage('test').load()).to.deep.equal({ volume: 0.5 });
    expect(createSettingsStorage('other').load()).to.equal(undefined);
  });

  it('keeps its version in its key, so that a later shape is never read as an earlier one', () => {
    createSettingsStorage('test').save(1);
    expect(localStorage.getItem(key)).to.equal('1');
  });

  it('knows nothing while nothing was saved', () => {
    expect(createSettingsStorage('test').load()).to.equal(undefined);
  });

  it('knows nothing when it finds what is not JSON', () => {
    localStorage.setItem(key, '{"volume":');
    expect(createSettingsStorage('test').load()).to.equal(undefined);
  });

  it('survives a browser that forbids storage', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'localStorage');
    if (!original) throw new Error('This browser has no localStorage.');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    try {
      const storage = createSettingsStorage('test');
      expect(() => storage.save(1)).not.to.throw();
      expect(storage.load()).to.equal(undefined);
    } finally {
      Object.defineProperty(window, 'localStorage', original);
    }
  });

  it('survives a storage that is full', () => {
    const storage = createSettingsStorage('test');
    storage.save('before');
    expect(() => storage.save('x'.repeat(20_000_000))).not.to.throw();
    expect(storage.load()).to.equal('before');
  });
});
