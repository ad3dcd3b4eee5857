import { expect } from '@open-wc/testing';
import type { VoiceSdkCall, VoiceSdkDevice } from '../../src/twilio/voice-sdk.js';
import { eventually, misbehave, NEVER_THERE } from './support/local-twilio.js';
import { useBareDevices } from './support/use-bare-devices.js';

/**
 * The surprises of SDK 2.18.5 themselves, without our port. A test that fails here after an upgrade says that
 * the port works around something that is no longer so, or no longer in this way.
 */
describe('a call of SDK 2.18.5, bare,', () => {
  const bare = useBareDevices();

  it('closes an ignored call without an event', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.ignore();
    expect(call.status()).to.equal('closed');
    expect(told).to.deep.equal([]);
  });

  it('ignores what rings when a call is placed, without an event', async () => {
    const device = await bare.createRegistered();
    const { call, told } = await bare.ring(device);
    await bare.place(device);
    expect(call.status()).to.equal('closed');
    expect(told).to.deep.equal([]);
  });

  it('connects a call that is accepted at once, without an event', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.accept();
    expect(call.status()).to.equal('connecting');
    expect(told).to.deep.equal([]);
  });

  it('says reconnected while the status is still reconnecting', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    const statuses: string[] = [];
    call.on('reconnected', () => statuses.push(call.status()));
    await bare.drop();
    await eventually(() => told.includes('reconnected'));
    expect(statuses).to.deep.equal(['reconnecting']);
    expect(call.status()).to.equal('open');
  });

  it('says transportClose and reconnecting again at each failed attempt', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    await misbehave({ do: 'be-away', forMilliseconds: 1_500 });
    await eventually(() => told.includes('reconnected'));
    expect(told.filter((event) => event === 'reconnecting').length).to.be.greaterThan(1);
    expect(told.filter((event) => event === 'transportClose').length).to.be.greaterThan(1);
  });

  it('says disconnect before error when the microphone is refused', async () => {
    const device = await bare.createRegistered({
      getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
    const { call, told } = await bare.ring(device);
    call.accept();
    await eventually(() => told.includes('error'));
    expect(told).to.deep.equal(['disconnect', 'error']);
  });

  it('trap 12: says disconnect twice when a call is hung up while the microphone is asked for', async () => {
    let grant: (stream: MediaStream) => void = () => undefined;
    const device = await bare.createRegistered({
      getUserMedia: () => new Promise((resolve) => (grant = resolve)),
    });
    const { call, told } = await bare.place(device);
    call.disconnect();
    grant(await navigator.mediaDevices.getUserMedia({ audio: true }));
    await eventually(() => told.length > 1);
    expect(told).to.deep.equal(['disconnect', 'disconnect']);
  });

  it('trap 14: un-mutes a call that ends, without an event', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    call.mute(true);
    call.disconnect();
    expect(told.filter((event) => event === 'mute')).to.have.length(1);
    expect((call as VoiceSdkCall & { isMuted(): boolean }).isMuted()).to.equal(false);
  });

  it('does nothing for disconnect on a call that rings here', async () => {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.disconnect();
    expect(call.status()).to.equal('pending');
    expect(told).to.deep.equal([]);
  });

  it('trap 2: forgets a call that rings here with its socket, says reconnecting, and never says more', async () => {
    const device = await bare.createRegistered();
    const { call, told } = await bare.ring(device);
    await bare.drop();
    await eventually(() => told.length > 1);
    expect(told).to.deep.equal(['transportClose', 'reconnecting']);
    expect(call.status()).to.equal('reconnecting');
    expect((device as VoiceSdkDevice & { calls: unknown[] }).calls).to.deep.equal([]);
    call.accept();
    expect(call.status()).to.equal('reconnecting');
  });

  it('trap 1: stays busy for ever with a call whose socket was lost while it rang elsewhere', async () => {
    const device = await bare.createRegistered();
    const { call, told } = await bare.place(device, NEVER_THERE);
    await eventually(() => told.includes('ringing'));
    await bare.drop();
    await eventually(() => told.includes('transportClose'));
    expect(call.status()).to.equal('closed');
    call.disconnect();
    expect(told).not.to.include('disconnect');
    expect(device.isBusy).to.equal(true);
    const failure = await device.connect({ params: {} }).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'A Call is already active');
  });

  it('lets go of such a call through its media handler, which is private', async () => {
    const device = await bare.createRegistered();
    const { call, told } = await bare.place(device, NEVER_THERE);
    await eventually(() => told.includes('ringing'));
    await bare.drop();
    await eventually(() => told.includes('transportClose'));
    (call as unknown as { _mediaHandler: { close(): void } })._mediaHandler.close();
    expect(told.at(-1)).to.equal('disconnect');
    expect(device.isBusy).to.equal(false);
  });
});
