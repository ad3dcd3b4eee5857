import { expect } from '@open-wc/testing';
import { createVoiceSdkLoader, loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';

describe('the SDK', () => {
  const { isSecureContext } = globalThis;

  afterEach(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: isSecureContext, configurable: true });
  });

  function sdk(isSupported: boolean): Promise<object> {
    return Promise.resolve({ Device: { isSupported } });
  }

  it('is loaded once, however many ask', async () => {
    let loads = 0;
    const load = createVoiceSdkLoader(() => {
      loads += 1;
      return sdk(true);
    });
    const [first, second] = await Promise.all([load(), load()]);
    expect(first).to.equal(second);
    expect(await load()).to.equal(first);
    expect(loads).to.equal(1);
  });

  it('is loaded again by the next one to ask after a failure', async () => {
    let loads = 0;
    const load = createVoiceSdkLoader(() => {
      loads += 1;
      if (loads === 1) return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
      return sdk(true);
    });
    const failure = await load().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'sdk-load-failed', recoverable: true });
    expect(failure).to.have.nested.property('cause.name', 'TypeError');
    expect(await load()).to.have.nested.property('Device.isSupported', true);
  });

  it('trap 19: is refused in a browser that cannot carry calls: its own check would let it pass', async () => {
    const failure = await createVoiceSdkLoader(() => sdk(false))().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'browser-unsupported', recoverable: false });
  });

  it('is refused on a page that is not secure, with that for a reason', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
    const failure = await createVoiceSdkLoader(() => sdk(false))().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'page-not-secure', recoverable: false });
  });

  it('is the real one, and this browser is good enough for it', async () => {
    const { Device } = await loadVoiceSdk();
    expect(Device).to.have.property('version', '2.18.5');
    expect(Device.isSupported).to.equal(true);
  });
});
