import type { CallAudio } from '../media/call-audio.js';
import type { CallSpeaker } from '../media/call-speaker.js';
import type { Microphone } from '../media/microphone.js';
import type { TwilioCallPort, TwilioCallPortOptions } from './twilio-call-port.js';
import type { VoiceSdkCall } from './voice-sdk.js';

/** What a call needs, and a phone that only waits for one does not. */
export interface CallKit {
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  readonly speaker: CallSpeaker;
  createPort(call: VoiceSdkCall, options: Omit<TwilioCallPortOptions, 'repairSound'>): TwilioCallPort;
}

/** The kit, loaded when the phone is registered or a call begins, whichever comes first. */
export interface LateCallKit {
  /** Null while it is not there. */
  readonly current: CallKit | null;
  /** Rejects with `sdk-load-failed`; asked again, it tries again. */
  load(): Promise<CallKit>;
}
