/**
 * What the core needs of the world outside, and no more. Each port is spoken in core's own types, so that
 * the core runs, and is tested, without a browser, without the SDK and without waiting.
 */
import type { CallFeedback } from './call-feedback.js';
import type { CallQuality, CallQualitySummary } from './call-quality.js';
import type { PhoneError } from './phone-error.js';
import type { CallDirection } from './phone-state.js';

/** Something that takes a listener and hands back how to take it off again. */
export type Unsubscribe = () => void;

/** Time as an argument. Nothing in core may look at a clock or set a timer by itself. */
export interface ClockPort {
  /** Wall clock, milliseconds since the epoch: for what a person reads. It may jump. */
  now(): number;
  /** Monotonic milliseconds: for measuring how long. It never jumps, and counts time asleep. */
  monotonicNow(): number;
  /** Calls back once after so many milliseconds; the answer cancels it. */
  schedule(delayInMilliseconds: number, callback: () => void): Unsubscribe;
}

/** Chance as an argument: a number from 0 (inclusive) to 1 (exclusive). */
export type RandomPort = () => number;

/** Names for new calls, each different from all before. */
export type IdPort = () => string;

/** What a backend may do for a call, by the names that its answer says. */
export type CallAction = 'end' | 'hold' | 'transfer' | 'record';

/** Where the backend does it, and which of it. */
export interface OfferedCallActions {
  /** An http(s) address. */
  readonly url: string;
  readonly methods: readonly CallAction[];
}

/** What a token endpoint answered. Only `token` is required of it: the guide's own endpoint works. */
export interface TokenAnswer {
  /** Never logged, never stored, never in an event. */
  readonly token: string;
  /** From the token's own issue and expiry times; null when it does not say. Seconds. */
  readonly lifetimeInSeconds: number | null;
  /** When it was issued by the server's clock, seconds since the epoch: tells an older answer from a newer. */
  readonly issuedAt: number | null;
  /** Twilio's edge location to use, when the backend names one. */
  readonly edge: string | null;
  /** False when the token itself says that no calls may come with it; absent when it does not say. */
  readonly isIncomingAllowed?: boolean;
  /** What the backend does for a call; absent where it offers nothing. */
  readonly actions?: OfferedCallActions;
  /** True when the backend answers a call with the parameter `preflight` by an echo. */
  readonly isTestCallOffered?: boolean;
}

/** What a backend does for a call that this phone cannot do, or cannot do now. */
export interface CallActionsPort {
  isOffered(action: CallAction): boolean;
  /** Ends a call there. Resolves to false when it may help to ask again; never rejects. */
  end(callSid: string): Promise<boolean>;
}

/** Something that outlives the page. */
export interface MemoryPort<Value> {
  /** What was saved last, whoever did; undefined when nothing was, or when it cannot be read. */
  load(): unknown;
  save(value: Value): void;
}

/** Where tokens come from: an address, or the page's own function. */
export interface TokenSource {
  /** Rejects with a `PhoneError` (`token-…`, `sign-in-required`). `abort()` makes it reject soon. */
  requestToken(): { readonly answer: Promise<TokenAnswer>; abort(): void };
}

/** The microphone, asked for before a call is answered so that a refusal does not cost the caller. */
export interface MicrophonePort {
  /** Resolves when the microphone is open and will be used by the next call. Rejects with `microphone-…`. */
  acquire(): Promise<void>;
  /** Whether it would open without the browser asking the person. */
  isGranted(): Promise<boolean>;
  /** Lets go of a microphone that no call took over. */
  release(): void;
}

/** Our own ring. The SDK's is switched off: it holds the toast back while it waits for its sound. */
export interface RingerPort {
  /** Rings until `stop()`. Asked while it rings, it goes on. */
  start(): void;
  stop(): void;
  /** Says, by a sound that is not the ring, that the phone is about to answer by itself. */
  announce(): void;
  /** Tells whether the browser keeps the page silent until the person clicks; called at each change. */
  subscribe(listener: (isSoundBlocked: boolean) => void): Unsubscribe;
}

