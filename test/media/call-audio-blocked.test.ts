import { expect } from '@open-wc/testing';
import { createCallAudio } from '../../src/media/call-audio.js';
import type { CallAudio, CallAudioEvent } from '../../src/media/call-audio.js';
import { FakeClock } from '../support/fake-clock.js';
import { settle } from '../support/fake-ports.js';
import { HummingMicrophone, toneBuffer } from '../support/tones.js';

/** An AudioContext that the browser keeps from running until the test lets it. */
class BlockedContext extends AudioContext {
  resumes = 0;
  isAllowed = false;
  #isBlocked = true;

  override get state(): AudioContextState {
    return this.#isBlocked ? 'suspended' : super.state;
  }

  override async resume(): Promise<void> {
    this.resumes += 1;
    if (!this.isAllowed) await new Promise(() => undefined);
    this.#isBlocked = false;
    await super.resume();
  }

  /** The system takes the loudspeaker away in the middle of a call. */
  block(): void {
    this.#isBlocked = true;
    this.dispatchEvent(new Event('statechange'));
  }
}

describe('the audio of a call where the browser keeps the page silent', () => {
  const patienceInMilliseconds = 400;
  let context: BlockedContext;
  let clock: FakeClock;
  let audio: CallAudio;
  let microphone: HummingMicrophone;
  let heard: CallAudioEvent[];

  beforeEach(() => {
    context = new BlockedContext();
    clock = new FakeClock();
    microphone = new HummingMicrophone(600);
    audio = createCallAudio({
      clock,
      loadHoldMusic: () => Promise.resolve(toneBuffer(1_000)),
      borrowContext: () => Promise.resolve(context),
    });
    heard = [];
    audio.subscribe((event) => heard.push(event));
  });

  afterEach(() => {
    audio.close();
    microphone.close();
  });

  async function openBlocked(): Promise<MediaStream> {
    const opening = audio.processor.createProcessedStream(microphone.stream);
    await settle();
    clock.tick(patienceInMilliseconds);
    return opening;
  }

  const isEnabled = (stream: MediaStream) => stream.getAudioTracks().map(({ enabled }) => enabled);

  it('sends the microphone as it is, for a graph that stands still is silence', async () => {
    expect(await openBlocked()).to.equal(microphone.stream);
    expect(isEnabled(microphone.stream)).to.deep.equal([true]);
  });

  it('says that hold is not available, once', async () => {
    expect(audio.isHoldAvailable).to.be.true;
    await openBlocked();
    await openBlocked();
    expect(audio.isHoldAvailable).to.be.false;
    expect(heard).to.deep.equal([{ type: 'hold-available', isHoldAvailable: false }]);
  });

  it('hands the microphone over switched off while muted', async () => {
    audio.setMuted(true);
    expect(isEnabled(await openBlocked())).to.deep.equal([false]);
  });

  it('switches it off and on with mute', async () => {
    const stream = await openBlocked();
    audio.setMuted(true);
    expect(isEnabled(stream)).to.deep.equal([false]);
    audio.setMuted(false);
    expect(isEnabled(stream)).to.deep.equal([true]);
  });

  it('switches it off when the call is on hold already, as a change of devices may find it', async () => {
    audio.setOnHold(true);
    expect(isEnabled(await openBlocked())).to.deep.equal([false]);
  });

  it('does not stop the microphone when the SDK lets go of it: that is the SDK to do', async () => {
    await audio.processor.destroyProcessedStream(await openBlocked());
    expect(microphone.track.readyState).to.equal('live');
  });

  it('tries again with the next microphone, and says so when it may run', async () => {
    await openBlocked();
    context.isAllowed = true;
    const stream = await audio.processor.createProcessedStream(microphone.stream);
    expect(stream).not.to.equal(microphone.stream);
    expect(heard.at(-1)).to.deep.equal({ type: 'hold-available', isHoldAvailable: true });
    expect(audio.isHoldAvailable).to.be.true;
  });

  it('waits for a context that wakes up in time, and for no longer', async () => {
    const opening = audio.processor.createProcessedStream(microphone.stream);
    await settle();
    clock.tick(patienceInMilliseconds - 1);
    expect(clock.pendingTimers).to.equal(1);
    clock.tick(1);
    await opening;
    expect(clock.pendingTimers).to.equal(0);
  });

  it('wakes a context that is silenced in a call, and at each click while it stays so', async () => {
    context.isAllowed = true;
    await audio.processor.createProcessedStream(microphone.stream);
    context.isAllowed = false;
    const before = context.resumes;
    context.block();
    expect(context.resumes).to.equal(before + 1);
    document.dispatchEvent(new Event('pointerup'));
    expect(context.resumes).to.equal(before + 2);
    audio.close();
    document.dispatchEvent(new Event('pointerup'));
    expect(context.resumes).to.equal(before + 2);
  });

  it('leaves a context alone that no call needs', async () => {
    const stream = await openBlocked();
    await audio.processor.destroyProcessedStream(stream);
    const before = context.resumes;
    document.dispatchEvent(new Event('pointerup'));
    expect(context.resumes).to.equal(before);
  });

  it('sends the microphone as it is where the browser will not mix it in', async () => {
    context.isAllowed = true;
    const withoutSound = new MediaStream();
    expect(await audio.processor.createProcessedStream(withoutSound)).to.equal(withoutSound);
    expect(audio.isHoldAvailable).to.be.false;
  });
});

describe('the audio of a call where there is no context to mix in', () => {
  const rows: readonly (readonly [string, () => Promise<AudioContext | null>])[] = [
    ['the browser has none', () => Promise.resolve(null)],
    ['it does not come', () => Promise.reject(new DOMException('Too many.', 'NotSupportedError'))],
  ];
  for (const [why, borrowContext] of rows) {
    it(`is the microphone as it is, when ${why}`, () => expectPlain(borrowContext));
  }

  async function expectPlain(borrowContext: () => Promise<AudioContext | null>): Promise<void> {
    const microphone = new HummingMicrophone(600);
    const audio = createCallAudio({
      clock: new FakeClock(),
      loadHoldMusic: () => Promise.resolve(null),
      borrowContext,
    });
    expect(await audio.processor.createProcessedStream(microphone.stream)).to.equal(microphone.stream);
    expect(audio.isHoldAvailable).to.be.false;
    audio.setMuted(true);
    audio.setOnHold(true);
    audio.prepareHold();
    audio.close();
    microphone.close();
  }
});
