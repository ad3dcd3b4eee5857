import type { CallAudio } from '../media/call-audio.js';
import type { Microphone } from '../media/microphone.js';
import type { LiveCalls } from './live-calls.js';

/** What a call needs, and a phone that only waits for one does not. */
export interface CallKit {
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  readonly calls: LiveCalls;
}

/** The kit, loaded when the phone is registered or a call begins, whichever comes first. */
export interface LateCallKit {
  /** Null while it is not there. */
  readonly current: CallKit | null;
  /** Rejects with `sdk-load-failed`; asked again, it tries again. */
  load(): Promise<CallKit>;
}