/** What the SDK's device reported. `status` events carry Twilio's `Device.State` names. */
export type DevicePortEvent =
  | { readonly type: 'unregistered' }
  | { readonly type: 'registering' }
  | { readonly type: 'registered'; readonly identity: string | null; readonly edge: string | null }
  | { readonly type: 'destroyed' }
  | { readonly type: 'tokenWillExpire' }
  | { readonly type: 'error'; readonly error: PhoneError }
  | { readonly type: 'incoming'; readonly call: CallPort };

/**
 * What a call reported, by Twilio's names; `connecting`, `ignore`, `hold`, `hold-available`, `feedback` and
 * `talking-while-muted` are our port's own.
 */
export type CallPortEvent =
  | { readonly type: 'connecting' }
  /** `parameters` are those known now: Twilio names an outgoing call's CallSid here. */
  | { readonly type: 'ringing'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly type: 'accept'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly type: 'reconnecting'; readonly error: PhoneError | null }
  | { readonly type: 'reconnected' }
  | { readonly type: 'mute'; readonly isMuted: boolean }
  | { readonly type: 'hold'; readonly isOnHold: boolean }
  | { readonly type: 'hold-available'; readonly isHoldAvailable: boolean }
  | { readonly type: 'talking-while-muted'; readonly isTalking: boolean }
  | { readonly type: 'warning'; readonly name: string }
  | { readonly type: 'warning-cleared'; readonly name: string }
  | { readonly type: 'error'; readonly error: PhoneError }
  /** What a person said of the call is with Twilio. */
  | { readonly type: 'feedback'; readonly feedback: CallFeedback }
  | { readonly type: 'cancel' }
  | { readonly type: 'reject' }
  | { readonly type: 'ignore' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'transportClose' };

/** One call of the SDK. Commands return at once; what becomes of them arrives as an event. */
export interface CallPort {
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  /** Twilio's parameters and the custom ones, as known when the call began. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Now; `hold-available` tells when it changes. */
  readonly isHoldAvailable: boolean;
  /** False where nothing may be told to Twilio's event gateway. */
  readonly isFeedbackPossible: boolean;
  /** Whatever happened before anybody listened is told to the first listener, at once. */
  subscribe(listener: (event: CallPortEvent) => void): Unsubscribe;
  accept(): void;
  reject(): void;
  ignore(): void;
  disconnect(): void;
  mute(shouldMute: boolean): void;
  /** Answered by `hold` in any case: with the old state where it is not available. */
  hold(shouldHold: boolean): void;
  sendDigits(digits: string): void;
  /** Does what can be done for sound that does not come or go. Rejects with a `PhoneError`. */
  reconnectSound(): Promise<void>;
  /** For a call that is over. Answered by `feedback`; rejects with a `PhoneError`. */
  sendFeedback(feedback: CallFeedback): Promise<void>;
  /** Called at once, and again each second, with the last two minutes, the oldest first. */
  watchQuality(listener: (samples: readonly CallQuality[]) => void): Unsubscribe;
  /** The whole call so far. */
  summarizeQuality(): CallQualitySummary;
}

/** The SDK's device. It may be rebuilt behind this port any number of times. */
export interface DevicePort {
  /**
   * When Twilio last said anything, a mere heartbeat included, by the clock's monotonic time; null while nothing
   * connects this phone to it. A question and no event: it changes every few seconds.
   */
  readonly lastWordAt: number | null;
  subscribe(listener: (event: DevicePortEvent) => void): Unsubscribe;
  /** Loads the SDK when needed and registers; settles when the attempt is over. `registered` is the fact. */
  register(answer: TokenAnswer): Promise<void>;
  /** Withdraws a registration, also one under way. `unregistered` is the fact, where it changes anything. */
  unregister(): Promise<void>;
  /** Gives up a connection that is dead, with what rings on it. `unregistered` is the fact, told at once. */
  dropConnection(): void;
  /** Hands a fresh token to a device that lives; does nothing when there is none. */
  updateToken(answer: TokenAnswer): void;
  /** Places a call, registered or not. `parameters` reach the voice webhook; `To` is the number. */
  makeCall(answer: TokenAnswer, parameters: Readonly<Record<string, string>>): Promise<CallPort>;
  /** Ends every call and reports `destroyed` before it returns; a `makeCall()` under way rejects. */
  destroy(): void;
}
