import type { ClockPort } from '../core/ports.js';
import type { CallAudio } from '../media/call-audio.js';
import type { CallSpeaker } from '../media/call-speaker.js';
import type { Microphone } from '../media/microphone.js';
import type { HangUpLine } from './hang-up-line.js';
import type { SdkDevice } from './sdk-device.js';
import { toPhoneError } from './to-phone-error.js';
import { TwilioCallPort } from './twilio-call-port.js';
import type { VoiceSdkCall } from './voice-sdk.js';

/** What the network has to know of a call's end. */
export interface CallEnd {
  /** Told of each call that was hung up, or lost, after it was more than a ring. */
  readonly hangUps: HangUpLine;
  /** Called after each end, when the SDK has told all there is to tell of it. */
  readonly onEnd: () => void;
}

/** What each call is heard by, at both ends. */
interface LiveCallsParts {
  readonly clock: ClockPort;
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  readonly speaker: CallSpeaker;
  /** Does what can be done for sound that does not come or go. */
  readonly repairSound: () => Promise<void>;
}

/** The calls that are not over. While there is one, the device that carries it is not replaced. */
export class LiveCalls {
  readonly #ports = new Set<TwilioCallPort>();
  readonly #parts: LiveCallsParts;

  constructor(parts: LiveCallsParts) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.#ports.size === 0;
  }

  /** The port of a call that has just begun. */
  add(call: VoiceSdkCall, device: SdkDevice, { hangUps, onEnd }: CallEnd): TwilioCallPort {
    const { clock, microphone, audio, speaker, repairSound } = this.#parts;
    const port = new TwilioCallPort(call, {
      identity: device.identity,
      clock,
      microphone,
      audio,
      repairSound,
      isFeedbackPossible: device.publishesEvents,
      onAccept: () => device.releaseInputDevice(),
      onEnd: () => {
        this.#ports.delete(port);
        stopListening();
        if (this.isEmpty) speaker.clear();
        if (port.isHungUp && port.callSid !== null) hangUps.tellHangUp(port.callSid, device.isConnected);
        queueMicrotask(onEnd);
      },
    });
    const stopListening = microphone.subscribe((isHeard) => port.setMicrophoneLost(!isHeard));
    call.on('audio', (element) => speaker.add(element));
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

  /** Opens the microphone anew. Rejects with a `PhoneError`; calls then keep the one that they have. */
  async changeMicrophone(deviceInUse: () => SdkDevice | null): Promise<void> {
    const { microphone } = this.#parts;
    if (!microphone.isInUse) return;
    try {
      await microphone.reopen();
      await deviceInUse()?.changeMicrophone();
    } catch (error) {
      throw toPhoneError(error, 'call-failed');
    } finally {
      // Whatever nobody took over: the call may have ended meanwhile.
      microphone.release();
      for (const port of this.#ports) port.setMicrophoneLost(!microphone.isHeard);
    }
  }

  /** What rings here goes on ringing elsewhere. */
  ignoreRinging(): void {
    for (const port of this.#ports) if (port.isRingingHere) port.ignore();
  }
}
