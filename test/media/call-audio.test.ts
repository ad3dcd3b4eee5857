import { expect } from '@open-wc/testing';
import { createCallAudio } from '../../src/media/call-audio.js';
import type { CallAudio, CallAudioEvent, CallAudioOptions } from '../../src/media/call-audio.js';
import { FakeClock } from '../support/fake-clock.js';
import { levelAt, rms } from '../support/measure-sound.js';
import { HummingMicrophone, toneBuffer } from '../support/tones.js';
import { TrackRecorder } from '../support/track-recorder.js';

const VOICE = 600;
const MUSIC = 1_000;
/** What was on its way when something changed has arrived after this, and fades are over. */
const ON_ITS_WAY_IN_MILLISECONDS = 250;

describe('what the far end hears', () => {
  const openAudios: CallAudio[] = [];
  const microphones: HummingMicrophone[] = [];
  const contexts: AudioContext[] = [];

  afterEach(async () => {
    for (const audio of openAudios.splice(0)) audio.close();
    for (const microphone of microphones.splice(0)) microphone.close();
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });

  function lend(): AudioContext {
    const context = new AudioContext();
    contexts.push(context);
    return context;
  }

  function create(options: Partial<CallAudioOptions> = {}): CallAudio {
    const loadHoldMusic = () => Promise.resolve(toneBuffer(MUSIC));
    const borrowContext = () => Promise.resolve(lend());
    const audio = createCallAudio({ clock: new FakeClock(), loadHoldMusic, borrowContext, ...options });
    openAudios.push(audio);
    return audio;
  }

  function hum(frequencyInHertz = VOICE): HummingMicrophone {
    const microphone = new HummingMicrophone(frequencyInHertz);
    microphones.push(microphone);
    return microphone;
  }

  /** Opens a call's audio and listens to it. */
  async function call(audio: CallAudio, microphone = hum()): Promise<TrackRecorder> {
    return new TrackRecorder(await audio.processor.createProcessedStream(microphone.stream));
  }

  async function heardBy(recorder: TrackRecorder) {
    await recorder.hear(ON_ITS_WAY_IN_MILLISECONDS);
    const samples = await recorder.hear(200);
    return {
      voice: levelAt(samples, VOICE, recorder.sampleRateInHertz) > 0.1,
      music: levelAt(samples, MUSIC, recorder.sampleRateInHertz) > 0.1,
      silence: rms(samples) < 0.001,
    };
  }

  const voice = { voice: true, music: false, silence: false };
  const music = { voice: false, music: true, silence: false };
  const silence = { voice: false, music: false, silence: true };

  it('is the microphone, to begin with', async () => {
    expect(await heardBy(await call(create()))).to.deep.equal(voice);
  });

  const states = [
    { isMuted: false, isOnHold: false, heard: voice },
    { isMuted: true, isOnHold: false, heard: silence },
    { isMuted: false, isOnHold: true, heard: music },
    { isMuted: true, isOnHold: true, heard: music },
  ];
  for (const { isMuted, isOnHold, heard } of states) {
    const state = `${isMuted ? 'muted' : 'not muted'} and ${isOnHold ? 'on hold' : 'not on hold'}`;

    it(`is ${Object.entries(heard).find(([, isHeard]) => isHeard)?.[0]} when ${state}`, async () => {
      const audio = create();
      const recorder = await call(audio);
      audio.setMuted(isMuted);
      audio.setOnHold(isOnHold);
      expect(await heardBy(recorder)).to.deep.equal(heard);
    });

    it(`is the same when the microphone is opened while ${state}`, async () => {
      const audio = create();
      audio.setMuted(isMuted);
      audio.setOnHold(isOnHold);
      expect(await heardBy(await call(audio))).to.deep.equal(heard);
    });
  }

  it('is what it was before, once resumed: muted stays muted', async () => {
    const audio = create();
    const recorder = await call(audio);
    audio.setMuted(true);
    audio.setOnHold(true);
    expect(await heardBy(recorder)).to.deep.equal(music);
    audio.setOnHold(false);
    expect(await heardBy(recorder)).to.deep.equal(silence);
    audio.setMuted(false);
    expect(await heardBy(recorder)).to.deep.equal(voice);
  });

  it('stays music when mute is switched on and off on hold', async () => {
    const audio = create();
    const recorder = await call(audio);
    audio.setOnHold(true);
    audio.setMuted(true);
    expect(await heardBy(recorder)).to.deep.equal(music);
    audio.setMuted(false);
    expect(await heardBy(recorder)).to.deep.equal(music);
    audio.setOnHold(false);
    expect(await heardBy(recorder)).to.deep.equal(voice);
  });

  it('has no sample of the voice in it when another microphone is opened while muted', async () => {
    const audio = create();
    await call(audio);
    audio.setMuted(true);
    for (const frequency of [500, 700, 900]) {
      const recorder = await call(audio, hum(frequency));
      await recorder.hear(200);
      expect(recorder.samples.every((sample) => sample === 0)).to.be.true;
    }
  });

  it('has one at once when another microphone is opened while not muted', async () => {
    const audio = create();
    await call(audio);
    const recorder = await call(audio, hum(500));
    await recorder.hear(200);
    expect(recorder.samples.some((sample) => sample !== 0)).to.be.true;
  });

  it('is silence from the moment of muting on, not faded', async () => {
    const audio = create();
    const microphone = hum();
    const recorder = await call(audio, microphone);
    expect(await heardBy(recorder)).to.deep.equal(voice);
    audio.setMuted(true);
    // One rendering block may be on its way to whoever listens.
    await recorder.hear(20);
    expect((await recorder.hear(200)).every((sample) => sample === 0)).to.be.true;
  });

  it('is silence by two means: with either of them undone, nothing is heard', async () => {
    const audio = create();
    const recorder = await call(audio);
    await recorder.hear(100);
    audio.setMuted(true);
    expect(recorder.track.enabled, 'the sent track').to.be.false;
    // As the SDK does for a moment whenever it sends another track.
    recorder.track.enabled = true;
    await recorder.hear(20);
    expect((await recorder.hear(200)).every((sample) => sample === 0)).to.be.true;
  });

  it('never jumps when it is put on hold and resumed', async () => {
    const audio = create();
    const recorder = await call(audio);
    await recorder.hear(100);
    audio.setOnHold(true);
    await recorder.hear(300);
    audio.setOnHold(false);
    await recorder.hear(300);
    // The steepest of both sines together, at 48 kHz; a click would be steeper by far.
    const steepest = 0.3 * 2 * Math.PI * ((VOICE + MUSIC) / 48_000) * 1.2;
    const steps = recorder.samples.map((sample, index, all) => Math.abs(sample - (all[index - 1] ?? sample)));
    // The recording begins in the middle of the hum.
    const first = recorder.samples.findIndex((sample) => sample !== 0);
    expect(Math.max(...steps.slice(first + 100))).to.be.below(steepest);
  });

  it('is silence on hold until the music is loaded, and then music', async () => {
    let give: (music: AudioBuffer) => void = () => undefined;
    const audio = create({ loadHoldMusic: () => new Promise((resolve) => (give = resolve)) });
    const recorder = await call(audio);
    audio.setOnHold(true);
    expect(await heardBy(recorder)).to.deep.equal(silence);
    give(toneBuffer(MUSIC));
    expect(await heardBy(recorder)).to.deep.equal(music);
  });

  it('is the voice when the music is loaded only after the call was resumed', async () => {
    let give: (music: AudioBuffer) => void = () => undefined;
    const audio = create({ loadHoldMusic: () => new Promise((resolve) => (give = resolve)) });
    const recorder = await call(audio);
    audio.setOnHold(true);
    audio.setOnHold(false);
    give(toneBuffer(MUSIC));
    expect(await heardBy(recorder)).to.deep.equal(voice);
  });

  it('is silence on hold where no music is wanted', async () => {
    const audio = create({ loadHoldMusic: () => Promise.resolve(null) });
    const recorder = await call(audio);
    audio.setOnHold(true);
    expect(await heardBy(recorder)).to.deep.equal(silence);
    audio.setOnHold(false);
    expect(await heardBy(recorder)).to.deep.equal(voice);
  });

  it('is music without a gap when the music was prepared', async () => {
    let loads = 0;
    const loadHoldMusic = () => {
      loads += 1;
      return Promise.resolve(toneBuffer(MUSIC));
    };
    const audio = create({ loadHoldMusic });
    await call(audio);
    expect(loads).to.equal(0);
    audio.prepareHold();
    audio.prepareHold();
    audio.setOnHold(true);
    expect(loads).to.equal(1);
  });

  it('is music still when the microphone is unplugged on hold', async () => {
    const audio = create();
    const microphone = hum();
    const recorder = await call(audio, microphone);
    audio.setOnHold(true);
    microphone.track.stop();
    microphone.track.dispatchEvent(new Event('ended'));
    expect(await heardBy(recorder)).to.deep.equal(music);
  });

  it('is nothing more once the SDK lets go of it, and the microphone is left to its owner', async () => {
    const audio = create();
    const microphone = hum();
    const stream = await audio.processor.createProcessedStream(microphone.stream);
    await audio.processor.destroyProcessedStream(stream);
    expect(stream.getAudioTracks()[0]?.readyState).to.equal('ended');
    expect(microphone.track.readyState).to.equal('live');
  });

  it('is heard again in the next call, in the same context, which stands still in between', async () => {
    const audio = create();
    for (let call = 0; call < 3; call += 1) {
      const stream = await audio.processor.createProcessedStream(hum().stream);
      expect(await heardBy(new TrackRecorder(stream))).to.deep.equal(voice);
      await audio.processor.destroyProcessedStream(stream);
      expect(contexts.map(({ state }) => state)).to.deep.equal(['suspended']);
    }
  });

  it('lends the context once for two microphones that are opened at the same time', async () => {
    let loans = 0;
    const borrowContext = () => {
      loans += 1;
      return Promise.resolve(lend());
    };
    const audio = create({ borrowContext });
    const recorders = await Promise.all([call(audio), call(audio)]);
    expect(await Promise.all(recorders.map(heardBy))).to.deep.equal([voice, voice]);
    audio.setOnHold(true);
    expect(await Promise.all(recorders.map(heardBy))).to.deep.equal([music, music]);
    await call(audio);
    expect(loans).to.equal(2);
  });

  it('tells when somebody talks while muted, and not while on hold', async () => {
    const clock = new FakeClock();
    const audio = create({ clock });
    const heard: CallAudioEvent[] = [];
    audio.subscribe((event) => heard.push(event));
    const recorder = await call(audio);
    const talkFor = async (seconds: number) => {
      await recorder.hear(100);
      for (let tenths = 0; tenths < 10 * seconds; tenths += 1) clock.tick(100);
    };
    await talkFor(1);
    expect(heard).to.deep.equal([]);
    audio.setMuted(true);
    await talkFor(1);
    expect(heard).to.deep.equal([{ type: 'talking-while-muted', isTalking: true }]);
    audio.setOnHold(true);
    expect(heard.splice(0)).to.deep.include({ type: 'talking-while-muted', isTalking: false });
    await talkFor(10);
    expect(heard).to.deep.equal([]);
    audio.setOnHold(false);
    audio.setMuted(false);
    expect(clock.pendingTimers).to.equal(0);
  });
});
