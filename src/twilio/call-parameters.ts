import type { VoiceSdkCall } from './voice-sdk.js';

/**
 * Twilio's parameters of a call and the custom ones, by name, as one frozen record. A custom parameter never
 * takes the place of one of Twilio's.
 */
export function callParameters(call: VoiceSdkCall): Readonly<Record<string, string>> {
  const { Params, ...twilioParameters } = call.parameters;
  return Object.freeze({ ...customParameters(call, Params), ...twilioParameters });
}

/** Read from the source where there is one: the SDK leaves names encoded and cuts values at an equals sign. */
function customParameters(call: VoiceSdkCall, source: string | undefined): Record<string, string> {
  return Object.fromEntries(source === undefined ? call.customParameters : new URLSearchParams(source));
}
