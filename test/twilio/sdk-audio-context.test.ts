import { expect } from '@open-wc/testing';
import { loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';
import { sdkAudioContext } from '../../src/twilio/sdk-audio-context.js';
import { eventually } from './support/local-twilio.js';
import { useBareDevices } from './support/use-bare-devices.js';
import { usePhoneLines } from './support/use-phone-lines.js';

async function requireContext(): Promise<AudioContext> {
  const context = await sdkAudioContext();
  if (!context) throw new Error('The SDK has no AudioContext.');
  return context;
}

/** Why it is lent to us, in SDK 2.18.5 itself. */
describe('the AudioContext of SDK 2.18.5, bare,', () => {
  const bare = useBareDevices();

  it('is one for all devices, in the open, and outlives them', async () => {
    const { Device } = await loadVoiceSdk();
    const first = await bare.create();
    const context = await requireContext();
    expect(Device.audioContext).to.equal(context);
    first.destroy();
    await bare.create();
    expect(await requireContext()).to.equal(context);
    expect(context.state).not.to.equal('closed');
  });

  it('is not woken for a call, in which the SDK measures silence then', async () => {
    const device = await bare.createRegistered();
    const context = await requireContext();
    await context.suspend();
    const { call, told } = await bare.ring(device);
    call.accept();
    await eventually(() => told.includes('accept'));
    let level: number | null = null;
    call.on('sample', ({ audioInputLevel }) => (level = audioInputLevel));
    await eventually(() => level !== null);
    expect(level).to.equal(0);
    expect(context.state).to.equal('suspended');
  });
});

describe('the AudioContext of the SDK, borrowed,', () => {
  const open = usePhoneLines();

  it('runs while a call is talked in, in which both sides are measured, and stands still afterwards', async () => {
    const line = open();
    await line.register();
    const context = await requireContext();
    await context.suspend();
    const { call, events } = await line.answer();
    expect(context.state).to.equal('running');
    const levels: number[] = [];
    call.watchQuality((samples) => levels.push(...samples.map(({ inputLevel }) => inputLevel)));
    await eventually(() => levels.some((level) => level > 0));
    call.disconnect();
    await events.until('disconnect');
    await eventually(() => context.state === 'suspended');
  });

  it('runs on for the call of one phone of the page when that of another ends', async () => {
    const [ours, theirs] = [open(), open()];
    await Promise.all([ours.register(), theirs.register()]);
    await ours.answer();
    const other = await theirs.answer();
    other.call.disconnect();
    await other.events.until('disconnect');
    await eventually(() => theirs.openTracks === 0);
    expect((await requireContext()).state).to.equal('running');
  });
});
