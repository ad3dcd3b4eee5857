import { PhoneError } from '../core/phone-error.js';
import type { TokenAnswer } from '../core/ports.js';
import { forgetfulPeerConnection } from './forgetful-peer-connection.js';
import { SilentSound } from './silent-sound.js';
import { enumerateStandIns } from './stand-in-devices.js';
import type { LogLevel, VoiceSdkDeviceOptions } from './voice-sdk.js';

/** What the page may choose about the device. */
export interface DeviceChoices {
  /** Twilio's edge location, e.g. `dublin`, or several by commas in order of preference; null for the nearest. */
  readonly edge: string | null;
  readonly logLevel: LogLevel;
  /** False sends nothing to Twilio's event gateway. */
  readonly publishEvents: boolean;
}

/** The page's choices; the backend knows better which edge to use. */
export function choicesFor(answer: TokenAnswer, page: Partial<DeviceChoices>): DeviceChoices {
  const { edge = null, logLevel = 'error', publishEvents = true } = page;
  return { edge: answer.edge ?? edge, logLevel, publishEvents };
}

/** How every device is built. Throws `invalid-argument` for an edge that is not one. */
export function deviceOptions(
  choices: DeviceChoices,
  getUserMedia: VoiceSdkDeviceOptions['getUserMedia'],
): VoiceSdkDeviceOptions {
  const { edge, logLevel, publishEvents } = choices;
  return {
    ...(edge ? { edge: edge.split(',').map((name) => requireEdge(name.trim())) } : {}),
    // Without it a second caller rings into the void: the SDK drops the call and tells nobody.
    allowIncomingWhileBusy: true,
    codecPreferences: ['opus', 'pcmu'],
    // Without it busy, declined and not found all arrive as the same connection error.
    enableImprovedSignalingErrorPrecision: true,
    enumerateDevices: enumerateStandIns,
    getUserMedia,
    logLevel: harmless(logLevel),
    // How long Twilio keeps a call whose signalling is lost, and how long the SDK hurries to come back.
    maxCallSignalingTimeoutMs: 30_000,
    publishEvents,
    RTCPeerConnection: forgetfulPeerConnection(),
    Sound: SilentSound,
  };
}

/** An edge becomes part of the host name that the token is sent to, hence the care. */
function requireEdge(edge: string): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(edge)) return edge;
  throw new PhoneError('invalid-argument', 'The edge is not the name of a Twilio edge location.', {
    parameters: { edge },
  });
}

/** A page without types may ask for any level; only those that we know are known to be harmless. */
function harmless(level: LogLevel): LogLevel {
  return ['silent', 'error', 'warn', 'info', 'debug'].includes(level) ? level : 'info';
}
