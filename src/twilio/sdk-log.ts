import { redact } from '../core/redact.js';
import { loadVoiceSdk } from './load-voice-sdk.js';
import type { VoiceSdkLoader } from './load-voice-sdk.js';
import type { LoggingVoiceSdk, LogLevel, VoiceSdk, VoiceSdkLogger } from './voice-sdk.js';

const redacted = new WeakSet<VoiceSdkLogger>();

/**
 * The SDK, whose words on the console hold neither token nor full number. At `debug` it prints every message of the
 * signalling as it is sent, the one with the token among them (2.18.5, `wstransport.js` line 206).
 */
export const loadRedactedVoiceSdk: VoiceSdkLoader = async () => {
  const sdk = await loadVoiceSdk();
  redactLog(sdk as VoiceSdk & LoggingVoiceSdk);
  return sdk;
};

/** Leads all that the SDK's logger writes through our hands. The page's other loggers stay as they are. */
export function redactLog({ Logger: logger }: LoggingVoiceSdk): void {
  if (redacted.has(logger)) return;
  redacted.add(logger);
  const create = logger.methodFactory;
  logger.methodFactory = (method: LogLevel, level, name) => {
    const write = create(method, level, name);
    return (...values) => write(...values.map(describe));
  };
  // A level that somebody has stored keeps the methods that are there: they are to be made anew in any case.
  logger.rebuild();
}

/** As text: an object on the console could be looked into later, with all that it holds by then. */
function describe(value: unknown): string {
  if (typeof value === 'string') return redact(value);
  if (value instanceof Error) return redact(`${value.name}: ${value.message}`);
  try {
    return redact(JSON.stringify(value) ?? String(value));
  } catch {
    // It holds itself, as the SDK's own objects do.
    return `[${typeof value}]`;
  }
}
