import { createClock } from '../../../src/browser/clock.js';
import type { CallPort, CallPortEvent, DevicePortEvent, TokenAnswer } from '../../../src/core/ports.js';
import { createCallAudio } from '../../../src/media/call-audio.js';
import { createHoldMusicLoader } from '../../../src/media/hold-music.js';
import { createMicrophone } from '../../../src/media/microphone.js';
import { sdkAudioContext } from '../../../src/twilio/sdk-audio-context.js';
import { TwilioDevicePort } from '../../../src/twilio/twilio-device-port.js';
import type { TwilioDevicePortOptions } from '../../../src/twilio/twilio-device-port.js';
import { kitOf } from './kit-of.js';
import { callFromOutside, createAnswer, ECHO } from './local-twilio.js';
import { Recorder } from './recorder.js';

/** A call and what its port tells. */
export interface RecordedCall {
  readonly call: CallPort;
  readonly events: Recorder<CallPortEvent>;
  /** The CallSid of the leg that ends here, where it is known. */
  readonly legSid: string | undefined;
}

type OpenMicrophone = () => Promise<MediaStream>;

let nextIdentity = 0;

/** One identity with a port of its own, over the real SDK and the browser's microphone. */
export class PhoneLine {
  readonly identity: string;
  readonly port: TwilioDevicePort;
  readonly device: Recorder<DevicePortEvent>;
  /** Every track that the browser handed out, to see that none is left open. */
  readonly tracks: MediaStreamTrack[] = [];
  /** Set to put a test in the place of the browser's prompt. */
  openMicrophone: OpenMicrophone | null = null;

  constructor(options: Partial<TwilioDevicePortOptions> = {}) {
    nextIdentity += 1;
    this.identity = `phone-${nextIdentity}`;
    const microphone = createMicrophone(() => this.#open());
    const clock = createClock();
    const audio = createCallAudio({
      clock,
      loadHoldMusic: createHoldMusicLoader(),
      borrowContext: sdkAudioContext,
    });
    const kit = kitOf({ clock, microphone, audio, repairSound: () => this.port.changeMicrophone() });
    this.port = new TwilioDevicePort({ clock, kit, publishEvents: false, logLevel: 'silent', ...options });
    this.device = new Recorder(this.port);
    this.port.subscribe(({ type }) => type === 'destroyed' && audio.close());
  }

  get openTracks(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }

  createAnswer(
    wishes: { readonly ttlInSeconds?: number; readonly edge?: string } = {},
  ): Promise<TokenAnswer> {
    return createAnswer(this.identity, wishes);
  }

  /** Registers with a token of its own. */
  async register(): Promise<TokenAnswer> {
    const answer = await this.createAnswer();
    await this.port.register(answer);
    return answer;
  }

  /** Somebody calls, and it rings here. */
  async ring(parameters: Record<string, string> = {}): Promise<RecordedCall> {
    const from = this.device.events.length;
    const [{ legs }, { call }] = await Promise.all([
      callFromOutside(this.identity, { parameters }),
      this.device.until('incoming', from),
    ]);
    return { call, events: new Recorder<CallPortEvent>(call), legSid: legs[0] };
  }

  /** Somebody calls, and it is answered here. */
  async answer(): Promise<RecordedCall> {
    const ringing = await this.ring();
    ringing.call.accept();
    await ringing.events.until('accept');
    return ringing;
  }

  async place(answer: TokenAnswer, to = ECHO): Promise<RecordedCall> {
    const call = await this.port.makeCall(answer, { To: to });
    return { call, events: new Recorder<CallPortEvent>(call), legSid: undefined };
  }

  async #open(): Promise<MediaStream> {
    const open = this.openMicrophone ?? (() => navigator.mediaDevices.getUserMedia({ audio: true }));
    const stream = await open();
    this.tracks.push(...stream.getTracks());
    return stream;
  }
}

/** Puts the test in the place of the browser's prompt; the answer grants the microphone. */
export function holdPrompt(line: PhoneLine): () => Promise<void> {
  let grant: (stream: MediaStream) => void = () => undefined;
  line.openMicrophone = () => new Promise((resolve) => (grant = resolve));
  return async () => grant(await navigator.mediaDevices.getUserMedia({ audio: true }));
}
