import { expect } from '@open-wc/testing';
import { isPhoneError } from '../../src/core/phone-error.js';
import { ECHO, eventually, hangUp, putThroughTo, startLocalTwilio } from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';
import type { RecordedCall } from './support/phone-line.js';

/** The warnings that stand. */
function standing({ events }: RecordedCall): readonly string[] {
  const names = new Set<string>();
  for (const event of events.events) {
    if (event.type === 'warning') names.add(event.name);
    if (event.type === 'warning-cleared') names.delete(event.name);
  }
  return [...names].filter((name) => name.startsWith('microphone'));
}

/** Over the real SDK, which knows of one microphone and asks us for it. */
describe('another microphone in a call', () => {
  let line: PhoneLine;

  before(startLocalTwilio);

  beforeEach(async () => {
    line = new PhoneLine();
    await putThroughTo(ECHO);
    await line.register();
  });

  afterEach(async () => {
    line.port.destroy();
    await hangUp();
  });

  it('leaves no microphone open, nor the next call a dead one, when microphones were changed', async () => {
    const first = await line.answer();
    for (let change = 1; change <= 3; change += 1) {
      await line.port.changeMicrophone();
      expect(line.tracks).to.have.length(1 + change);
      expect(line.openTracks).to.equal(1);
    }
    first.call.disconnect();
    await eventually(() => line.openTracks === 0);
    await line.answer();
    expect(line.openTracks).to.equal(1);
  });

  it('opens no microphone by itself, however often the browser says that devices changed', async () => {
    await line.answer();
    const before = line.tracks.length;
    for (let time = 0; time < 6; time += 1) {
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      await navigator.mediaDevices.enumerateDevices();
    }
    expect(line.tracks).to.have.length(before);
  });

  it('fault 31: keeps its microphone when another one cannot be opened', async () => {
    const first = await line.answer();
    line.openMicrophone = () => Promise.reject(new DOMException('Busy', 'NotReadableError'));
    const failure: unknown = await line.port.changeMicrophone().catch((error: unknown) => error);
    expect(isPhoneError(failure) && failure.code).to.equal('microphone-busy');
    expect(line.openTracks).to.equal(1);
    expect(first.events.types).not.to.include('warning');
  });

  it('fault 30: says that it has lost its microphone, and that it has one again', async () => {
    const first = await line.answer();
    line.openMicrophone = () => Promise.reject(new DOMException('None', 'NotFoundError'));
    for (const track of line.tracks) track.stop();
    await line.port.changeMicrophone().catch(() => undefined);
    expect(await first.events.until('warning')).to.include({ name: 'microphone-lost' });
    line.openMicrophone = null;
    await line.port.changeMicrophone();
    expect(await first.events.until('warning-cleared')).to.include({ name: 'microphone-lost' });
  });

  it('fault 31: says in a call that another program has the microphone, until it is had again', async () => {
    const first = await line.answer();
    line.openMicrophone = () => Promise.reject(new DOMException('Busy', 'NotReadableError'));
    for (const track of line.tracks) track.stop();
    for (let tries = 0; tries < 3; tries += 1) await line.port.changeMicrophone().catch(() => undefined);
    expect(standing(first)).to.deep.equal(['microphone-lost']);
    expect(first.events.types.filter((type) => type === 'warning')).to.have.length(1);
    line.openMicrophone = null;
    await line.port.changeMicrophone();
    expect(standing(first)).to.deep.equal([]);
    expect(first.events.types).not.to.include('disconnect');
  });

  it('fault 31, simulated: says in a call that the system keeps the microphone silent, until it does not', async () => {
    const first = await line.answer();
    const [track] = line.tracks;
    let muted = true;
    Object.defineProperty(track, 'muted', { get: () => muted });
    track?.dispatchEvent(new Event('mute'));
    expect(standing(first)).to.deep.equal(['microphone-lost']);
    muted = false;
    track?.dispatchEvent(new Event('unmute'));
    expect(standing(first)).to.deep.equal([]);
  });

  it('opens no microphone for a call that there is not', async () => {
    await line.port.changeMicrophone();
    expect(line.tracks).to.have.length(0);
  });
});
