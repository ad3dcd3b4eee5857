import { expect, aTimeout } from '@open-wc/testing';
import { DeviceWatch } from '../../src/media/device-watch.js';
import type { DeviceLists } from '../../src/media/device-watch.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakeMediaDevices, loudspeaker, microphone } from '../support/fake-media-devices.js';

function setUp() {
  const clock = new FakeClock();
  const mediaDevices = new FakeMediaDevices(microphone('Built-in'));
  const settled: DeviceLists[] = [];
  const watch = new DeviceWatch({ clock, mediaDevices, onSettle: (lists) => settled.push(lists) });
  return { clock, mediaDevices, settled, watch };
}

describe('the watch over devices', () => {
  it('looks once for a storm, when it is over', async () => {
    const { clock, mediaDevices, settled } = setUp();
    mediaDevices.plug([microphone('Headset')], 6);
    clock.tick(249);
    expect(mediaDevices.enumerations).to.equal(0);
    clock.tick(1);
    await aTimeout(0);
    expect(mediaDevices.enumerations).to.equal(1);
    expect(settled.map(({ microphones }) => microphones.devices[0]?.label)).to.deep.equal(['Headset']);
  });

  it('does not wait for ever for a storm to end', async () => {
    const { clock, mediaDevices, settled } = setUp();
    for (let time = 0; time < 1000; time += 100) {
      mediaDevices.plug([microphone('Headset')]);
      clock.tick(100);
    }
    await aTimeout(0);
    expect(settled).to.have.length(1);
    expect(clock.pendingTimers).to.equal(0);
  });

  it('never looks by itself', async () => {
    const { clock, mediaDevices } = setUp();
    clock.tick(3_600_000);
    await aTimeout(0);
    expect(mediaDevices.enumerations).to.equal(0);
  });

  it('tells microphones from loudspeakers', async () => {
    const { mediaDevices, settled, watch } = setUp();
    mediaDevices.plugged = [microphone('Headset'), loudspeaker('Headset'), loudspeaker('Speakers')];
    await watch.lookNow();
    const [lists] = settled;
    expect(lists?.microphones.devices.map(({ label }) => label)).to.deep.equal(['Headset']);
    expect(lists?.loudspeakers.devices.map(({ label }) => label)).to.deep.equal(['Headset', 'Speakers']);
  });

  it('lets no old answer overtake a newer one', async () => {
    const { mediaDevices, settled, watch } = setUp();
    const answers: ((devices: MediaDeviceInfo[]) => void)[] = [];
    mediaDevices.enumerateDevices = () => new Promise((resolve) => answers.push(resolve));
    const looks = [watch.lookNow(), watch.lookNow()];
    const infoOf = (name: string) => ({ ...microphone(name), toJSON: () => null });
    answers[1]?.([infoOf('New')]);
    answers[0]?.([infoOf('Old')]);
    await Promise.all(looks);
    expect(settled.map(({ microphones }) => microphones.devices[0]?.label)).to.deep.equal(['New']);
  });

  it('keeps what was known when the browser does not tell', async () => {
    const { mediaDevices, settled, watch } = setUp();
    mediaDevices.enumerateDevices = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
    await watch.lookNow();
    expect(settled).to.deep.equal([]);
  });

  it('tells nothing any more once it was stopped', async () => {
    const { clock, mediaDevices, settled, watch } = setUp();
    mediaDevices.plug([]);
    const look = watch.lookNow();
    mediaDevices.plug([]);
    watch.stop();
    mediaDevices.plug([]);
    clock.tick(5000);
    await look;
    expect(settled).to.deep.equal([]);
    expect(clock.pendingTimers).to.equal(0);
  });
});
