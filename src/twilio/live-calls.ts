import type { CallAudio } from '../media/call-audio.js';
import type { Microphone } from '../media/microphone.js';
import type { SdkDevice } from './sdk-device.js';
import { TwilioCallPort } from './twilio-call-port.js';
import type { VoiceSdkCall } from './voice-sdk.js';

/** The calls that are not over. While there is one, the device that carries it is not replaced. */
export class LiveCalls {
  readonly #ports = new Set<TwilioCallPort>();
  readonly #microphone: Microphone;
  readonly #audio: CallAudio;
  readonly #onEnd: () => void;

  /** @param onEnd called after each end, when the SDK has told all there is to tell of it. */
  constructor(microphone: Microphone, audio: CallAudio, onEnd: () => void) {
    this.#microphone = microphone;
    this.#audio = audio;
    this.#onEnd = onEnd;
  }

  get isEmpty(): boolean {
    return this.#ports.size === 0;
  }

  /** The port of a call that has just begun. */
  add(call: VoiceSdkCall, device: SdkDevice): TwilioCallPort {
    const port = new TwilioCallPort(call, {
      identity: device.identity,
      microphone: this.#microphone,
      audio: this.#audio,
      onAccept: () => device.releaseInputDevice(),
      onEnd: () => {
        this.#ports.delete(port);
        queueMicrotask(this.#onEnd);
      },
    });
    if (!port.hasEnded) this.#ports.add(port);
    return port;
  }

  find(call: VoiceSdkCall): TwilioCallPort | undefined {
    return [...this.#ports].find((port) => port.isFor(call));
  }

  /** The SDK may have ignored what rings, without a word. */
  noticeIgnored(): void {
    for (const port of this.#ports) port.noticeIgnored();
  }

  /** What rings here goes on ringing elsewhere. */
  ignoreRinging(): void {
    for (const port of this.#ports) if (port.isRingingHere) port.ignore();
  }
}
