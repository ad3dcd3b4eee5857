import type { AudioProcessor } from '../media/call-audio.js';
import type { LateCallKit } from './call-kit.js';

/** What each call's microphone goes through. A device has it from its beginning; what does the work comes later. */
export function createLateProcessor(kit: LateCallKit): AudioProcessor {
  return {
    createProcessedStream: async (stream) => (await kit.load()).audio.processor.createProcessedStream(stream),
    destroyProcessedStream: async (stream) => kit.current?.audio.processor.destroyProcessedStream(stream),
  };
}
