/**
 * Keeps the phone reachable for as long as it is wanted: a token that is good, a device that is registered,
 * and another try, after a while that grows and is never quite the same, whenever either fails.
 */
import { isAboutConfiguration } from './configuration-trouble.js';
import { LineWatch } from './line-watch.js';
import { isPhoneError, PhoneError } from './phone-error.js';
import type { PhoneErrorCode } from './phone-error.js';
import { activeCalls } from './phone-state.js';
import type { PhoneStore } from './phone-store.js';
import type { DeviceEvent } from './device-machine.js';
import type { TokenKeeper } from './token-keeper.js';
import type { ClockPort, DevicePort, RandomPort, TokenAnswer, Unsubscribe } from './ports.js';

/** No two tries come closer than this. */
export const MINIMUM_RETRY_DELAY_IN_MILLISECONDS = 1_000;
/** The first try's spread; it doubles with each failure. */
export const FIRST_RETRY_SPREAD_IN_MILLISECONDS = 2_000;
export const MAXIMUM_RETRY_SPREAD_IN_MILLISECONDS = 29_000;
/** In a call a token is replaced only when it is about to end: the SDK re-invites the media then. */
export const REFRESH_IN_CALL_BELOW_IN_MILLISECONDS = 60_000;
/** Tokens that Twilio refuses in shorter succession are asked for less and less often. */
export const YOUNG_TOKEN_IN_MILLISECONDS = 60_000;

const tokenErrors: readonly PhoneErrorCode[] = ['token-invalid', 'token-expired', 'incoming-not-allowed'];
/** Trying again cannot help these: somebody has to change something first. */
const finalErrors: readonly PhoneErrorCode[] = [
  'sign-in-required',
  'token-url-missing',
  'token-url-invalid',
  'browser-unsupported',
];

interface RegistrationParts {
  readonly store: PhoneStore;
  readonly device: DevicePort;
  readonly tokens: TokenKeeper;
  readonly clock: ClockPort;
  readonly random: RandomPort;
}

export class Registration {
  readonly #parts: RegistrationParts;
  readonly #line: LineWatch;
  #failures = 0;
  /** When Twilio refused a token last, and how often it did in short succession. */
  #refusedAt = -Infinity;
  #refusals = 0;
  /** The try under way; a newer one makes it stale. */
  #attempt: symbol | null = null;
  /** The device's answer that is waited for; what an older one still says does not count. */
  #registering: symbol | null = null;
  #cancelRetry: Unsubscribe = () => undefined;
  #cancelRefresh: Unsubscribe = () => undefined;

  constructor(parts: RegistrationParts) {
    this.#parts = parts;
    this.#line = new LineWatch({ ...parts, onSilence: () => this.#hearSilence() });
  }

  /** How long Twilio has said nothing; null while there is nothing to hear. */
  get silenceInMilliseconds(): number | null {
    return this.#line.silenceInMilliseconds;
  }

  /** The phone is wanted: register, and stay so. */
  start(): void {
    this.#parts.store.setDevice({ isWanted: true, isSignInRequired: false, error: null });
    void this.#try();
  }

  /** The phone is not wanted: no more tries, no more tokens. */
  stop(): void {
    this.#attempt = null;
    this.#registering = null;
    this.#cancelRetry();
    this.#cancelRefresh();
    this.#failures = 0;
    this.#parts.store.setDevice({ isWanted: false, retryAt: null });
  }

