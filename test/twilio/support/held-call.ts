/** A call of the real SDK into which somebody hums, and whose far end is listened to sample by sample. */
import { executeServerCommand } from '@web/test-runner-commands';
import { createClock } from '../../../src/browser/clock.js';
import type { CallPort, CallPortEvent } from '../../../src/core/ports.js';
import { createCallAudio } from '../../../src/media/call-audio.js';
import type { HoldMusicLoader } from '../../../src/media/hold-music.js';
import { createMicrophone } from '../../../src/media/microphone.js';
import { loadVoiceSdk } from '../../../src/twilio/load-voice-sdk.js';
import { sdkAudioContext } from '../../../src/twilio/sdk-audio-context.js';
import { kitOf } from './kit-of.js';
import { TwilioDevicePort } from '../../../src/twilio/twilio-device-port.js';
import type { VoiceSdkDevice } from '../../../src/twilio/voice-sdk.js';
import type { BrowserCommand } from '../../local-twilio/support/browser-commands.js';
import { dominantFrequency, levelAt, rms } from '../../support/measure-sound.js';
import { HummingMicrophone } from '../../support/tones.js';
import { callFromOutside, createAnswer, eventually, misbehave, statusOfCall } from './local-twilio.js';
import { Recorder } from './recorder.js';
import { watchDevices } from './watch-devices.js';

/** What is hummed into every microphone. */
export const VOICE_IN_HERTZ = 600;
/** What the far end hums. */
export const FAR_END_IN_HERTZ = 900;
const SAMPLE_RATE_IN_HERTZ = 8_000;
const SAMPLES_A_FRAME = 160;
const FULL_SCALE = 32_768;

/** Half a second each, at the far end. */
const ATTEMPTS = 16;

/** What the far end hears, as root mean squares. */
export interface FarEndSound {
  /** The voice in the middle one of all frames of 20 ms: a packet that came late changes nothing. */
  readonly voice: number;
  /** What is not the voice, likewise. */
  readonly beside: number;
  /** The voice in all of it: finer, so that music is not taken for it. */
  readonly voiceInAll: number;
  readonly all: number;
  readonly dominantInHertz: number;
}

/** What of the SDK's insides a test reaches for, to do to a call what a network would. */
interface SdkDeviceInside extends VoiceSdkDevice {
  readonly _activeCall: {
    getRemoteStream(): MediaStream;
    readonly _mediaHandler: {
      iceRestart(): void;
      readonly version: { readonly pc: RTCPeerConnection };
    };
  } | null;
}

let nextIdentity = 0;

export class HeldCall {
  readonly identity: string;
  readonly events: Recorder<CallPortEvent>;
  readonly #legSid: string;
  readonly #port: TwilioDevicePort;
  readonly #call: CallPort;
  readonly #sdkDevice: SdkDeviceInside;
  readonly #microphones: HummingMicrophone[];
  readonly #ear = new AudioContext();

  private constructor(parts: {
    readonly identity: string;
    readonly legSid: string;
    readonly port: TwilioDevicePort;
    readonly call: CallPort;
    readonly sdkDevice: SdkDeviceInside;
    readonly microphones: HummingMicrophone[];
  }) {
    this.identity = parts.identity;
    this.#legSid = parts.legSid;
    this.#port = parts.port;
    this.#call = parts.call;
    this.#sdkDevice = parts.sdkDevice;
    this.#microphones = parts.microphones;
    this.events = new Recorder<CallPortEvent>(parts.call);
  }

  /** Takes a call from outside. Local Twilio has to be started. */
  static async open(
    loadHoldMusic: HoldMusicLoader,
    { isMutedBefore = false }: { readonly isMutedBefore?: boolean } = {},
  ): Promise<HeldCall> {
    nextIdentity += 1;
    const identity = `holder-${nextIdentity}`;
    const microphones: HummingMicrophone[] = [];
    const microphone = createMicrophone(() => {
      const humming = new HummingMicrophone(VOICE_IN_HERTZ);
      microphones.push(humming);
      return Promise.resolve(humming.stream);
    });
    const devices: SdkDeviceInside[] = [];
    const clock = createClock();
    const audio = createCallAudio({ clock, loadHoldMusic, borrowContext: sdkAudioContext });
    const port = new TwilioDevicePort({
      clock,
      kit: kitOf({ clock, microphone, audio }),
      publishEvents: false,
      logLevel: 'silent',
      loadVoiceSdk: async () => watchDevices(await loadVoiceSdk(), devices),
    });
    port.subscribe(({ type }) => type === 'destroyed' && audio.close());
    const told = new Recorder(port);
    await port.register(await createAnswer(identity));
    const [{ callSid, legs }, { call }] = await Promise.all([
      callFromOutside(identity),
      told.until('incoming'),
    ]);
    const [legSid] = legs;
    const [sdkDevice] = devices;
    if (!legSid || !sdkDevice) throw new Error('There is no call.');
    const held = new HeldCall({ identity, legSid, port, call, sdkDevice, microphones });
    await held.farEndHeard();
    if (isMutedBefore) await held.mute(true);
    await held.#answer(callSid);
    return held;
  }

  async mute(isMuted: boolean): Promise<void> {
    const from = this.events.events.length;
    this.#call.mute(isMuted);
    await this.events.until('mute', from);
  }

  async hold(isOnHold: boolean): Promise<void> {
    const from = this.events.events.length;
    this.#call.hold(isOnHold);
    await this.events.until('hold', from);
  }

