import type { CallAudio } from '../../../src/media/call-audio.js';
import { createCallSpeaker } from '../../../src/media/call-speaker.js';
import type { CallSpeaker } from '../../../src/media/call-speaker.js';
import type { Microphone } from '../../../src/media/microphone.js';
import type { CallKit, LateCallKit } from '../../../src/twilio/call-kit.js';
import { TwilioCallPort } from '../../../src/twilio/twilio-call-port.js';

/** A kit that is there from the beginning. */
export function kitOf(parts: {
  readonly microphone: Microphone;
  readonly audio: CallAudio;
  readonly speaker?: CallSpeaker;
  readonly repairSound?: () => Promise<void>;
}): LateCallKit {
  const current: CallKit = {
    speaker: createCallSpeaker(),
    ...parts,
    createPort: (call, options) =>
      new TwilioCallPort(call, { ...options, repairSound: parts.repairSound ?? (() => Promise.resolve()) }),
  };
  return { current, load: () => Promise.resolve(current) };
}
