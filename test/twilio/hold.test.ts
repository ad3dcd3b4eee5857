import { expect } from '@open-wc/testing';
import { createHoldMusicLoader } from '../../src/media/hold-music.js';
import { HeldCall } from './support/held-call.js';
import { sentFrames, startLocalTwilio } from './support/local-twilio.js';

/** The voice is hummed at 0.21; on hold nothing of it may be left, but the music has some noise everywhere. */
const NO_VOICE = 0.005;
const NOTHING = 0.01;
const SOME_VOICE = 0.1;
const SOME_MUSIC = 0.02;
/** C, D-flat, E-flat, F, G-flat, A-flat and B-flat, as semitones above C. */
const dFlatMajor = [0, 1, 3, 5, 6, 8, 10];

describe('a call on hold, as its far end hears it', function () {
  this.timeout(60_000);
  let call: HeldCall;

  before(startLocalTwilio);

  beforeEach(async () => {
    call = await HeldCall.open(createHoldMusicLoader());
    await expectVoice();
  });

  afterEach(() => call.close());

  async function expectVoice(): Promise<void> {
    await call.farEndUntil(({ voice, beside }) => voice > SOME_VOICE && beside < NOTHING);
  }

  /** As soon as there is music there is no voice any more, and in its key is what one hears. */
  async function expectMusic(): Promise<void> {
    await call.farEndUntil(({ all, voiceInAll }) => all > SOME_MUSIC && voiceInAll < NO_VOICE);
    const { all, voiceInAll } = await call.farEndUntil(({ dominantInHertz }) => isInKey(dominantInHertz));
    expect(voiceInAll, 'the voice').to.be.below(NO_VOICE);
    expect(all, 'the music').to.be.above(SOME_MUSIC);
  }

  async function expectSilence(): Promise<void> {
    await call.farEndUntil(({ all }) => all === 0);
  }

  const expectFarEndHere = () => call.nearEndUntil((level) => level > 0.05);
  const expectNothingHere = () => call.nearEndUntil((level) => level === 0);

  it('hears music and none of the voice, and the voice again when it is resumed', async () => {
    await call.hold(true);
    await expectMusic();
    await call.hold(false);
    await expectVoice();
  });

  it('is not heard here while it is held', async () => {
    await expectFarEndHere();
    await call.hold(true);
    await expectNothingHere();
    await call.hold(false);
    await expectFarEndHere();
  });

  it('is held without a word to the network', async () => {
    const before = (await sentFrames()).length;
    await call.hold(true);
    await expectMusic();
    await call.hold(false);
    await expectVoice();
    const since = (await sentFrames()).slice(before).map(({ type }) => type);
    expect(since.filter((type) => type !== 'heartbeat')).to.deep.equal([]);
  });

  it('comes back muted when it was muted, and not when it was not', async () => {
    await call.mute(true);
    await expectSilence();
    await call.hold(true);
    await expectMusic();
    await call.hold(false);
    await expectSilence();
    await call.mute(false);
    await expectVoice();
  });

  it('comes back muted when it was muted while on hold, and unmuted when it was unmuted there', async () => {
    await call.hold(true);
    await call.mute(true);
    await expectMusic();
    await call.hold(false);
    await expectSilence();
    await call.hold(true);
    await call.mute(false);
    await expectMusic();
    await call.hold(false);
    await expectVoice();
  });

  const troubles = [
    { name: 'another microphone is chosen', happen: () => call.switchDevice() },
    { name: 'the microphone is unplugged', happen: () => call.unplugMicrophone() },
    { name: 'ICE restarts', happen: () => call.restartIce() },
    { name: 'the signalling is lost and comes back', happen: () => call.loseSignalling() },
  ];
  for (const { name, happen } of troubles) {
    it(`stays on hold, on both sides, when ${name}`, async () => {
      await call.hold(true);
      await expectMusic();
      await happen();
      await expectMusic();
      await expectNothingHere();
      await call.hold(false);
      await expectVoice();
      await expectFarEndHere();
    });
  }
});

function isInKey(frequencyInHertz: number): boolean {
  const semitones = 69 + 12 * Math.log2(frequencyInHertz / 440);
  return dFlatMajor.includes(Math.round(semitones) % 12) && Math.abs(semitones - Math.round(semitones)) < 0.3;
}
