import { expect } from '@open-wc/testing';
import type { VoiceSdkCall, VoiceSdkSample } from '../../src/twilio/voice-sdk.js';
import { eventually, gatewayPosts, sentFrames } from './support/local-twilio.js';
import type { PhoneLine } from './support/phone-line.js';
import { useBareDevices } from './support/use-bare-devices.js';
import { usePhoneLines } from './support/use-phone-lines.js';

/** What of the SDK's insides our adapter counts on. */
interface SdkCallInside extends VoiceSdkCall {
  readonly _mediaHandler: {
    iceRestart(): void;
    close(): void;
    readonly version: { readonly pc: RTCPeerConnection };
  };
  readonly _publisher: {
    on(event: 'error', listener: (error: unknown) => void): unknown;
    emit(event: 'error', error: unknown): unknown;
    readonly removeListener: unknown;
  };
}

interface FeedbackPost {
  readonly group: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

async function feedbackPosts(): Promise<readonly FeedbackPost[]> {
  const posts = (await gatewayPosts()) as readonly { readonly body: FeedbackPost }[];
  return posts.map(({ body }) => body).filter(({ group }) => group === 'feedback');
}

/** What our measuring, repairing and asking rests on, in SDK 2.18.5 itself. */
describe('the quality of a call of SDK 2.18.5, bare,', () => {
  const bare = useBareDevices();

  async function talk(): Promise<SdkCallInside> {
    const { call, told } = await bare.ring(await bare.createRegistered());
    call.accept();
    await eventually(() => told.includes('accept'));
    return call as SdkCallInside;
  }

  it('is measured in the fields that we read, all of them numbers', async () => {
    const call = await talk();
    const samples: VoiceSdkSample[] = [];
    call.on('sample', (sample) => samples.push(sample));
    await eventually(() =>
      samples.some(({ packetsReceived, rtt }) => packetsReceived > 0 && rtt !== undefined),
    );
    const sample = samples.at(-1);
    const fields = [
      'timestamp',
      'jitter',
      'packetsLost',
      'packetsLostFraction',
      'packetsReceived',
      'packetsSent',
      'audioInputLevel',
      'audioOutputLevel',
    ] as const;
    for (const field of fields) expect(sample?.[field], field).to.be.a('number');
    expect(Math.abs((sample?.timestamp ?? 0) - Date.now())).to.be.lessThan(60_000);
  });

  it('is mended by an ICE restart, which only the private media handler begins', async () => {
    const call = await talk();
    const { pc } = call._mediaHandler.version;
    await eventually(() => pc.connectionState === 'connected');
    const before = (await sentFrames('reinvite')).length;
    call._mediaHandler.iceRestart();
    await eventually(async () => (await sentFrames('reinvite')).length === before + 1);
    await eventually(() => pc.signalingState === 'stable' && pc.connectionState === 'connected');
    expect(call.status()).to.equal('open');
    expect(call._mediaHandler.close).to.be.a('function');
  });

  it('is told by a private publisher, the only one who says that a post has failed', async () => {
    const call = await talk();
    const failures: unknown[] = [];
    call._publisher.on('error', (error) => failures.push(error));
    call._publisher.emit('error', 'offline');
    expect(failures).to.deep.equal(['offline']);
    expect(call._publisher.removeListener).to.be.a('function');
  });
});

describe('feedback over the real SDK', () => {
  const open = usePhoneLines();

  /** A call that was talked in and is over. */
  async function hangUp(line: PhoneLine) {
    await line.register();
    const recorded = await line.answer();
    recorded.call.disconnect();
    await recorded.events.until('disconnect');
    return recorded;
  }

  it('reaches Twilio’s event gateway after the call’s end, with CallSid, score and issue', async () => {
    const { call, events, legSid } = await hangUp(open({ publishEvents: true }));
    expect(call.isFeedbackPossible).to.equal(true);
    await call.sendFeedback({ score: 2, issue: 'choppy-audio' });
    await events.until('feedback');
    const [post, ...others] = (await feedbackPosts()).filter(({ payload }) => payload['call_sid'] === legSid);
    expect(others).to.deep.equal([]);
    expect(post?.name).to.equal('received');
    expect(post?.payload).to.include({ quality_score: 2, issue_name: 'choppy-audio' });
  });

  it('is not possible where nothing may be told, and the gateway hears nothing of such a call', async () => {
    const { call, legSid } = await hangUp(open({ publishEvents: false }));
    expect(call.isFeedbackPossible).to.equal(false);
    expect(JSON.stringify(await gatewayPosts())).not.to.include(legSid);
  });
});
