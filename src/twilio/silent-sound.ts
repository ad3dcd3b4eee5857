import type { VoiceSdkSound } from './voice-sdk.js';

/**
 * Stands in for each of the SDK's sounds and makes none. The SDK's own are fetched from sdk.twilio.com,
 * fifteen of them at each start, and `incoming` waits up to two seconds for the ring to begin.
 */
export class SilentSound implements VoiceSdkSound {
  async play(): Promise<void> {
    // Resolved at once, so that `incoming` is never held back.
  }

  stop(): void {
    // Nothing plays.
  }

  setSinkIds(): void {
    // Nothing plays anywhere.
  }
}