  /** Something has changed outside (awake, online, visible): look at once. */
  check(): void {
    const { store, tokens } = this.#parts;
    if (!this.#isWanted) return;
    if (store.getState().device.status !== 'registered') return void this.#try();
    this.#line.look();
    if (tokens.refreshInMilliseconds === 0) void this.#refresh();
  }

  /** Tokens come from elsewhere now: whatever was under way is stale. */
  restart(): void {
    if (!this.#isWanted) return;
    this.#attempt = null;
    this.#failures = 0;
    this.#parts.store.setDevice({ isSignInRequired: false });
    void this.#refresh();
  }

  /** A token for something new, such as a call. Rejects with a `PhoneError`. */
  async token(): Promise<TokenAnswer> {
    const { store, tokens } = this.#parts;
    const held = tokens.current;
    const answer = await tokens.get();
    // An endpoint that answers asks for no signing in any more.
    if (answer !== held && store.getState().device.isSignInRequired) {
      store.setDevice({ isSignInRequired: false, error: null });
    }
    this.#scheduleRefresh();
    return answer;
  }

  /** What the device reported, after the state has it. */
  hear(event: DeviceEvent): void {
    if (event.type === 'registered') this.#settle();
    if (this.#parts.store.getState().device.status !== 'registered') this.#line.stop();
    if (event.type === 'tokenWillExpire' && !this.#parts.tokens.isFresh) this.#refreshByItself();
    if (event.type === 'error' && this.#mayAsk && isAboutToken(event.error)) this.#retryWithAnotherToken();
  }

  /** The last call is over: what waited for that may happen now. */
  hearCallsEnded(): void {
    if (this.#parts.tokens.refreshInMilliseconds === 0) this.#refreshByItself();
  }

  /** It is not known whether calls would arrive: that is no readiness. */
  #hearSilence(): void {
    this.#parts.device.dropConnection();
    void this.#try();
  }

  /** Registers with the token that is held, or with a new one. */
  #try(): Promise<void> {
    return this.#run(() => this.#parts.tokens.get());
  }

  /** A new token, at once or, in a call, when the old one is about to end. */
  async #refresh(): Promise<void> {
    const { store, tokens } = this.#parts;
    const isInCall = activeCalls(store.getState()).length > 0;
    const canWaitFor = tokens.remainingInMilliseconds - REFRESH_IN_CALL_BELOW_IN_MILLISECONDS;
    // Where a token does not say how long it lives, Twilio's word that it ends is all there is.
    if (isInCall && canWaitFor > 0 && Number.isFinite(canWaitFor)) this.#refreshIn(canWaitFor);
    else await this.#run(() => tokens.renew());
  }

  /** Nobody asked for it: while the page has to sign in, it would be refused again. */
  #refreshByItself(): void {
    if (this.#mayAsk) void this.#refresh();
  }

  async #run(ask: () => Promise<TokenAnswer>): Promise<void> {
    if (this.#attempt) return;
    const attempt = (this.#attempt = Symbol('attempt'));
    this.#cancelRetry();
    this.#parts.store.setDevice({ retryAt: null });
    try {
      const answer = await ask();
      if (this.#attempt === attempt) this.#handOver(answer);
    } catch (error) {
      if (this.#attempt === attempt) this.#fail(error);
    } finally {
      if (this.#attempt === attempt) this.#attempt = null;
    }
  }

  /** A device that is registered only lacks the token; any other has to register with it. */
  #handOver(answer: TokenAnswer): void {
    const { store, device } = this.#parts;
    if (answer.isIncomingAllowed === false) throw incomingNotAllowed();
    if (store.getState().device.status === 'registered') {
      device.updateToken(answer);
      store.setDevice({ error: null, isSignInRequired: false, isConfigured: true });
    } else {
      this.#register(answer);
    }
    this.#scheduleRefresh();
  }

  /** Not awaited: the SDK may leave a registration pending for ever. `registered` is the fact. */
  #register(answer: TokenAnswer): void {
    const registering = (this.#registering = Symbol('registering'));
    this.#parts.device.register(answer).catch((error: unknown) => {
      if (this.#registering === registering) this.#fail(error);
    });
  }

  #fail(reason: unknown): void {
    const { store } = this.#parts;
    const error = isPhoneError(reason) ? reason : registrationFailed(reason);
    const isSignInRequired = error.code === 'sign-in-required';
    const isKnown = isSignInRequired && store.getState().device.isSignInRequired;
    const isConfigured = !isAboutConfiguration(error, store.getState().device);
    store.setDevice({ error, isSignInRequired, isConfigured });
    if (finalErrors.includes(error.code)) this.#rest();
    else if (isAboutToken(error)) this.#retryWithAnotherToken();
    else this.#retryLater();
    if (isKnown) return;
    const type = isSignInRequired ? 'device-auth-required' : 'device-error';
    store.tell({ type, device: store.getState().device, error });
  }

  /** Nothing is tried until somebody asks for it. */
  #rest(): void {
    this.#cancelRetry();
    this.#cancelRefresh();
    this.#parts.store.setDevice({ retryAt: null });
  }

  /** Twilio does not take the token. Another one is asked for, with patience: it may be no better. */
  #retryWithAnotherToken(): void {
    this.#parts.tokens.setRefused(true);
    this.#countRefusal();
    this.#cancelRefresh();
    this.#retryLater();
  }

  /** Tokens that die young would each begin with the short wait again: Twilio takes them at first. */
  #countRefusal(): void {
    if (this.#parts.store.getState().device.retryAt !== null) return;
    const now = this.#parts.clock.monotonicNow();
    this.#refusals = now - this.#refusedAt < YOUNG_TOKEN_IN_MILLISECONDS ? this.#refusals + 1 : 0;
    this.#refusedAt = now;
    this.#failures = Math.max(this.#failures, this.#refusals);
  }

  /** One retry waits at a time, however many reports there are of what made it necessary. */
  #retryLater(): void {
    const { clock, random, store } = this.#parts;
    if (store.getState().device.retryAt !== null) return;
    const spread = Math.min(
      MAXIMUM_RETRY_SPREAD_IN_MILLISECONDS,
      FIRST_RETRY_SPREAD_IN_MILLISECONDS * 2 ** this.#failures,
    );
    const delay = MINIMUM_RETRY_DELAY_IN_MILLISECONDS + Math.round(random() * spread);
    this.#failures += 1;
    this.#cancelRetry = clock.schedule(delay, () => this.#retry());
    store.setDevice({ retryAt: clock.now() + delay });
  }

  /** A device that is registered only lacked a fresh token. */
  #retry(): void {
    const { store } = this.#parts;
    store.setDevice({ retryAt: null });
    if (store.getState().device.status === 'registered') void this.#refresh();
    else void this.#try();
  }

