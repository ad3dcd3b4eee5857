import { expect, waitUntil } from '@open-wc/testing';
import { createCallAudio } from '../../src/media/call-audio.js';
import type { CallAudio } from '../../src/media/call-audio.js';
import { FakeClock } from '../support/fake-clock.js';
import { HummingMicrophone, toneBuffer } from '../support/tones.js';

describe('the audio of calls in one context', () => {
  let context: AudioContext;
  const audios: CallAudio[] = [];
  const microphones: HummingMicrophone[] = [];

  beforeEach(() => (context = new AudioContext()));

  afterEach(async () => {
    for (const audio of audios.splice(0)) audio.close();
    for (const microphone of microphones.splice(0)) microphone.close();
    await context.close();
  });

  function create(): CallAudio {
    const audio = createCallAudio({
      clock: new FakeClock(),
      loadHoldMusic: () => Promise.resolve(toneBuffer(1_000)),
      borrowContext: () => Promise.resolve(context),
    });
    audios.push(audio);
    return audio;
  }

  function open(audio: CallAudio): Promise<MediaStream> {
    const microphone = new HummingMicrophone(600);
    microphones.push(microphone);
    return audio.processor.createProcessedStream(microphone.stream);
  }

  it('goes on when another phone of the page ends its call, or is closed', async () => {
    const [ours, theirs] = [create(), create()];
    await open(ours);
    await theirs.processor.destroyProcessedStream(await open(theirs));
    expect(context.state).to.equal('running');
    await open(theirs);
    theirs.close();
    expect(context.state).to.equal('running');
  });

  it('leaves the context to whoever lent it: it stands still, and can be used again', async () => {
    const audio = create();
    await open(audio);
    audio.close();
    await waitUntil(() => context.state === 'suspended');
    await open(create());
    expect(context.state).to.equal('running');
  });
});
