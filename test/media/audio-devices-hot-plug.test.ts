import { aTimeout, expect } from '@open-wc/testing';
import {
  builtIn,
  endByItself,
  everything,
  headset,
  setUp,
  speakers,
  tearDown,
  treatment,
} from '../support/audio-devices-stage.js';
import { device } from '../support/fake-media-devices.js';

describe('devices that come and go', () => {
  afterEach(tearDown);

  it('take the default when the chosen one is gone, and the chosen one when it is back', async () => {
    const { audio, constraints, applied, plug } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    await plug([builtIn, speakers]);
    const { wanted, used } = audio.getState().microphone;
    expect([wanted?.label, used]).to.deep.equal(['Headset', null]);
    expect(await constraints()).to.deep.equal(treatment);
    await plug(everything);
    expect(audio.getState().microphone.used?.label).to.equal('Headset');
    expect(applied).to.deep.equal(['microphone:Headset-id', 'microphone:default', 'microphone:Headset-id']);
  });

  it('leave a chosen device in use when another one is plugged in', async () => {
    const { audio, applied, plug } = await setUp({ plugged: [builtIn, speakers] });
    await audio.choose('microphone', 'Built-in-id');
    await plug(everything);
    expect(audio.getState().microphone.used?.label).to.equal('Built-in');
    expect(applied).to.deep.equal(['microphone:Built-in-id']);
  });

  it('find the chosen device under another id, and remember it by that', async () => {
    const { audio, applied, memory, plug } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    await plug([builtIn, { ...headset, deviceId: 'another' }, speakers]);
    expect(audio.getState().microphone.used).to.deep.equal({ id: 'another', label: 'Headset' });
    expect(audio.getState().microphone.wanted?.id).to.equal('another');
    expect(applied.at(-1)).to.equal('microphone:another');
    expect(JSON.stringify(memory.saved)).to.contain('another');
  });

  it('take a storm for one change', async () => {
    const { audio, applied, mediaDevices, plug, states } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    const before = { enumerations: mediaDevices.enumerations, states: states.length };
    await plug([builtIn, speakers], 6);
    expect(mediaDevices.enumerations - before.enumerations).to.equal(1);
    expect(states.length - before.states).to.equal(1);
    expect(applied).to.deep.equal(['microphone:Headset-id', 'microphone:default']);
  });

  it('tell nothing when a storm was about nothing', async () => {
    const { applied, plug, states } = await setUp();
    await plug(everything, 6);
    expect(states).to.have.length(1);
    expect(applied).to.deep.equal([]);
  });

  it('open the microphone anew when the default becomes another device', async () => {
    const asDefault = (name: string) => ({ ...device('audioinput', name), deviceId: 'default' });
    const { applied, plug } = await setUp({ plugged: [asDefault('Headset'), builtIn, headset] });
    await plug([asDefault('Built-in'), builtIn, headset]);
    expect(applied).to.deep.equal(['microphone:default']);
  });

  it('fault 31: open the microphone anew when it has ended by itself, once devices have settled', async () => {
    const { audio, applied, clock, settle } = await setUp();
    endByItself(await audio.openMicrophone());
    clock.tick(200);
    expect(applied).to.deep.equal([]);
    await settle();
    expect(applied).to.deep.equal(['microphone:default']);
  });

  it('fault 31: open the microphone again by itself when another program lets go of it, and tell once that it is gone', async () => {
    const { audio, clock, failures, settle } = await setUp();
    let isTaken = true;
    let tries = 0;
    audio.onApply('microphone', () => {
      tries += 1;
      return isTaken ? Promise.reject(new Error('taken')) : Promise.resolve();
    });
    const wait = async () => {
      clock.tick(3_000);
      await aTimeout(0);
    };
    endByItself(await audio.openMicrophone());
    await settle();
    expect(tries).to.equal(1);
    await wait();
    await wait();
    expect(tries).to.equal(3);
    expect(failures).to.deep.equal(['microphone: Error: taken']);
    isTaken = false;
    await wait();
    await wait();
    expect(tries, 'and then leave it alone').to.equal(4);
    expect(failures).to.have.length(1);
  });

  it('fault 31: give a lost microphone up with the phone', async () => {
    const { audio, clock, mediaDevices, settle } = await setUp();
    audio.onApply('microphone', () => Promise.reject(new Error('taken')));
    endByItself(await audio.openMicrophone());
    await settle();
    const before = mediaDevices.enumerations;
    audio.destroy();
    clock.tick(60_000);
    await aTimeout(0);
    expect(mediaDevices.enumerations).to.equal(before);
  });

  it('open the microphone once when it is unplugged, however it is told', async () => {
    const { audio, applied, plug } = await setUp();
    await audio.choose('microphone', 'Headset-id');
    endByItself(await audio.openMicrophone());
    await plug([builtIn, speakers], 3);
    expect(applied).to.deep.equal(['microphone:Headset-id', 'microphone:default']);
  });

  it('fault 30: come back to life when every microphone has gone and one returns', async () => {
    const { audio, applied, plug } = await setUp({ plugged: [builtIn] });
    await plug([]);
    expect(audio.getState().areLabelsKnown, 'that they had names is not forgotten').to.equal(true);
    await plug([headset]);
    expect(applied).to.deep.equal(['microphone:default', 'microphone:default']);
  });

  it('do not touch an open microphone when the first permission gives it a name', async () => {
    const nameless = [{ ...builtIn, deviceId: '', label: '' }];
    const { audio, applied, mediaDevices } = await setUp({ plugged: nameless });
    expect(audio.getState().areLabelsKnown).to.equal(false);
    expect(audio.getState().microphone.devices).to.deep.equal([]);
    mediaDevices.plugged = everything;
    await audio.openMicrophone();
    await aTimeout(0);
    expect(audio.getState().areLabelsKnown).to.equal(true);
    expect(applied).to.deep.equal([]);
  });
});