  /** The device is registered: Twilio takes the token. */
  #settle(): void {
    this.#failures = 0;
    this.#registering = null;
    this.#cancelRetry();
    this.#parts.tokens.setRefused(false);
    this.#line.start();
    this.#scheduleRefresh();
  }

  #scheduleRefresh(): void {
    const delay = this.#parts.tokens.refreshInMilliseconds;
    if (this.#isWanted && Number.isFinite(delay)) this.#refreshIn(delay);
    else this.#cancelRefresh();
  }

  /** A token that has done its time was a good one: only what fails after it counts. */
  #refreshIn(delay: number): void {
    this.#cancelRefresh();
    this.#cancelRefresh = this.#parts.clock.schedule(delay, () => {
      this.#failures = 0;
      void this.#refresh();
    });
  }

  get #isWanted(): boolean {
    return this.#parts.store.getState().device.isWanted;
  }

  /** Whether tokens may be asked for without anybody having asked for it. */
  get #mayAsk(): boolean {
    return this.#isWanted && !this.#parts.store.getState().device.isSignInRequired;
  }
}

function isAboutToken(error: PhoneError): boolean {
  return tokenErrors.includes(error.code);
}

function incomingNotAllowed(): PhoneError {
  const message = 'The token lets no calls come: its voice grant lacks incomingAllow.';
  return new PhoneError('incoming-not-allowed', message, { recoverable: true });
}

function registrationFailed(cause: unknown): PhoneError {
  return new PhoneError('registration-failed', 'The phone could not register.', { cause, recoverable: true });
}
