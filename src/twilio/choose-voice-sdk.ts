import { loadVoiceSdk } from './load-voice-sdk.js';
import type { VoiceSdkLoader } from './load-voice-sdk.js';
import type { LogLevel } from './voice-sdk.js';

/** The SDK as it is; at `debug` with what keeps its words harmless, which no other phone has to load. */
export function chooseVoiceSdk(logLevel: LogLevel): VoiceSdkLoader {
  if (logLevel !== 'debug') return loadVoiceSdk;
  return async () => (await import('./sdk-log.js')).loadRedactedVoiceSdk();
}
