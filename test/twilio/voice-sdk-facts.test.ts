import { expect } from '@open-wc/testing';
import type { VoiceSdkCall, VoiceSdkDevice } from '../../src/twilio/voice-sdk.js';
import { deviceOptions } from '../../src/twilio/device-options.js';
import { loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';
import {
  callFromOutside,
  createAnswer,
  ECHO,
  eventually,
  hangUp,
  identities,
  misbehave,
  NEVER_THERE,
  putThroughTo,
  startLocalTwilio,
} from './support/local-twilio.js';

/**
 * The surprises of SDK 2.18.5 themselves, without our port. A test that fails here after an upgrade says that
 * the port works around something that is no longer so, or no longer in this way.
 */
describe('SDK 2.18.5, bare', () => {
  const callEvents = [
    'accept',
    'cancel',
    'disconnect',
    'error',
    'mute',
    'reconnected',
    'reconnecting',
    'reject',
    'ringing',
    'transportClose',
  ] as const;
  const devices: VoiceSdkDevice[] = [];
  let nextIdentity = 0;
  let identity = '';

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
  });

  beforeEach(() => {
    nextIdentity += 1;
    identity = `bare-${nextIdentity}`;
  });

  afterEach(async () => {
    for (const device of devices.splice(0)) device.destroy();
    await misbehave({ do: 'behave' });
    await hangUp();
  });

  async function createDevice(changes: object = {}, ttlInSeconds = 3_600): Promise<VoiceSdkDevice> {
    const { Device } = await loadVoiceSdk();
    const choices = { edge: null, logLevel: 'silent', publishEvents: false } as const;
    const options = deviceOptions(choices, () => navigator.mediaDevices.getUserMedia({ audio: true }));
    const { token } = await createAnswer(identity, { ttlInSeconds });
    const device = new Device(token, { ...options, ...changes });
    device.on('error', () => undefined);
    devices.push(device);
    return device;
  }

  async function createRegistered(changes: object = {}): Promise<VoiceSdkDevice> {
    const device = await createDevice(changes);
    await device.register();
    return device;
  }

  function recordCall(call: VoiceSdkCall): string[] {
    const told: string[] = [];
    for (const event of callEvents) call.on(event as 'accept', () => told.push(event));
    return told;
  }

  async function ring(device: VoiceSdkDevice) {
    const incoming = new Promise<VoiceSdkCall>((resolve) => device.on('incoming', resolve));
    const { legs } = await callFromOutside(identity);
    const call = await incoming;
    return { call, told: recordCall(call), legSid: legs[0] };
  }

  async function place(device: VoiceSdkDevice, number = ECHO) {
    await putThroughTo(number);
    const call = await device.connect({ params: { To: number } });
    return { call, told: recordCall(call) };
  }

  function drop(): Promise<unknown> {
    return misbehave({ do: 'drop-sockets', how: 'abrupt', identity });
  }

  it('closes an ignored call without an event', async () => {
    const { call, told } = await ring(await createRegistered());
    call.ignore();
    expect(call.status()).to.equal('closed');
    expect(told).to.deep.equal([]);
  });

  it('ignores what rings when a call is placed, without an event', async () => {
    const device = await createRegistered();
    const { call, told } = await ring(device);
    await place(device);
    expect(call.status()).to.equal('closed');
    expect(told).to.deep.equal([]);
  });

  it('connects a call that is accepted at once, without an event', async () => {
    const { call, told } = await ring(await createRegistered());
    call.accept();
    expect(call.status()).to.equal('connecting');
    expect(told).to.deep.equal([]);
  });

  it('says reconnected while the status is still reconnecting', async () => {
    const { call, told } = await ring(await createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    const statuses: string[] = [];
    call.on('reconnected', () => statuses.push(call.status()));
    await drop();
    await eventually(() => told.includes('reconnected'));
    expect(statuses).to.deep.equal(['reconnecting']);
    expect(call.status()).to.equal('open');
  });

  it('says transportClose and reconnecting again at each failed attempt', async () => {
    const { call, told } = await ring(await createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    await misbehave({ do: 'be-away', forMilliseconds: 1_500 });
    await eventually(() => told.includes('reconnected'));
    expect(told.filter((event) => event === 'reconnecting').length).to.be.greaterThan(1);
    expect(told.filter((event) => event === 'transportClose').length).to.be.greaterThan(1);
  });

  it('says disconnect before error when the microphone is refused', async () => {
    const device = await createRegistered({
      getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
    const { call, told } = await ring(device);
    call.accept();
    await eventually(() => told.includes('error'));
    expect(told).to.deep.equal(['disconnect', 'error']);
  });

  it('says disconnect twice when a call is hung up while the microphone is asked for', async () => {
    let grant: (stream: MediaStream) => void = () => undefined;
    const device = await createRegistered({
      getUserMedia: () => new Promise((resolve) => (grant = resolve)),
    });
    const { call, told } = await place(device);
    call.disconnect();
    grant(await navigator.mediaDevices.getUserMedia({ audio: true }));
    await eventually(() => told.length > 1);
    expect(told).to.deep.equal(['disconnect', 'disconnect']);
  });

  it('un-mutes a call that ends, without an event', async () => {
    const { call, told } = await ring(await createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    call.mute(true);
    call.disconnect();
    expect(told.filter((event) => event === 'mute')).to.have.length(1);
    expect((call as VoiceSdkCall & { isMuted(): boolean }).isMuted()).to.equal(false);
  });

  it('does nothing for disconnect on a call that rings here', async () => {
    const { call, told } = await ring(await createRegistered());
    call.disconnect();
    expect(call.status()).to.equal('pending');
    expect(told).to.deep.equal([]);
  });

  it('forgets a call that rings here with its socket, says reconnecting, and never says more', async () => {
    const device = await createRegistered();
    const { call, told } = await ring(device);
    await drop();
    await eventually(() => told.length > 1);
    expect(told).to.deep.equal(['transportClose', 'reconnecting']);
    expect(call.status()).to.equal('reconnecting');
    expect((device as VoiceSdkDevice & { calls: unknown[] }).calls).to.deep.equal([]);
    call.accept();
    expect(call.status()).to.equal('reconnecting');
  });

  it('stays busy for ever with a call whose socket was lost while it rang elsewhere', async () => {
    const device = await createRegistered();
    const { call, told } = await place(device, NEVER_THERE);
    await eventually(() => told.includes('ringing'));
    await drop();
    await eventually(() => told.includes('transportClose'));
    expect(call.status()).to.equal('closed');
    call.disconnect();
    expect(told).not.to.include('disconnect');
    expect(device.isBusy).to.equal(true);
    const failure = await device.connect({ params: {} }).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'A Call is already active');
  });

  it('lets go of such a call through its media handler, which is private', async () => {
    const device = await createRegistered();
    const { call, told } = await place(device, NEVER_THERE);
    await eventually(() => told.includes('ringing'));
    await drop();
    await eventually(() => told.includes('transportClose'));
    (call as unknown as { _mediaHandler: { close(): void } })._mediaHandler.close();
    expect(told.at(-1)).to.equal('disconnect');
    expect(device.isBusy).to.equal(false);
  });

  it('drops a second caller without an event, unless it is told to allow one', async () => {
    const device = await createRegistered({ allowIncomingWhileBusy: false });
    const first = await ring(device);
    first.call.accept();
    await eventually(() => first.told.includes('accept'));
    let incoming = 0;
    device.on('incoming', () => (incoming += 1));
    const { callSid } = await callFromOutside(identity);
    await hangUp(callSid);
    first.call.disconnect();
    await ring(device);
    expect(incoming).to.equal(1);
  });

  it('cannot tell busy from declined, unless it is told to be precise', async () => {
    for (const [isPrecise, expected] of [
      [false, 31005],
      [true, 31486],
    ] as const) {
      const device = await createDevice({ enableImprovedSignalingErrorPrecision: isPrecise });
      await misbehave({ do: 'answer-with-error', to: 'invite', code: 31486 });
      const { call } = await place(device);
      const error = await new Promise<unknown>((resolve) => call.on('error', resolve));
      expect(error, String(isPrecise)).to.have.property('code', expected);
    }
  });

  it('throws when it is asked to register twice', async () => {
    const device = await createDevice();
    const registration = device.register();
    const failure = await device.register().catch((error: unknown) => error);
    expect(failure).to.have.property('name', 'InvalidStateError');
    await registration;
  });

  it('rejects with undefined when the socket is lost before ready, and registers all the same', async () => {
    const device = await createDevice();
    await misbehave({ do: 'stall', frame: 'ready' });
    const registration = device.register().catch((error: unknown) => ({ rejectedWith: error }));
    await eventually(async () => (await identities()).includes(identity));
    await misbehave({ do: 'behave' });
    await drop();
    expect(await registration).to.deep.equal({ rejectedWith: undefined });
    await eventually(() => device.state === 'registered');
  });

  it('waits for ever, still registering, when the token is refused', async () => {
    const device = await createDevice();
    let isSettled = false;
    const error = new Promise<unknown>((resolve) => device.on('error', resolve));
    await misbehave({ do: 'answer-with-error', to: 'listen', code: 20101 });
    void device.register().finally(() => (isSettled = true));
    expect(await error).to.have.property('code', 20101);
    expect(isSettled).to.equal(false);
    expect(device.state).to.equal('registering');
  });

  it('stays registered in its own eyes when the token has expired', async () => {
    const device = await createRegistered();
    const error = new Promise<unknown>((resolve) => device.on('error', resolve));
    await misbehave({ do: 'expire-tokens', identity });
    expect(await error).to.have.property('code', 20104);
    expect(device.state).to.equal('registered');
  });

  it('registers again after unregister(), at the next connected', async () => {
    const device = await createRegistered();
    await device.unregister();
    expect(device.state).to.equal('unregistered');
    const again = new Promise<void>((resolve) => device.on('registered', resolve));
    const { token } = await createAnswer(identity, { ttlInSeconds: 120 });
    device.updateToken(token);
    await again;
  });

  it('throws an error when nobody listens for it, as EventEmitters do', async () => {
    const device = (await createDevice()) as VoiceSdkDevice & { emit(event: string, value: unknown): void };
    device.removeAllListeners();
    expect(() => device.emit('error', new Error('nobody listens'))).to.throw('nobody listens');
    device.on('error', () => undefined);
    expect(() => device.emit('error', new Error('somebody listens'))).not.to.throw();
  });

  it('rejects for everybody what rings here when the page goes', async () => {
    const device = await createRegistered();
    const { told } = await ring(device);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    expect(told).to.deep.equal(['reject']);
    expect(device.state).to.equal('destroyed');
  });

  it('keeps a microphone open after the call when another came or went in it', async () => {
    const tracks: MediaStreamTrack[] = [];
    let inputs = await navigator.mediaDevices.enumerateDevices();
    const device = await createRegistered({
      enumerateDevices: () => Promise.resolve(inputs),
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        const stream = await navigator.mediaDevices.getUserMedia(constraints);
        tracks.push(...stream.getTracks());
        return stream;
      },
    });
    const { call, told } = await ring(device);
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
