import { createClock } from '../browser/clock.js';
import { createRandomId } from '../browser/random-id.js';
import { createSettingsStorage } from '../browser/settings-storage.js';
import { createTokenProviderSource, createTokenSource } from '../browser/token-source.js';
import type { TokenProvider } from '../browser/token-source.js';
import { watchWakeUp } from '../browser/wake-up.js';
import { CallController } from '../core/call-controller.js';
import type { TokenSource } from '../core/ports.js';
import { createAudioDevices } from '../media/audio-devices.js';
import { createCallAudio } from '../media/call-audio.js';
import { createCallSpeaker } from '../media/call-speaker.js';
import { createHoldMusicLoader } from '../media/hold-music.js';
import type { HoldMusicChoice } from '../media/hold-music.js';
import { createMicrophone } from '../media/microphone.js';
import { createRinger } from '../media/ringer.js';
import { TwilioDevicePort } from '../twilio/twilio-device-port.js';
import type { LogLevel } from '../twilio/voice-sdk.js';

/** Where a phone's tokens come from. The provider is asked where both are given. */
export interface TokenOptions {
  /** An http(s) address, relative to the page's base. */
  readonly tokenUrl?: string | null;
  /** Whether cookies go with the request to `tokenUrl`. Default `same-origin`. */
  readonly tokenCredentials?: RequestCredentials;
  readonly tokenProvider?: TokenProvider | null;
}

export interface PhoneOptions extends TokenOptions {
  /** Twilio's edge location, or several by commas, unless the token answer names one. Default: the nearest. */
  readonly edge?: string | null;
  /** How much the SDK writes on the console. Default `error`. */
  readonly logLevel?: LogLevel;
  /** False sends nothing to Twilio's event gateway. Default true. */
  readonly publishEvents?: boolean;
  /** What a caller on hold hears, asked for each time. Default: our own music. */
  readonly chooseHoldMusic?: () => HoldMusicChoice;
  /** Told of what nobody foresaw. Default: a warning on the console. */
  readonly reportUnexpected?: (report: string) => void;
}

/** A phone of this page: the core, with the browser and the Voice SDK for its world. Nothing is loaded yet. */
export function createPhone(options: PhoneOptions = {}): CallController {
  const reportUnexpected =
    options.reportUnexpected ?? ((report: string) => console.warn(`twilio-phone: ${report}`));
  const clock = createClock();
  const devices = createAudioDevices({
    clock,
    memory: createSettingsStorage('audio'),
    borrowMicrophone: () => microphone.stream,
    reportFailure: (role, error) => reportUnexpected(`The ${role} could not be changed: ${String(error)}`),
  });
  const microphone = createMicrophone(() => devices.openMicrophone());
  const speaker = createCallSpeaker();
  const ringer = createRinger({ clock });
  const audio = createCallAudio({
    clock,
    loadHoldMusic: createHoldMusicLoader({ choose: options.chooseHoldMusic, report: reportUnexpected }),
  });
  const device = new TwilioDevicePort({ ...options, clock, microphone, audio, speaker });
  devices.onApply('microphone', () => device.changeMicrophone());
  devices.onApply('speaker', (deviceId) => speaker.setDevice(deviceId));
  devices.onApply('ringer', (deviceId) => ringer.setDevice(deviceId));
  devices.subscribe(({ settings }) => ringer.setVolume(settings.ringVolume));
  const phone = new CallController({
    device,
    tokens: createTokens(options),
    microphone,
    ringer,
    audio: devices,
    clock,
    random: Math.random,
    createId: createRandomId,
    reportUnexpected,
  });
  const stopWatching = watchWakeUp(() => phone.checkConnection());
  device.subscribe(({ type }) => {
    if (type !== 'destroyed') return;
    stopWatching();
    ringer.destroy();
    devices.destroy();
    audio.close();
  });
  return phone;
}

/** The source that the options name, or null when they name none. */
export function createTokens({
  tokenUrl,
  tokenCredentials,
  tokenProvider,
}: TokenOptions): TokenSource | null {
  if (tokenProvider) return createTokenProviderSource(tokenProvider);
  return tokenUrl ? createTokenSource({ tokenUrl, credentials: tokenCredentials }) : null;
}
