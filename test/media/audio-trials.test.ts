import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { codeOf, setUp, tearDown } from '../support/audio-devices-stage.js';

describe('trying the devices out', () => {
  afterEach(tearDown);

  it('ask for permission and let go of the microphone', async () => {
    const { audio, mediaDevices } = await setUp();
    await audio.askForPermission();
    expect(mediaDevices.openings).to.have.length(1);
    expect(mediaDevices.openTracks).to.equal(0);
    mediaDevices.failure = new DOMException('Denied', 'NotAllowedError');
    expect(await codeOf(audio.askForPermission())).to.equal('microphone-denied');
  });

  it('meter one opened microphone, however many look, and let go of it when nobody does', async () => {
    const { audio, mediaDevices } = await setUp();
    const stops = [audio.watchMicrophoneLevel(() => undefined), audio.watchMicrophoneLevel(() => undefined)];
    await waitUntil(() => mediaDevices.openTracks > 0);
    await aTimeout(0);
    expect(mediaDevices.openTracks).to.equal(1);
    stops[0]?.();
    expect(mediaDevices.openTracks).to.equal(1);
    stops[1]?.();
    expect(mediaDevices.openTracks).to.equal(0);
  });

  it('open no microphone when nobody looks any more by the time that the meter is loaded', async () => {
    const { audio, mediaDevices } = await setUp();
    audio.watchMicrophoneLevel(() => undefined)();
    const stop = audio.watchMicrophoneLevel(() => undefined);
    await waitUntil(() => mediaDevices.openings.length > 0);
    stop();
    expect(mediaDevices.openings).to.have.length(1);
  });

  it('let go of a microphone that opens only after nobody looks any more', async () => {
    const { audio, mediaDevices } = await setUp();
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    let grant: () => void = () => undefined;
    let isAsked = false;
    mediaDevices.getUserMedia = async (constraints) => {
      isAsked = true;
      await new Promise<void>((resolve) => (grant = resolve));
      return open(constraints);
    };
    const stop = audio.watchMicrophoneLevel(() => undefined);
    await waitUntil(() => isAsked);
    stop();
    grant();
    await waitUntil(() => mediaDevices.tracks.length > 0);
    await aTimeout(0);
    expect(mediaDevices.openTracks).to.equal(0);
  });

  it('meter the microphone that is chosen meanwhile', async () => {
    const { audio, mediaDevices } = await setUp();
    const stop = audio.watchMicrophoneLevel(() => undefined);
    await waitUntil(() => mediaDevices.openTracks > 0);
    await audio.choose('microphone', 'Headset-id');
    await waitUntil(() => mediaDevices.openings.length > 1);
    expect(mediaDevices.openings.map(({ deviceId }) => deviceId)).to.deep.equal([
      undefined,
      { exact: 'Headset-id' },
    ]);
    expect(mediaDevices.openTracks).to.equal(1);
    stop();
    expect(mediaDevices.openTracks).to.equal(0);
  });

  it("meter the call's own microphone, muted or not, and leave it open", async () => {
    const { stream } = new MediaStreamAudioDestinationNode(new AudioContext());
    const [track] = stream.getTracks();
    if (!track) throw new Error('The stream has no track.');
    track.enabled = false;
    let isBorrowed = false;
    const borrowMicrophone = () => {
      isBorrowed = true;
      return stream;
    };
    const { audio, mediaDevices } = await setUp({ borrowMicrophone });
    const stop = audio.watchMicrophoneLevel(() => undefined);
    await waitUntil(() => isBorrowed);
    await aTimeout(0);
    stop();
    expect(mediaDevices.openings).to.deep.equal([]);
    expect([track.readyState, track.enabled]).to.deep.equal(['live', false]);
  });
});
