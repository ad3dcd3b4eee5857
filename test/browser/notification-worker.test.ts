import { expect } from '@open-wc/testing';
import { registerNotificationWorker } from '../../src/browser/notification-worker.js';

const address = '/src/worker/twilio-phone-worker.ts';

describe('the service worker of the notifications', () => {
  afterEach(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('is there to show notifications, in a folder of its own that no page is in', async () => {
    const registration = await registerNotificationWorker(address);
    expect(registration.active?.scriptURL).to.equal(new URL(address, location.href).href);
    expect(new URL(registration.scope).pathname).to.equal('/src/worker/twilio-phone-notifications/');
    expect(navigator.serviceWorker.controller).to.equal(null);
  });

  it('is the same when it is asked for again', async () => {
    const first = await registerNotificationWorker(address);
    const second = await registerNotificationWorker(address);
    expect(second.scope).to.equal(first.scope);
    expect(await navigator.serviceWorker.getRegistrations()).to.have.lengthOf(1);
  });

  it('is refused when nothing is at the address', async () => {
    const failure = await registerNotificationWorker('/nowhere.js').catch((error: unknown) => error);
    expect(failure).to.be.an('error');
  });

  it('is refused in words where the page has no service workers', async () => {
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined, configurable: true });
    const failure = await registerNotificationWorker(address).catch((error: unknown) => error);
    Reflect.deleteProperty(navigator, 'serviceWorker');
    expect(String(failure)).to.contain('https');
  });
});
