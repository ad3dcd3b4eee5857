import type { VoiceSdkCall } from './voice-sdk.js';

/** What is private of a call: how it lets go of the signalling, and of all that carries its sound. */
interface CallInside {
  _cleanupEventListeners?(): void;
  readonly _mediaHandler?: { close?(): void };
}

/** Ignores a call that rings here, and has the SDK forget it: it rings on elsewhere. */
export function ignoreCall(call: VoiceSdkCall): void {
  call.ignore();
  forgetIgnoredCall(call);
}

/**
 * A call that was ignored listens on, and stays among the device's calls, until its caller gives up: the eleventh
 * of them brings a MaxListenersExceededWarning. Closed like any other, it leaves nothing; Twilio is not told.
 */
export function forgetIgnoredCall(call: VoiceSdkCall): void {
  const { _mediaHandler } = call as CallInside;
  (call as CallInside)._cleanupEventListeners?.();
  _mediaHandler?.close?.();
}
