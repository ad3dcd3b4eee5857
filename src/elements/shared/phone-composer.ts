import type { AttentionMaker } from '../../core/call-attention.js';
import type { CallController } from '../../core/call-controller.js';
import type { ClockPort, TokenSource } from '../../core/ports.js';

/** What a token endpoint answers, or the page's own function in its stead. */
export interface ProvidedToken {
  readonly token: string;
  /** Twilio's edge location to use. */
  readonly edge?: string;
  /** What the backend does for a call (`end`, `hold`, `transfer`, `record`), and at which address. */
  readonly actions?: { readonly url: string; readonly methods: readonly string[] };
  /** The backend answers a call with the parameter `preflight` by an echo, so that a phone can be checked. */
  readonly preflight?: boolean;
}

/** The page's own way to a token. The signal aborts when nobody waits for it any more. */
export type TokenProvider = (signal: AbortSignal) => Promise<ProvidedToken>;

export type TokenCredentials = 'same-origin' | 'include' | 'omit';
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

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
  /** Whether calls that are over are kept. */
  readonly keepsHistory: boolean;
  /** Asked whenever music is needed, so that it may change between calls. */
  readonly chooseHoldMusic: () => HoldMusicChoice;
}

/** What a caller on hold hears. */
export interface HoldMusicChoice {
  /** An http(s) address of a file that the browser can play; null for the phone's own music. */
  readonly url: string | null;
  /** True for silence. */
  readonly isSilent: boolean;
}

/** Makes phones, once it is loaded. */
export interface PhoneMaker {
  createPhone(settings: PhoneSettings): CallController;
  createTokens(settings: TokenSettings): TokenSource | null;
}

/** What outlives the page of where its docks stand. Neither method throws. */
export interface DockMemory {
  load(): unknown;
  save(value: unknown): void;
}

/**
 * What `<twilio-phone>` needs and may not import: it knows neither the SDK nor the browser's devices, and what
 * is not painted first is loaded when it is needed.
 */
export interface PhoneComposer {
  readonly clock: ClockPort;
  /** Without one a dock forgets with the page that it was moved or minimised. */
  readonly dockMemory?: DockMemory;
  /** Loads what makes phones. May be asked again after it failed. */
  loadMaker(): Promise<PhoneMaker>;
  /** Loads what makes a ring hard to miss: once calls can come. */
  loadAttention(): Promise<AttentionMaker>;
  /** Loads and defines the phone's parts, by tag: once calls can come, and before one does. May be asked again. */
  readonly parts: Readonly<Record<PhonePart, () => Promise<unknown>>>;
}

/** The elements of the whole phone that are not painted first. */
export type PhonePart =
  | 'incoming-call-toast'
  | 'call-controls'
  | 'call-quality'
  | 'call-feedback'
  | 'phone-dialer'
  | 'phone-panels'
  | 'phone-trouble';
