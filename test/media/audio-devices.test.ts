import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { createAudioDevices } from '../../src/media/audio-devices.js';
import { builtIn, codeOf, setUp, tearDown, treatment } from '../support/audio-devices-stage.js';
import { FakeClock } from '../support/fake-clock.js';

describe('the audio devices', () => {
  afterEach(tearDown);

  it('are known before anybody asks, and nothing but the default is used', async () => {
    const { audio, constraints, applied } = await setUp();
    const { microphone: choice, speaker, ringer, areLabelsKnown } = audio.getState();
    expect(choice.devices.map(({ label }) => label)).to.deep.equal(['Built-in', 'Headset']);
    expect(speaker.devices.map(({ label }) => label)).to.deep.equal(['Speakers', 'Earphones']);
    expect(ringer.devices).to.deep.equal(speaker.devices);
    expect([choice.wanted, choice.used, speaker.used, ringer.used]).to.deep.equal([null, null, null, null]);
    expect(areLabelsKnown).to.equal(true);
    expect(applied).to.deep.equal([]);
    expect(await constraints()).to.deep.equal(treatment);
  });

  it('use what is chosen, tell it, and remember it', async () => {
    const { audio, constraints, applied, memory, states } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    await audio.choose('ringer', 'Speakers-id');
    expect(applied).to.deep.equal(['microphone:Headset-id', 'ringer:Speakers-id']);
    expect(states.map((state) => state.microphone.used?.label ?? null)).to.deep.equal([
      null,
      'Headset',
      'Headset',
    ]);
    expect((await constraints()).deviceId).to.deep.equal({ exact: 'Headset-id' });
    const next = await setUp({ remembered: JSON.parse(JSON.stringify(memory.saved)) as unknown });
    expect(next.audio.getState().microphone.used?.label).to.equal('Headset');
    // A microphone is opened by its id as soon as there is a call.
    expect((await next.constraints()).deviceId).to.deep.equal({ exact: 'Headset-id' });
    expect(next.applied).to.deep.equal(['ringer:Speakers-id']);
  });

  it('go back to the default when that is chosen', async () => {
    const { audio, applied } = await setUp();
    await audio.choose('speaker', 'Earphones-id');
    await audio.choose('speaker', null);
    expect(applied).to.deep.equal(['speaker:Earphones-id', 'speaker:default']);
    expect(audio.getState().speaker.wanted).to.equal(null);
  });

  it('ask for the remembered microphone while its name is secret, without insisting', async () => {
    const remembered = { wanted: { microphone: { id: 'Headset-id', label: 'Headset', groupId: '' } } };
    const { audio, constraints } = await setUp({
      plugged: [{ ...builtIn, deviceId: '', label: '' }],
      remembered,
    });
    expect(audio.getState().microphone.used).to.equal(null);
    expect(await constraints()).to.deep.equal({
      ...treatment,
      deviceId: { ideal: 'Headset-id' },
    });
  });

  it('refuse a device that is not there', async () => {
    const { audio, states } = await setUp();
    expect(await codeOf(audio.choose('microphone', 'Earphones-id'))).to.equal('invalid-argument');
    expect(states).to.have.length(1);
  });

  it('keep what was in use when the chosen one cannot be put to use', async () => {
    const { audio, memory } = await setUp();
    await audio.choose('microphone', 'Built-in-id');
    const saved = memory.saved;
    audio.onApply('microphone', () => Promise.reject(new Error('busy')));
    expect(await codeOf(audio.choose('microphone', 'Headset-id'))).to.equal('Error: busy');
    expect(audio.getState().microphone.used?.label).to.equal('Built-in');
    expect(audio.getState().microphone.wanted?.label).to.equal('Built-in');
    expect(memory.saved).to.equal(saved);
  });

  it('report what fails though nobody chose it, and do not reject', async () => {
    const { audio, failures, plug } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    audio.onApply('microphone', (id) => (id ? Promise.resolve() : Promise.reject(new Error('busy'))));
    await plug([builtIn]);
    expect(failures).to.deep.equal(['microphone: Error: busy']);
  });

  it('put only the last of several quick choices to use, and one at a time', async () => {
    const { audio } = await setUp();
    const log: string[] = [];
    let finish: () => void = () => undefined;
    audio.onApply('speaker', async (id) => {
      log.push(`${id ?? 'default'} begins`);
      await new Promise<void>((resolve) => (finish = resolve));
      log.push(`${id ?? 'default'} ends`);
    });
    const choices = [audio.choose('speaker', 'Speakers-id')];
    await aTimeout(0);
    choices.push(audio.choose('speaker', 'Earphones-id'), audio.choose('speaker', null));
    await aTimeout(0);
    finish();
    await aTimeout(0);
    finish();
    await Promise.all(choices);
    expect(log).to.deep.equal(['Speakers-id begins', 'Speakers-id ends', 'default begins', 'default ends']);
  });

  it('treat the microphone as set, and open it anew for that', async () => {
    const { audio, constraints, applied } = await setUp();
    await audio.changeSettings({ noiseSuppression: false, ringVolume: 0.5 });
    expect(audio.getState().settings).to.deep.equal({
      ...treatment,
      noiseSuppression: false,
      ringVolume: 0.5,
    });
    expect((await constraints()).noiseSuppression).to.equal(false);
    expect(applied).to.deep.equal(['microphone:default']);
    await audio.changeSettings({ ringVolume: 0.2 });
    expect(applied, 'the bell is none of its business').to.have.length(1);
    expect(await codeOf(audio.changeSettings({ ringVolume: 2 }))).to.equal('invalid-argument');
  });

  it('offer no choice on a page that may not know of devices', async () => {
    const audio = createAudioDevices({
      clock: new FakeClock(),
      memory: { load: () => undefined, save: () => undefined },
      mediaDevices: null,
    });
    expect(audio.getState().microphone.isChoicePossible).to.equal(false);
    expect(await codeOf(audio.askForPermission())).to.equal('microphone-failed');
  });

  it('leave nothing behind', async () => {
    const { audio, clock, mediaDevices, applied } = await setUp();
    audio.watchMicrophoneLevel(() => undefined);
    await waitUntil(() => mediaDevices.openTracks > 0);
    audio.destroy();
    mediaDevices.plug([]);
    clock.tick(5000);
    await aTimeout(0);
    expect(mediaDevices.openTracks).to.equal(0);
    expect(clock.pendingTimers).to.equal(0);
    expect(applied).to.deep.equal([]);
  });
});