  /** Another microphone is opened in the middle of the call. */
  async switchDevice(): Promise<void> {
    const before = this.#microphones.length;
    await this.#port.changeMicrophone();
    if (this.#microphones.length === before) throw new Error('There is no other microphone.');
  }

  /** The microphone is unplugged, and another one takes its place. */
  async unplugMicrophone(): Promise<void> {
    const unplugged = this.#microphones.at(-1);
    unplugged?.track.stop();
    unplugged?.track.dispatchEvent(new Event('ended'));
    await this.switchDevice();
  }

  async restartIce(): Promise<void> {
    const { pc } = this.#inside._mediaHandler.version;
    const described = new Promise<void>((resolve) => {
      const look = () => {
        if (pc.signalingState !== 'stable') return;
        pc.removeEventListener('signalingstatechange', look);
        resolve();
      };
      pc.addEventListener('signalingstatechange', look);
    });
    this.#inside._mediaHandler.iceRestart();
    await described;
    await eventually(() => pc.connectionState === 'connected');
  }

  async loseSignalling(): Promise<void> {
    const from = this.events.events.length;
    // All of them: one that has just come back may not have said yet whose it is.
    await misbehave({ do: 'drop-sockets', how: 'abrupt' });
    await this.events.until('reconnected', from);
  }

  /** What the far end heard since it was last asked. */
  async farEndHeard(): Promise<Float32Array> {
    const samples = await executeServerCommand<readonly number[], BrowserCommand>('local-twilio', {
      do: 'listen',
      callSid: this.#legSid,
    });
    return Float32Array.from(samples, (sample) => sample / FULL_SCALE);
  }

  /** What the far end hears from now on, for so long. */
  async farEndHears(milliseconds: number): Promise<Float32Array> {
    await this.farEndHeard();
    const chunks: number[] = [];
    await eventually(async () => {
      chunks.push(...(await this.farEndHeard()));
      return chunks.length >= (milliseconds / 1000) * SAMPLE_RATE_IN_HERTZ;
    });
    return Float32Array.from(chunks);
  }

  /** Waits until the far end hears just that, on a machine however busy, and answers the half second. */
  async farEndUntil(isHeard: (sound: FarEndSound) => boolean): Promise<FarEndSound> {
    for (let attempt = 1; ; attempt += 1) {
      const sound = describeSound(await this.farEndHears(500));
      if (isHeard(sound)) return sound;
      if (attempt === ATTEMPTS) throw new Error(`The far end hears ${JSON.stringify(sound, null, 1)}.`);
    }
  }

  /** Talks on, as the sound card counts. */
  async talkFor(milliseconds: number): Promise<void> {
    const end = this.#ear.currentTime + milliseconds / 1000;
    await eventually(() => this.#ear.currentTime >= end);
  }

  /** Waits until the far end is heard here so loud, in the very stream that the SDK plays. */
  async nearEndUntil(isHeard: (level: number) => boolean): Promise<void> {
    const source = new MediaStreamAudioSourceNode(this.#ear, { mediaStream: this.#inside.getRemoteStream() });
    const analyser = new AnalyserNode(this.#ear, { fftSize: 4096 });
    source.connect(analyser);
    const samples = new Float32Array(4096);
    for (let attempt = 1; ; attempt += 1) {
      await this.talkFor(200);
      analyser.getFloatTimeDomainData(samples);
      if (isHeard(rms(samples))) break;
      if (attempt === ATTEMPTS) throw new Error(`The far end is heard here at ${rms(samples)}.`);
    }
    source.disconnect();
  }

  async close(): Promise<void> {
    this.#port.destroy();
    for (const microphone of this.#microphones) microphone.close();
    await this.#ear.close();
  }

  async #answer(callerSid: string): Promise<void> {
    this.#call.accept();
    await this.events.until('accept');
    // Put through: before that, what is played here would be replaced by the caller's silence.
    await eventually(async () => (await statusOfCall(callerSid)) === 'in-progress');
    await executeServerCommand('local-twilio', {
      do: 'play',
      callSid: this.#legSid,
      frequency: FAR_END_IN_HERTZ,
    });
    const { pc } = this.#inside._mediaHandler.version;
    await eventually(() => pc.connectionState === 'connected');
  }

  get #inside() {
    const call = this.#sdkDevice._activeCall;
    if (!call) throw new Error('The call is over.');
    return call;
  }
}

function describeSound(samples: Float32Array): FarEndSound {
  const frames = framesOf(samples);
  const voices = frames.map((frame) => levelAt(frame, VOICE_IN_HERTZ, SAMPLE_RATE_IN_HERTZ));
  const others = frames.map((frame, index) => {
    return Math.sqrt(Math.max(0, rms(frame) ** 2 - (voices[index] ?? 0) ** 2));
  });
  return {
    voice: median(voices),
    beside: median(others),
    voiceInAll: levelAt(samples, VOICE_IN_HERTZ, SAMPLE_RATE_IN_HERTZ),
    all: rms(samples),
    dominantInHertz: dominantFrequency(samples, SAMPLE_RATE_IN_HERTZ),
  };
}

/** 20 ms each. */
export function framesOf(samples: Float32Array): readonly Float32Array[] {
  return Array.from({ length: Math.floor(samples.length / SAMPLES_A_FRAME) }, (_, index) =>
    samples.subarray(index * SAMPLES_A_FRAME, (index + 1) * SAMPLES_A_FRAME),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
