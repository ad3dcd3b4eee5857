import type { CallController } from '../../core/call-controller.js';
import type { ClockPort, TokenSource } from '../../core/ports.js';

/** What a token endpoint answers, or the page's own function in its stead. */
export interface ProvidedToken {
  readonly token: string;
  /** Twilio's edge location to use. */
  readonly edge?: string;
}

/** The page's own way to a token. The signal aborts when nobody waits for it any more. */
export type TokenProvider = (signal: AbortSignal) => Promise<ProvidedToken>;

export type TokenCredentials = 'same-origin' | 'include' | 'omit';
export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/** Where tokens come from. A provider wins over an address. */
export interface TokenSettings {
  readonly tokenUrl: string | null;
  readonly tokenCredentials: TokenCredentials;
  readonly tokenProvider: TokenProvider | null;
}

/** What a phone is made from. */
export interface PhoneSettings extends TokenSettings {
  /** Twilio's edge location, or a list of them by commas; null leaves it to Twilio. */
  readonly edge: string | null;
  readonly logLevel: LogLevel;
  /** Whether the SDK may report to Twilio's event gateway how calls went. */
  readonly publishEvents: boolean;
}

/** Makes phones. It is handed to `<twilio-phone>`, which knows neither the SDK nor the browser's devices. */
export interface PhoneComposer {
  readonly clock: ClockPort;
  createController(settings: PhoneSettings): CallController;
  createTokenSource(settings: TokenSettings): TokenSource | null;
}
