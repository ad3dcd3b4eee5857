import { expect } from '@open-wc/testing';
import { createMicrophone } from '../../src/media/microphone.js';

/** No page can take the microphone from itself: the browser's own events are sent by the test. */
describe('fault 31, simulated: a microphone that the system keeps silent', () => {
  const context = new AudioContext();
  const isMuted = new WeakMap<MediaStreamTrack, boolean>();

  after(() => context.close());

  async function open() {
    const { stream } = context.createMediaStreamDestination();
    const [track] = stream.getAudioTracks();
    if (!track) throw new Error('The stream has no track.');
    Object.defineProperty(track, 'muted', { get: () => isMuted.get(track) ?? false });
    const microphone = createMicrophone(() => Promise.resolve(stream));
    const told: boolean[] = [];
    const unsubscribe = microphone.subscribe((isHeard) => told.push(isHeard));
    await microphone.getUserMedia();
    const setMuted = (muted: boolean) => {
      isMuted.set(track, muted);
      track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    };
    return { microphone, told, track, setMuted, unsubscribe };
  }

  it('is not heard from then until the system gives it back, and says both', async () => {
    const { microphone, told, setMuted } = await open();
    expect(microphone.isHeard).to.equal(true);
    setMuted(true);
    expect(microphone.isHeard).to.equal(false);
    expect(microphone.stream, 'which it stays').not.to.equal(null);
    setMuted(false);
    expect(microphone.isHeard).to.equal(true);
    expect(told).to.deep.equal([false, true]);
  });

  it('is nobody’s any more when the call is over', async () => {
    const { microphone, told, setMuted } = await open();
    microphone.stop();
    setMuted(true);
    expect(told).to.deep.equal([]);
    expect(microphone.isHeard).to.equal(false);
  });

  it('tells nobody who does not listen any more', async () => {
    const { told, setMuted, unsubscribe } = await open();
    unsubscribe();
    setMuted(true);
    expect(told).to.deep.equal([]);
  });

  it('is not heard either when it has ended', async () => {
    const { microphone, track } = await open();
    track.stop();
    expect(microphone.isHeard).to.equal(false);
  });
});
