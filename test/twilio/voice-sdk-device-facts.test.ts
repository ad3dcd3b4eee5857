import { expect } from '@open-wc/testing';
import type { VoiceSdkDevice } from '../../src/twilio/voice-sdk.js';
import {
  callFromOutside,
  createAnswer,
  eventually,
  hangUp,
  identities,
  misbehave,
} from './support/local-twilio.js';
import { useBareDevices } from './support/use-bare-devices.js';

/**
 * The surprises of SDK 2.18.5 themselves, without our port. A test that fails here after an upgrade says that
 * the port works around something that is no longer so, or no longer in this way.
 */
describe('the device of SDK 2.18.5, bare,', () => {
  const bare = useBareDevices();

  it('drops a second caller without an event, unless it is told to allow one', async () => {
    const device = await bare.createRegistered({ allowIncomingWhileBusy: false });
    const first = await bare.ring(device);
    first.call.accept();
    await eventually(() => first.told.includes('accept'));
    let incoming = 0;
    device.on('incoming', () => (incoming += 1));
    const { callSid } = await callFromOutside(bare.identity);
    await hangUp(callSid);
    first.call.disconnect();
    await bare.ring(device);
    expect(incoming).to.equal(1);
  });

  it('cannot tell busy from declined, unless it is told to be precise', async () => {
    for (const [isPrecise, expected] of [
      [false, 31005],
      [true, 31486],
    ] as const) {
      const device = await bare.create({ enableImprovedSignalingErrorPrecision: isPrecise });
      await misbehave({ do: 'answer-with-error', to: 'invite', code: 31486 });
      const { call } = await bare.place(device);
      const error = await new Promise<unknown>((resolve) => call.on('error', resolve));
      expect(error, String(isPrecise)).to.have.property('code', expected);
    }
  });

  it('throws when it is asked to register twice', async () => {
    const device = await bare.create();
    const registration = device.register();
    const failure = await device.register().catch((error: unknown) => error);
    expect(failure).to.have.property('name', 'InvalidStateError');
    await registration;
  });

  it('rejects with undefined when the socket is lost before ready, and registers all the same', async () => {
    const device = await bare.create();
    await misbehave({ do: 'stall', frame: 'ready' });
    const registration = device.register().catch((error: unknown) => ({ rejectedWith: error }));
    await eventually(async () => (await identities()).includes(bare.identity));
    await misbehave({ do: 'behave' });
    await bare.drop();
    expect(await registration).to.deep.equal({ rejectedWith: undefined });
    await eventually(() => device.state === 'registered');
  });

  it('waits for ever, still registering, when the token is refused', async () => {
    const device = await bare.create();
    let isSettled = false;
    const error = new Promise<unknown>((resolve) => device.on('error', resolve));
    await misbehave({ do: 'answer-with-error', to: 'listen', code: 20101 });
    void device.register().finally(() => (isSettled = true));
    expect(await error).to.have.property('code', 20101);
    expect(isSettled).to.equal(false);
    expect(device.state).to.equal('registering');
  });

  it('stays registered in its own eyes when the token has expired', async () => {
    const device = await bare.createRegistered();
    const error = new Promise<unknown>((resolve) => device.on('error', resolve));
    await misbehave({ do: 'expire-tokens', identity: bare.identity });
    expect(await error).to.have.property('code', 20104);
    expect(device.state).to.equal('registered');
  });

  it('registers again after unregister(), at the next connected', async () => {
    const device = await bare.createRegistered();
    await device.unregister();
    expect(device.state).to.equal('unregistered');
    const again = new Promise<void>((resolve) => device.on('registered', resolve));
    const { token } = await createAnswer(bare.identity, { ttlInSeconds: 120 });
    device.updateToken(token);
    await again;
  });

  it('throws an error when nobody listens for it, as EventEmitters do', async () => {
    const device = (await bare.create()) as VoiceSdkDevice & { emit(event: string, value: unknown): void };
    device.removeAllListeners();
    expect(() => device.emit('error', new Error('nobody listens'))).to.throw('nobody listens');
    device.on('error', () => undefined);
    expect(() => device.emit('error', new Error('somebody listens'))).not.to.throw();
  });

  it('rejects for everybody what rings here when the page goes', async () => {
    const device = await bare.createRegistered();
    const { told } = await bare.ring(device);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    expect(told).to.deep.equal(['reject']);
    expect(device.state).to.equal('destroyed');
  });

  it('keeps a microphone open after the call when another came or went in it', async () => {
    const tracks: MediaStreamTrack[] = [];
    let inputs = await navigator.mediaDevices.enumerateDevices();
    const device = await bare.createRegistered({
      enumerateDevices: () => Promise.resolve(inputs),
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        const stream = await navigator.mediaDevices.getUserMedia(constraints);
        tracks.push(...stream.getTracks());
        return stream;
      },
    });
    const { call, told } = await bare.ring(device);
    call.accept();
    await eventually(() => told.includes('accept'));
    inputs = inputs.slice(0, -1);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await eventually(() => device.audio?.inputDevice !== null);
    call.disconnect();
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'live']);
    await device.audio?.unsetInputDevice();
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
  });
});
