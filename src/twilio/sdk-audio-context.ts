import { loadVoiceSdk } from './load-voice-sdk.js';

/**
 * The AudioContext in which the SDK measures how loud both sides of a call are: one for all devices of the page,
 * made with the first of them and never closed. Null where the browser has none.
 */
export async function sdkAudioContext(): Promise<AudioContext | null> {
  const { Device } = await loadVoiceSdk();
  return Device.audioContext ?? null;
}
