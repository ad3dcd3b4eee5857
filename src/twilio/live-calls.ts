import type { ClockPort } from '../core/ports.js';
import type { CallKit } from './call-kit.js';
import type { HangUpLine } from './hang-up-line.js';
import type { SdkDevice } from './sdk-device.js';
import type { TwilioCallPort } from './twilio-call-port.js';
import type { VoiceSdkCall } from './voice-sdk.js';

interface LiveCallsParts {
  readonly clock: ClockPort;
  /** Told of each call that was hung up, or lost, after it was more than a ring. */
  readonly hangUps: HangUpLine;
  /** Called after each end, when the SDK has told all there is to tell of it. */
  readonly onEnd: () => void;
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
  add(call: VoiceSdkCall, device: SdkDevice, kit: CallKit): TwilioCallPort {
    const { clock, hangUps, onEnd } = this.#parts;
    const port = kit.createPort(call, {
      identity: device.identity,
      clock,
      microphone: kit.microphone,
      audio: kit.audio,
      isFeedbackPossible: device.publishesEvents,
      onAccept: () => device.releaseInputDevice(),
      onEnd: () => {
        this.#ports.delete(port);
        stopListening();
        if (this.isEmpty) kit.speaker.clear();
        if (port.isHungUp && port.callSid !== null) hangUps.tellHangUp(port.callSid, device.isConnected);
        queueMicrotask(onEnd);
      },
    });
    const stopListening = kit.microphone.subscribe((isHeard) => port.setMicrophoneLost(!isHeard));
    call.on('audio', (element) => kit.speaker.add(element));
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

  /** Nobody is heard here, or somebody is again. */
  setMicrophoneLost(isLost: boolean): void {
    for (const port of this.#ports) port.setMicrophoneLost(isLost);
  }

  /** The page goes: what rings here goes on ringing elsewhere, and what is hung up from now on may not arrive. */
  leavePage(): void {
    this.ignoreRinging();
    this.#parts.hangUps.mistrust();
  }

  /** What rings here goes on ringing elsewhere. */
  ignoreRinging(): void {
    for (const port of this.#ports) if (port.isRingingHere) port.ignore();
  }
}
