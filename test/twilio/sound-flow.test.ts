import { expect } from '@open-wc/testing';
import type { CallQuality } from '../../src/core/call-quality.js';
import { loadVoiceSdk } from '../../src/twilio/load-voice-sdk.js';
import type { VoiceSdkCall } from '../../src/twilio/voice-sdk.js';
import { eventually, misbehave, sentFrames } from './support/local-twilio.js';
import type { PhoneLine, RecordedCall } from './support/phone-line.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/** The connection of a call of the SDK's. */
interface SdkCallInside extends VoiceSdkCall {
  readonly _mediaHandler: { readonly version: { readonly pc: RTCPeerConnection } };
}

/** Five are promised; a busy machine measures later than once a second. */
const CEILING_IN_MILLISECONDS = 15_000;

/** Sound that stops while the signalling, the connection and the SDK know of nothing. */
describe('fault 36: sound over the real SDK', function () {
  this.timeout(60_000);
  const open = usePhoneLines();
  const calls: SdkCallInside[] = [];

  /** A line in a call in which sound has been measured. */
  async function talk(): Promise<{ line: PhoneLine; recorded: RecordedCall; samples: CallQuality[] }> {
    const line = open({ loadVoiceSdk: loadWatched });
    await line.register();
    const recorded = await line.answer();
    const samples: CallQuality[] = [];
    recorded.call.watchQuality((measured) => samples.push(...measured.slice(-1)));
    await eventually(() =>
      samples.some(({ packetsReceived, packetsSent }) => packetsReceived * packetsSent > 0),
    );
    return { line, recorded, samples };
  }

  /** The SDK, whose calls are written down as they come in. */
  async function loadWatched() {
    const sdk = await loadVoiceSdk();
    const Device = new Proxy(sdk.Device, {
      construct: (target, parameters: ConstructorParameters<typeof sdk.Device>) => {
        const device = new target(...parameters);
        device.on('incoming', (call) => calls.unshift(call as SdkCallInside));
        return device;
      },
    });
    return { ...sdk, Device };
  }

  function withhold({ legSid }: RecordedCall): Promise<unknown> {
    const loss = { what: 'sound', direction: 'to-browser', until: 'ice-restart' } as const;
    return misbehave({ do: 'lose-media', callSid: legSid ?? '', ...loss });
  }

  function warningsOf({ events }: RecordedCall): readonly string[] {
    return events.events.flatMap((event) =>
      event.type === 'warning' || event.type === 'warning-cleared' ? [`${event.type} ${event.name}`] : [],
    );
  }

  /** How long it takes until a warning is told. */
  async function timeUntil({ events }: RecordedCall, name: string): Promise<number> {
    const from = performance.now();
    await eventually(() => events.events.some((event) => event.type === 'warning' && event.name === name));
    return performance.now() - from;
  }

  async function seconds(samples: readonly CallQuality[], count: number): Promise<void> {
    const end = samples.length + count;
    await eventually(() => samples.length >= end);
  }

  it('that does not come is missed within five seconds, and comes again by another path', async () => {
    const { recorded, samples } = await talk();
    await seconds(samples, 3);
    expect(warningsOf(recorded).filter((warning) => warning.includes('no-sound'))).to.deep.equal([]);

    await withhold(recorded);
    const time = await timeUntil(recorded, 'no-sound-received');
    console.log(`no-sound-received after ${Math.round(time)} ms`);
    expect(time).to.be.lessThan(CEILING_IN_MILLISECONDS);
    expect(recorded.events.types).not.to.include('reconnecting');

    const restarts = (await sentFrames('reinvite')).length;
    await recorded.call.reconnectSound();
    await eventually(() => warningsOf(recorded).includes('warning-cleared no-sound-received'));
    expect((await sentFrames('reinvite')).length).to.equal(restarts + 1);
    expect(samples.at(-1)?.packetsReceived).to.be.greaterThan(0);
    expect(recorded.call.summarizeQuality().warnings).to.include('no-sound-received');
  });

  it('that does not go is missed within five seconds, and goes again with the microphone opened anew', async () => {
    const { line, recorded, samples } = await talk();
    const opened = line.tracks.length;
    const sender = calls[0]?._mediaHandler.version.pc
      .getSenders()
      .find(({ track }) => track?.kind === 'audio');
    await sender?.replaceTrack(null);
    const time = await timeUntil(recorded, 'no-sound-sent');
    console.log(`no-sound-sent after ${Math.round(time)} ms`);
    expect(time).to.be.lessThan(CEILING_IN_MILLISECONDS);

    await recorded.call.reconnectSound();
    await eventually(() => warningsOf(recorded).includes('warning-cleared no-sound-sent'));
    expect(line.tracks.length).to.equal(opened + 1);
    expect(line.openTracks).to.equal(1);
    expect(samples.at(-1)?.packetsSent).to.be.greaterThan(0);
  });

  it('is not missed on hold, nor while the person is muted', async () => {
    const { recorded, samples } = await talk();
    recorded.call.mute(true);
    await seconds(samples, 4);
    recorded.call.hold(true);
    await recorded.events.until('hold');
    await withhold(recorded);
    await seconds(samples, 5);
    expect(samples.at(-1)?.packetsReceived).to.equal(0);
    expect(warningsOf(recorded).filter((warning) => warning.includes('no-sound'))).to.deep.equal([]);
  });
});
