import { createClock } from '../browser/clock.js';
import { createRandomId } from '../browser/random-id.js';
import { createTokenProviderSource, createTokenSource } from '../browser/token-source.js';
import type { TokenProvider } from '../browser/token-source.js';
import { watchWakeUp } from '../browser/wake-up.js';
import { CallController } from '../core/call-controller.js';
import { FactHistory } from '../core/fact-history.js';
import { PhoneError } from '../core/phone-error.js';
import type { TokenSource } from '../core/ports.js';
import type { HoldMusicChoice } from '../media/hold-music.js';
import { TwilioDevicePort } from '../twilio/twilio-device-port.js';
import type { LogLevel } from '../twilio/voice-sdk.js';
import { LatePhoneKit } from './late-phone-kit.js';
import { warnOfConfiguration } from './warn-of-configuration.js';

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
  /** False keeps no history of calls. Default true. */
  readonly keepsHistory?: boolean;
  /** Told of what nobody foresaw. Default: a warning on the console. */
  readonly reportUnexpected?: (report: string) => void;
}

/** A phone of this page: the core, with the browser and the Voice SDK for its world. Nothing is loaded yet. */
export function createPhone(options: PhoneOptions = {}): CallController {
  const reportUnexpected =
    options.reportUnexpected ?? ((report: string) => console.warn(`twilio-phone: ${report}`));
  const clock = createClock();
  const kit: LatePhoneKit = new LatePhoneKit({
    ...options,
    clock,
    reportUnexpected,
    changeMicrophone: () => device.changeMicrophone(),
    network: () => device,
  });
  const device = new TwilioDevicePort({ ...options, clock, kit });
  const history = new FactHistory(clock);
  const phone: CallController = new CallController({
    device,
    calls: kit,
    tokens: createTokens(options),
    microphone: kit.microphone,
    ringer: kit.ringer,
    audio: kit.audio,
    log: kit.log,
    loadDiagnostics: async (requestToken) => {
      const { createDiagnostics } = await import('./create-diagnostics.js').catch(failLoad);
      return createDiagnostics({ ...options, clock, history, requestToken, controller: phone });
    },
    clock,
    random: Math.random,
    createId: createRandomId,
    reportUnexpected,
  });
  phone.configure({ keepsHistory: options.keepsHistory ?? true });
  const stopWatching = watchWakeUp(clock, () => {
    phone.checkConnection();
    kit.current?.hangUps.check();
  });
  phone.subscribeToFacts((fact) => history.note(fact));
  if (options.logLevel === 'debug') void logLater(phone, history);
  device.subscribe(({ type }) => {
    // Before the first call, and after what it takes to be called.
    if (type === 'registered') kit.prepare();
    if (type !== 'destroyed') return;
    stopWatching();
    kit.destroy();
  });
  warnOfConfiguration(phone);
  return phone;
}

/** The source that the options name, or null when they name none. */
export function createTokens({
  tokenUrl,
  tokenCredentials,
  tokenProvider,
}: TokenOptions): TokenSource | null {
  if (tokenProvider) return createTokenProviderSource(tokenProvider, tokenUrl);
  return tokenUrl ? createTokenSource({ tokenUrl, credentials: tokenCredentials }) : null;
}

/** A phone whose words do not load works without them. */
async function logLater(phone: CallController, history: FactHistory): Promise<void> {
  const module = await import('./log-facts.js').catch(() => null);
  module?.logFacts(phone, history);
}

function failLoad(cause: unknown): never {
  throw new PhoneError('sdk-load-failed', 'A part of the phone did not load.', { cause, recoverable: true });
}
