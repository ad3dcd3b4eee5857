import { PhoneError } from '../core/phone-error.js';
import type { VoiceSdk } from './voice-sdk.js';

/** Fetches the SDK's module. Chromium 156 fetches it anew after a failure, measured. */
type ImportVoiceSdk = () => Promise<unknown>;

/** Hands out the SDK, loading it for the first who asks. */
export type VoiceSdkLoader = () => Promise<VoiceSdk>;

/**
 * The Voice SDK, loaded when a phone first needs it and once a page. Rejects with `sdk-load-failed`, after
 * which the next one to ask tries again; with `page-not-secure` or `browser-unsupported` where the SDK would
 * load but never carry a call: the SDK's own check is the wrong way round (2.18.5, `device.js` line 480).
 */
export const loadVoiceSdk = createVoiceSdkLoader(() => import('@twilio/voice-sdk'));

/** A loader that remembers what was loaded, and forgets what failed. */
export function createVoiceSdkLoader(importVoiceSdk: ImportVoiceSdk): VoiceSdkLoader {
  let loading: Promise<VoiceSdk> | null = null;
  return () => {
    loading ??= load(importVoiceSdk).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function load(importVoiceSdk: ImportVoiceSdk): Promise<VoiceSdk> {
  const sdk = (await importVoiceSdk().catch(failLoad)) as VoiceSdk;
  quieten(sdk);
  if (sdk.Device.isSupported) return sdk;
  if (!globalThis.isSecureContext) {
    throw new PhoneError('page-not-secure', 'Browsers give a microphone only to pages served over https.');
  }
  throw new PhoneError('browser-unsupported', 'This browser cannot carry calls: it lacks WebRTC.');
}

/**
 * A level that was stored on this page (`loglevel:@twilio/voice-sdk`, in localStorage or a cookie) overrides what
 * devices are told, and below `info` the SDK prints the token.
 */
function quieten({ Logger }: VoiceSdk): void {
  if (Logger && Logger.getLevel() < Logger.levels.INFO) Logger.setLevel('info', false);
}

function failLoad(cause: unknown): never {
  throw new PhoneError('sdk-load-failed', 'The Voice SDK could not be loaded.', { cause, recoverable: true });
}
