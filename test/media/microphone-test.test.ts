import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { createClock } from '../../src/browser/clock.js';
import { startMicrophoneTest } from '../../src/media/microphone-test.js';
import { openMicrophone } from '../../src/media/open-microphone.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeMediaDevices, microphone } from '../support/fake-media-devices.js';

function hum() {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  const out = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(out);
  oscillator.start();
  return out.stream;
}

function isOpen(stream: MediaStream): boolean {
  return stream.getTracks().some((track) => track.readyState === 'live');
}

describe('the microphone test', () => {
  const place = () => ({ clock: createClock(), deviceId: null, volume: 0.1 });

  it('plays as long as it has recorded, and lets go of the microphone before', async () => {
    const stream = hum();
    const test = startMicrophoneTest({ clock: createClock(), microphone: stream, place });
    await aTimeout(700);
    const finishing = test.finish();
    expect(isOpen(stream)).to.equal(false);
    const beganAt = performance.now();
    await finishing;
    expect(performance.now() - beganAt).to.be.within(500, 5000);
  });

  it('is finished once, however often it is asked', () => {
    const test = startMicrophoneTest({ clock: createClock(), microphone: hum(), place });
    expect(test.finish()).to.equal(test.finish());
    test.cancel();
  });

  it('is silent when it was cancelled, and has let go of the microphone', async () => {
    const stream = hum();
    let wasPlayed = false;
    const test = startMicrophoneTest({
      clock: createClock(),
      microphone: stream,
      place: () => {
        wasPlayed = true;
        return place();
      },
    });
    await aTimeout(300);
    test.cancel();
    expect(isOpen(stream)).to.equal(false);
    await test.finish();
    expect(wasPlayed).to.equal(false);
  });

  it('is over at once, and no error, when it is finished before it has heard anything', async () => {
    await startMicrophoneTest({ clock: createClock(), microphone: hum(), place }).finish();
  });

  it('lets go of the microphone when it is forgotten', async () => {
    const clock = new FakeClock();
    const stream = hum();
    startMicrophoneTest({ clock, microphone: stream, place });
    clock.tick(30_000);
    await waitUntil(() => !isOpen(stream), 'it is closed');
  });
});

describe('opening a microphone', () => {
  const open = (devices: FakeMediaDevices, deviceId: ConstrainDOMString) =>
    openMicrophone((constraints) => devices.getUserMedia(constraints), { deviceId, noiseSuppression: false });

  it('takes the default when the chosen one has just gone, and treats it the same', async () => {
    const devices = new FakeMediaDevices(microphone('Built-in'));
    await open(devices, { exact: 'Headset-id' });
    expect(devices.openings.at(-1)).to.deep.equal({ noiseSuppression: false });
    expect(devices.openTracks).to.equal(1);
  });

  it('does not ask again when the person refused', async () => {
    const devices = new FakeMediaDevices(microphone('Built-in'));
    devices.failure = new DOMException('Denied', 'NotAllowedError');
    const error = await open(devices, { exact: 'Built-in-id' }).catch((thrown: unknown) => thrown);
    expect(error).to.equal(devices.failure);
    expect(devices.openings).to.have.length(1);
  });
});
