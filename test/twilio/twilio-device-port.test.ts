import { expect } from '@open-wc/testing';
import type { TokenAnswer } from '../../src/core/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';
import type { VoiceSdkAudio } from '../../src/twilio/voice-sdk.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';
import { createFakeSdk } from './support/fake-sdk-device.js';
import type { FakeSdkDevice } from './support/fake-sdk-device.js';
import { PhoneLine } from './support/phone-line.js';

/** The port's own part, event by event. What the real SDK does is in the files named facts. */
describe('the port of the device', () => {
  const lines: PhoneLine[] = [];

  afterEach(() => {
    for (const line of lines.splice(0)) line.port.destroy();
  });

  function answer(token: string, edge: string | null = null): TokenAnswer {
    return { token, edge, lifetimeInSeconds: 3_600, issuedAt: 1 };
  }

  function open() {
    const sdk = createFakeSdk();
    const clock = new FakeClock();
    const line = new PhoneLine({ loadVoiceSdk: sdk.load, clock });
    lines.push(line);
    return { ...line, port: line.port, device: line.device, sdk, clock, last: () => lastOf(sdk.devices) };
  }

  function lastOf(devices: readonly FakeSdkDevice[]): FakeSdkDevice {
    const device = devices.at(-1);
    if (!device) throw new Error('No device was built.');
    return device;
  }

  async function openRegistered() {
    const opened = open();
    void opened.port.register(answer('token-1'));
    await settle();
    opened.last().emit('registered');
    await settle();
    return opened;
  }

  it('builds its device as the phone needs it', async () => {
    const { last } = await openRegistered();
    const { getUserMedia, Sound, codecPreferences, ...options } = last().options;
    expect(options).to.include({
      allowIncomingWhileBusy: true,
      enableImprovedSignalingErrorPrecision: true,
      logLevel: 'silent',
      maxCallSignalingTimeoutMs: 30_000,
      publishEvents: false,
    });
    expect(codecPreferences).to.deep.equal(['opus', 'pcmu']);
    expect(getUserMedia).to.be.a('function');
    expect(Sound).to.have.property('name', 'SilentSound');
  });

  it('builds no device before it is needed', async () => {
    const { sdk, port } = open();
    await settle();
    port.updateToken(answer('token-1'));
    await port.unregister();
    await settle();
    expect(sdk.devices).to.deep.equal([]);
  });

  it('fails as the SDK does when it cannot be built', async () => {
    const line = new PhoneLine({
      loadVoiceSdk: () =>
        Promise.resolve({
          Device: class {
            static readonly isSupported = true;
            constructor() {
              throw Object.assign(new Error('too old'), { name: 'NotSupportedError' });
            }
          } as never,
        }),
    });
    const failure = await line.port.register(answer('token-1')).catch((error: unknown) => error);
    expect(failure).to.include({ code: 'browser-unsupported' });
  });

  it('says once for each token that it will expire', async () => {
    const { device, last, port } = await openRegistered();
    for (let count = 0; count < 3; count += 1) last().emit('tokenWillExpire');
    port.updateToken(answer('token-2'));
    await settle();
    last().emit('tokenWillExpire');
    expect(device.types.slice(2)).to.deep.equal(['tokenWillExpire', 'tokenWillExpire']);
  });

  it('trap 13: drops a call whose caller gave up before the SDK told of it', async () => {
    const { device, last } = await openRegistered();
    const call = new FakeSdkCall();
    call.state = 'closed';
    last().emit('incoming', call);
    expect(device.types).not.to.include('incoming');
  });

  it('lets a call ring elsewhere that comes while nobody is wanted here', async () => {
    const { device, last, port } = await openRegistered();
    const open = new FakeSdkCall();
    last().emit('incoming', open);
    await port.unregister();
    const late = new FakeSdkCall();
    last().emit('incoming', late);
    expect(late.commands).to.deep.equal(['ignore']);
    expect(device.types.filter((type) => type === 'incoming')).to.have.length(1);
  });

  it('tells an error about a call to the call', async () => {
    const { device, last } = await openRegistered();
    const call = new FakeSdkCall();
    last().emit('incoming', call);
    const incoming = await device.until('incoming');
    const told: string[] = [];
    incoming.call.subscribe(({ type }) => told.push(type));
    last().emit('error', { code: 31486 }, call);
    expect(told).to.deep.equal(['error']);
    expect(device.types).not.to.include('error');
  });

  it('tells an error about a call that is over as one of its own', async () => {
    const { device, last } = await openRegistered();
    last().emit('error', { code: 31486 }, new FakeSdkCall());
    expect(device.types.at(-1)).to.equal('error');
  });

  it('trap 4: does not ask the SDK to register while it comes back by itself: that would cost it 30 seconds', async () => {
    const { device, last, sdk } = await openRegistered();
    last().emit('unregistered');
    await settle();
    expect(device.types.at(-1)).to.equal('unregistered');
    expect(last().commands).to.deep.equal(['register']);
    expect(sdk.devices).to.have.length(1);
  });

  it('begins anew when it is asked to register while the SDK comes back', async () => {
    const { last, port, sdk } = await openRegistered();
    last().emit('unregistered');
    void port.register(answer('token-1'));
    await settle();
    expect(sdk.devices).to.have.length(2);
    expect(sdk.devices[0]?.commands.at(-1)).to.equal('destroy');
    expect(last().commands).to.deep.equal(['register']);
  });

  it('begins anew when the SDK does not come back: its server may have closed for good', async () => {
    const { clock, device, last, sdk } = await openRegistered();
    last().emit('unregistered');
    clock.tick(12_999);
    await settle();
    expect(sdk.devices).to.have.length(1);
    clock.tick(1);
    await settle();
    expect(sdk.devices).to.have.length(2);
    expect(device.types.slice(2)).to.deep.equal(['unregistered', 'error', 'registering']);
    clock.tick(13_000);
    await settle();
    expect(sdk.devices, 'and again').to.have.length(3);
    expect(
      device.types.filter((type) => type === 'error'),
      'told once',
    ).to.have.length(1);
  });

  it('keeps a device that carries a call, however long it takes to come back', async () => {
    const { clock, last, port, sdk } = await openRegistered();
    const call = new FakeSdkCall();
    last().emit('incoming', call);
    last().emit('unregistered');
    clock.tick(60_000);
    void port.register(answer('token-2', 'tokyo'));
    await settle();
    expect(sdk.devices).to.have.length(1);
    expect(last().commands).to.deep.equal(['register', 'updateToken(token-2)']);
    call.emit('cancel');
    await settle();
    expect(sdk.devices, 'nobody asked since').to.have.length(1);
    clock.tick(13_000);
    await settle();
    expect(lastOf(sdk.devices).options.edge).to.deep.equal(['tokyo']);
  });

  it('watches over nothing once it is registered, unwanted or destroyed', async () => {
    const { clock, last, port } = await openRegistered();
    expect(clock.pendingTimers).to.equal(0);
    last().emit('unregistered');
    expect(clock.pendingTimers).to.equal(1);
    await port.unregister();
    expect(clock.pendingTimers).to.equal(0);
    void port.register(answer('token-1'));
    await settle();
    expect(clock.pendingTimers).to.equal(1);
    port.destroy();
    expect(clock.pendingTimers).to.equal(0);
  });

  it('replaces a device that is stuck in a call that nobody has', async () => {
    const { last, port, sdk } = await openRegistered();
    last().isBusy = true;
    port.makeCall(answer('token-1'), { To: '+12025550101' }).catch(() => undefined);
    await settle();
    expect(sdk.devices).to.have.length(2);
    expect(last().commands).to.deep.equal(['register', 'connect']);
  });

  it('does not replace the device while a call is being placed', async () => {
    const { clock, last, port, sdk } = await openRegistered();
    const placing = port.makeCall(answer('token-1'), { To: '+12025550101' }).catch((error: unknown) => error);
    await settle();
    last().isBusy = true;
    last().emit('error', { code: 31000 });
    await settle();
    expect(sdk.devices).to.have.length(1);
    clock.tick(13_000);
    expect(await placing).to.include({ code: 'connection-failed' });
    await settle();
    expect(sdk.devices, 'it would stay busy').to.have.length(2);
  });

  it('forgets a dead microphone before a call is placed', async () => {
    const { last, port } = await openRegistered();
    let unset = 0;
    const audio = { inputDevice: {}, unsetInputDevice: () => Promise.resolve(void (unset += 1)) };
    last().audio = audio as unknown as VoiceSdkAudio;
    port.makeCall(answer('token-1'), { To: '+12025550101' }).catch(() => undefined);
    await settle();
    expect(unset).to.equal(1);
  });

  it('closes a microphone that is opened when no call is left: a change of microphones can take so long', async () => {
    const { last } = await openRegistered();
    const call = new FakeSdkCall();
    last().emit('incoming', call);
    const states = async () => {
      const stream = await last().options.getUserMedia();
      return stream.getTracks().map(({ readyState }) => readyState);
    };
    expect(await states(), 'in a call').to.deep.equal(['live']);
    call.emit('cancel');
    expect(await states(), 'after it').to.deep.equal(['ended']);
  });

  it('trap 6: leaves an error listener on a device that it has dropped: a late error would be thrown', async () => {
    const { last, port, device } = await openRegistered();
    const dropped = last();
    await port.unregister();
    expect(dropped.listenerCount('error')).to.equal(1);
    dropped.emit('error', { code: 31005 });
    dropped.emit('registered');
    expect(device.types).to.deep.equal(['registering', 'registered', 'unregistered']);
  });

  it('hangs up a call that begins after it was given up', async () => {
    const { clock, last, port } = await openRegistered();
    let begin: (call: FakeSdkCall) => void = () => undefined;
    last().connect = () => new Promise((resolve) => (begin = resolve));
    const placing = port.makeCall(answer('token-1'), { To: '+12025550101' }).catch((error: unknown) => error);
    await settle();
    clock.tick(13_000);
    await placing;
    const call = new FakeSdkCall();
    call.direction = 'OUTGOING';
    call.state = 'connecting';
    begin(call);
    await settle();
    expect(call.commands).to.include('disconnect');
  });
});
