import { expect } from '@open-wc/testing';
import type { CallController } from '../../src/core/call-controller.js';
import type { PhoneState } from '../../src/core/phone-state.js';
import { createPhone, createTokens } from '../../src/phone/create-phone.js';
import type { PhoneOptions } from '../../src/phone/create-phone.js';
import {
  callFromOutside,
  createAnswer,
  ECHO,
  eventually,
  hangUp,
  identities,
  misbehave,
  putThroughTo,
  startLocalTwilio,
  statusOfCall,
} from '../twilio/support/local-twilio.js';

/** The whole phone but its face, over the real SDK, the browser's microphone and local Twilio. */
describe('a phone that is put together', () => {
  const phones: CallController[] = [];
  const unexpected: string[] = [];
  let nextIdentity = 0;
  let identity = '';

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
  });

  beforeEach(() => {
    nextIdentity += 1;
    identity = `whole-${nextIdentity}`;
    unexpected.splice(0);
  });

  afterEach(async () => {
    await Promise.all(phones.splice(0).map((phone) => phone.destroy()));
    await misbehave({ do: 'behave' });
    await hangUp();
  });

  function create(options: PhoneOptions = {}): CallController {
    const phone = createPhone({
      tokenProvider: () => createAnswer(identity).then(({ token }) => ({ token })),
      logLevel: 'silent',
      publishEvents: false,
      reportUnexpected: (report) => unexpected.push(report),
      ...options,
    });
    phones.push(phone);
    return phone;
  }

  function until(phone: CallController, isSo: (state: PhoneState) => boolean): Promise<void> {
    return eventually(() => isSo(phone.getState()));
  }

  function fetched(part: string): boolean {
    return performance.getEntriesByType('resource').some(({ name }) => name.includes(part));
  }

  it('loads nothing until it is wanted', async () => {
    const phone = create();
    expect(phone.getState().device.status).to.equal('unregistered');
    expect(fetched('twilio-voice-sdk')).to.equal(false);
    await phone.register();
    expect(fetched('twilio-voice-sdk')).to.equal(true);
    expect(phone.isDeviceReady()).to.equal(true);
    expect(phone.getState().device).to.include({ identity, edge: 'roaming', error: null });
  });

  it('rings, is answered, is muted and hangs up', async () => {
    const phone = create();
    await phone.register();
    await callFromOutside(identity, { name: 'Ada Lovelace', parameters: { name: 'Ada' } });
    await until(phone, ({ calls }) => calls.length > 0);
    expect(phone.getCurrentCallState()).to.include({ status: 'pending', from: '+12025550123', name: 'Ada' });
    await phone.answerCall();
    expect(phone.getCurrentCallState()).to.include({ status: 'open', isMuted: false });
    expect(await phone.toggleMute()).to.equal(true);
    await phone.endCall();
    expect(phone.getState().calls).to.deep.equal([]);
    expect(phone.getState().lastCall).to.include({
      status: 'closed',
      closedBy: 'disconnect',
      isMuted: false,
    });
    expect(unexpected).to.deep.equal([]);
  });

  it('calls out, and again after that', async () => {
    const phone = create();
    await phone.register();
    for (let count = 0; count < 2; count += 1) {
      await phone.makeCall(ECHO);
      await until(phone, ({ calls }) => calls[0]?.status === 'open');
      await phone.endCall();
    }
    expect(unexpected).to.deep.equal([]);
  });

  it('comes back by itself when the connection is lost', async () => {
    const phone = create();
    await phone.register();
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity });
    await until(phone, ({ device }) => device.status !== 'registered');
    await until(phone, ({ device }) => device.status === 'registered');
    expect(phone.getState().device.error).to.equal(null);
    expect(unexpected).to.deep.equal([]);
  });

  it('ends the far end of a call that was hung up while the connection was lost', async () => {
    const phone = create();
    await phone.register();
    const { legs } = await callFromOutside(identity);
    await until(phone, ({ calls }) => calls.length > 0);
    await phone.answerCall();
    await eventually(async () => (await statusOfCall(legs[0])) === 'in-progress');
    await misbehave({ do: 'refuse-sockets' });
    await misbehave({ do: 'drop-sockets', how: 'abrupt', identity });
    await until(phone, ({ calls }) => calls[0]?.status === 'reconnecting');
    await phone.endCall();
    expect(phone.getState().calls).to.deep.equal([]);
    await misbehave({ do: 'behave' });
    await eventually(async () => (await statusOfCall(legs[0])) === 'completed');
    expect(unexpected).to.deep.equal([]);
  });

  it('looks at its connection when the network is back', async () => {
    let isOnline = false;
    const tokenProvider = async () => {
      if (!isOnline) throw new Error('no network');
      const { token } = await createAnswer(identity);
      return { token };
    };
    const phone = create({ tokenProvider });
    const failure = await phone.register().catch((error: unknown) => error);
    expect(failure).to.include({ code: 'token-request-failed' });
    isOnline = true;
    dispatchEvent(new Event('online'));
    await until(phone, ({ device }) => device.status === 'registered');
  });

  it('lets go of the page when it is destroyed', async () => {
    let asked = 0;
    const phone = create({
      tokenProvider: () => {
        asked += 1;
        return Promise.reject(new Error('no network'));
      },
    });
    await phone.register().catch(() => undefined);
    await phone.destroy();
    let checks = 0;
    phone.checkConnection = () => (checks += 1);
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('resume'));
    document.body.click();
    expect(asked).to.equal(1);
    expect(checks).to.equal(0);
    expect(await identities()).not.to.include(identity);
  });

  describe('gets its tokens', () => {
    it('from nowhere, when nobody says from where', async () => {
      expect(createTokens({})).to.equal(null);
      const failure = await create({ tokenProvider: null })
        .register()
        .catch((error: unknown) => error);
      expect(failure).to.include({ code: 'token-url-missing' });
    });

    it('from the page’s own function, where there is an address too', async () => {
      const source = createTokens({
        tokenUrl: '/nowhere',
        tokenProvider: () => Promise.resolve({ token: 'mine' }),
      });
      expect((await source?.requestToken().answer)?.token).to.equal('mine');
    });

    it('from the address', async () => {
      const { fetch } = globalThis;
      const seen: (RequestCredentials | undefined)[] = [];
      globalThis.fetch = (_input, init) => {
        seen.push(init?.credentials);
        return Promise.resolve(Response.json({ token: 'served' }));
      };
      try {
        const source = createTokens({ tokenUrl: '/token', tokenCredentials: 'omit', tokenProvider: null });
        expect((await source?.requestToken().answer)?.token).to.equal('served');
        expect(seen).to.deep.equal(['omit']);
      } finally {
        globalThis.fetch = fetch;
      }
    });
  });
});
