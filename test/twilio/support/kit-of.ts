import type { ClockPort } from '../../../src/core/ports.js';
import type { CallAudio } from '../../../src/media/call-audio.js';
import { createCallSpeaker } from '../../../src/media/call-speaker.js';
import type { CallSpeaker } from '../../../src/media/call-speaker.js';
import type { Microphone } from '../../../src/media/microphone.js';
import type { CallKit, LateCallKit } from '../../../src/twilio/call-kit.js';
import { callMeanings } from '../../../src/twilio/call-meanings.js';
import { LiveCalls } from '../../../src/twilio/live-calls.js';
import { learnMeanings } from '../../../src/twilio/to-phone-error.js';

/** A kit that is there from the beginning. */
export function kitOf(parts: {
  readonly clock: ClockPort;
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  readonly speaker?: CallSpeaker;
  readonly repairSound?: () => Promise<void>;
}): LateCallKit {
  const { speaker = createCallSpeaker(), repairSound = () => Promise.resolve() } = parts;
  learnMeanings(callMeanings);
  const current: CallKit = {
    ...parts,
    calls: new LiveCalls({ ...parts, speaker, repairSound }),
  };
  return { current, load: () => Promise.resolve(current) };
}
