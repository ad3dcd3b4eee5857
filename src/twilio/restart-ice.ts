import type { VoiceSdkCall } from './voice-sdk.js';

/** What is private of a call: its connection, and what finds it another path. */
interface CallInside {
  readonly _mediaHandler?: {
    iceRestart?(): void;
    readonly version?: { readonly pc?: Pick<RTCPeerConnection, 'iceConnectionState'> | null };
  };
}

/** A path was found, and may be a bad one by now. */
const pathStates: readonly (RTCIceConnectionState | undefined)[] = ['connected', 'completed', 'disconnected'];

/** Sound has not begun to come, nor has the browser given up: it tries which way it could. */
export function isSeekingFirstPath(call: VoiceSdkCall): boolean {
  return ['new', 'checking'].includes(pathState(call) ?? '');
}

/**
 * Finds the sound of an open call another path. Not while the SDK looks for one itself: the two disturb each other
 * until the call is lost, because the SDK begins anew after a millisecond (`BACKOFF_CONFIG` of call.js, 2.18.5).
 */
export function restartIce(call: VoiceSdkCall): void {
  const hasPath = pathStates.includes(pathState(call));
  if (call.status() === 'open' && hasPath) (call as CallInside)._mediaHandler?.iceRestart?.();
}

function pathState(call: VoiceSdkCall): RTCIceConnectionState | undefined {
  return (call as CallInside)._mediaHandler?.version?.pc?.iceConnectionState;
}
