import { expect } from '@open-wc/testing';
import { RemoteSound } from '../../src/media/remote-sound.js';

/** A track of silence, which is all that is needed to see whether it is switched on. */
function createTrack(context: AudioContext): MediaStreamTrack {
  const [track] = new MediaStreamAudioDestinationNode(context).stream.getAudioTracks();
  if (!track) throw new Error('A destination has a track.');
  return track;
}

describe('what the person hears of the far end', () => {
  let context: AudioContext;
  let track: MediaStreamTrack;
  let other: MediaStreamTrack;

  beforeEach(() => {
    context = new AudioContext();
    track = createTrack(context);
    other = createTrack(context);
  });

  afterEach(() => context.close());

  it('is silenced and heard again', () => {
    const sound = new RemoteSound();
    sound.setStream(new MediaStream([track]));
    sound.setSilenced(true);
    expect(track.enabled).to.be.false;
    sound.setSilenced(false);
    expect(track.enabled).to.be.true;
  });

  it('stays silenced when another stream comes', () => {
    const sound = new RemoteSound();
    sound.setStream(new MediaStream([track]));
    sound.setSilenced(true);
    sound.setStream(new MediaStream([other]));
    expect(other.enabled).to.be.false;
  });

  it('stays silenced when another track comes into the stream', () => {
    const sound = new RemoteSound();
    const stream = new MediaStream([track]);
    sound.setStream(stream);
    sound.setSilenced(true);
    stream.addTrack(other);
    // A page that adds a track itself is told nothing; the browser, which does it for a call, tells.
    stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track: other }));
    expect(other.enabled).to.be.false;
  });

  it('stays silenced when the same stream comes again with its track switched on', () => {
    const sound = new RemoteSound();
    const stream = new MediaStream([track]);
    sound.setStream(stream);
    sound.setSilenced(true);
    track.enabled = true;
    sound.setStream(stream);
    expect(track.enabled).to.be.false;
  });

  it('is no longer looked after when its stream was given up', () => {
    const sound = new RemoteSound();
    const stream = new MediaStream([track]);
    sound.setStream(stream);
    sound.setStream(null);
    sound.setSilenced(true);
    stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track: other }));
    expect(track.enabled).to.be.true;
  });
});
