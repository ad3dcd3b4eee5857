import { expect } from '@open-wc/testing';
import type { CallQuality } from '../../src/core/call-quality.js';
import type { CallPortEvent } from '../../src/core/ports.js';
import { CallQualityWatch } from '../../src/twilio/call-quality-watch.js';
import type { VoiceSdkSample } from '../../src/twilio/voice-sdk.js';
import { FakeSdkCall, sdkSample } from './support/fake-sdk-call.js';

describe('the watch over a call’s quality', () => {
  let call = new FakeSdkCall();
  let ownSide = { isMuted: false, isOnHold: false };
  let told: string[] = [];
  let second = 0;

  beforeEach(() => {
    call = new FakeSdkCall();
    ownSide = { isMuted: false, isOnHold: false };
    told = [];
    second = 0;
  });

  function create() {
    const tell = (event: CallPortEvent) =>
      told.push('name' in event ? `${event.type} ${event.name}` : event.type);
    return new CallQualityWatch(call, { ownSide: () => ownSide, tell });
  }

  function createOpen() {
    const watch = create();
    call.emit('accept');
    return watch;
  }

  /** So many seconds pass, all alike. */
  function pass(seconds: number, change: Partial<VoiceSdkSample> = {}): void {
    for (let passed = 0; passed < seconds; passed += 1) {
      call.emit('sample', { ...sdkSample, ...change, timestamp: (second += 1) * 1_000 });
    }
  }

  function samplesOf({ record }: CallQualityWatch): readonly CallQuality[] {
    let heard: readonly CallQuality[] = [];
    record.watch((samples) => (heard = samples))();
    return heard;
  }

  describe('reads the SDK’s measurements', () => {
    it('in units that stand in their names', () => {
      const watch = createOpen();
      pass(1, { packetsLost: 5, packetsLostFraction: 10, audioInputLevel: 32_767, audioOutputLevel: 0 });
      expect(samplesOf(watch)).to.deep.equal([
        {
          at: 1_000,
          mos: 4.2,
          roundTripTimeInMilliseconds: 80,
          jitterInMilliseconds: 3,
          packetLossFraction: 0.1,
          packetsReceived: 50,
          packetsLost: 5,
          packetsSent: 50,
          inputLevel: 1,
          outputLevel: 0,
        },
      ]);
    });

    it('and gives no score to what does not come, as the SDK would', () => {
      const watch = createOpen();
      pass(1, { packetsReceived: 0, mos: 4.4 });
      pass(1, { packetsReceived: 1, mos: 4.4 });
      expect(samplesOf(watch).map(({ mos }) => mos)).to.deep.equal([null, 4.4]);
    });

    it('and knows what was not measured', () => {
      const watch = createOpen();
      pass(1, { rtt: NaN, mos: null });
      pass(1, { rtt: undefined, packetsLost: -2, packetsLostFraction: -4, packetsReceived: NaN });
      const [first, next] = samplesOf(watch);
      expect(first).to.include({ roundTripTimeInMilliseconds: null, mos: null });
      expect(next).to.include({ roundTripTimeInMilliseconds: null, packetsLost: 0, packetLossFraction: 0 });
      expect(next?.packetsReceived).to.equal(0);
    });
  });

  describe('tells warnings', () => {
    it('of the SDK, raised and cleared', () => {
      createOpen();
      call.emit('warning', 'high-rtt');
      call.emit('warning-cleared', 'high-rtt');
      expect(told).to.deep.equal(['warning high-rtt', 'warning-cleared high-rtt']);
    });

    it('once each, however often they are said', () => {
      const watch = createOpen();
      call.emit('warning', 'high-rtt');
      call.emit('warning', 'high-rtt');
      watch.refresh();
      call.emit('warning-cleared', 'low-mos');
      expect(told).to.deep.equal(['warning high-rtt']);
    });

    it('only once the call is open', () => {
      const watch = create();
      call.emit('warning', 'high-rtt');
      watch.setRaised('microphone-lost', true);
      pass(6, { packetsReceived: 0 });
      expect(told).to.deep.equal([]);
      call.emit('accept');
      expect(told).to.deep.equal(['warning high-rtt', 'warning microphone-lost']);
    });

    it('and has them in the summary', () => {
      const { record } = createOpen();
      call.emit('warning', 'high-rtt');
      call.emit('warning-cleared', 'high-rtt');
      pass(5, { packetsReceived: 0 });
      expect(record.summarize().warnings).to.deep.equal(['high-rtt', 'no-sound-received']);
    });
  });

  describe('finds sound that does not flow', () => {
    it('from the other side, and when it flows again', () => {
      createOpen();
      pass(2);
      pass(3, { packetsReceived: 0 });
      expect(told).to.deep.equal(['warning no-sound-received']);
      pass(1);
      expect(told.at(-1)).to.equal('warning-cleared no-sound-received');
    });

    it('to the other side', () => {
      createOpen();
      pass(4, { packetsSent: 0 });
      expect(told).to.deep.equal(['warning no-sound-sent']);
    });

    it('but not in one who is silent', () => {
      createOpen();
      pass(1);
      pass(12, { audioOutputLevel: 0 });
      expect(told).to.deep.equal(['warning long-silence']);
    });

    it('but not while the connection is known to be lost', () => {
      createOpen();
      pass(4, { packetsReceived: 0 });
      call.emit('reconnecting', {});
      expect(told.at(-1)).to.equal('warning-cleared no-sound-received');
      pass(10, { packetsReceived: 0 });
      call.emit('reconnected');
      pass(2, { packetsReceived: 0 });
      expect(told).to.have.length(2);
      pass(2, { packetsReceived: 0 });
      expect(told.at(-1)).to.equal('warning no-sound-received');
    });
  });

  describe('does not warn of what our own side does', () => {
    const constant = 'constant-audio-input-level';

    it('on hold', () => {
      createOpen();
      ownSide.isOnHold = true;
      call.emit('warning', constant);
      pass(20, { packetsReceived: 0, packetsSent: 0, audioOutputLevel: 0 });
      expect(told).to.deep.equal([]);
    });

    it('on hold, when the other side sends nothing either; it is said when the call is resumed', () => {
      const watch = createOpen();
      ownSide.isOnHold = true;
      call.emit('warning', 'low-bytes-received');
      pass(5, { packetsReceived: 0 });
      expect(told).to.deep.equal([]);
      expect(watch.record.summarize().warnings).to.deep.equal([]);
      ownSide.isOnHold = false;
      watch.refresh();
      expect(told).to.deep.equal(['warning low-bytes-received']);
      ownSide.isOnHold = true;
      watch.refresh();
      expect(told.at(-1)).to.equal('warning-cleared low-bytes-received');
    });

    it('muted, nor while the SDK still remembers that', () => {
      createOpen();
      ownSide.isMuted = true;
      call.emit('warning', constant);
      pass(3);
      ownSide.isMuted = false;
      pass(10);
      expect(told).to.deep.equal([]);
      call.emit('warning-cleared', constant);
      expect(told).to.deep.equal([]);
    });

    it('but says so when the microphone is still without a sound long after', () => {
      createOpen();
      ownSide.isMuted = true;
      call.emit('warning', constant);
      pass(3);
      ownSide.isMuted = false;
      pass(11);
      expect(told).to.deep.equal([`warning ${constant}`]);
    });

    it('and takes back at once what no longer counts', () => {
      const watch = createOpen();
      call.emit('warning', constant);
      ownSide.isMuted = true;
      watch.refresh();
      expect(told).to.deep.equal([`warning ${constant}`, `warning-cleared ${constant}`]);
    });

    it('and goes on warning of the rest', () => {
      createOpen();
      ownSide.isOnHold = true;
      call.emit('warning', 'high-packet-loss');
      expect(told).to.deep.equal(['warning high-packet-loss']);
    });
  });
});
