/**
 * Keeps the phone reachable for as long as it is wanted: a token that is good, a device that is registered,
 * and another try, after a while that grows and is never quite the same, whenever either fails.
 */
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

const tokenErrors: readonly PhoneErrorCode[] = ['token-invalid', 'token-expired'];
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
  #failures = 0;
  /** The try under way; a newer one makes it stale. */
  #attempt: symbol | null = null;
  #cancelRetry: Unsubscribe = () => undefined;
  #cancelRefresh: Unsubscribe = () => undefined;

  constructor(parts: RegistrationParts) {
    this.#parts = parts;
  }

  /** The phone is wanted: register, and stay so. */
  start(): void {
    this.#parts.store.setDevice({ isWanted: true, isSignInRequired: false, error: null });
    void this.#try();
  }

  /** The phone is not wanted: no more tries, no more tokens. */
  stop(): void {
    this.#attempt = null;
    this.#cancelRetry();
    this.#cancelRefresh();
    this.#failures = 0;
    this.#parts.store.setDevice({ isWanted: false, retryAt: null });
  }

  /** Something has changed outside (awake, online, visible, another token source): look at once. */
  check(): void {
    const { device } = this.#parts.store.getState();
    if (!device.isWanted) return;
    if (device.status !== 'registered') void this.#try();
    else if (this.#parts.tokens.refreshInMilliseconds === 0) void this.#refresh();
  }

  /** Tokens come from elsewhere now: whatever was under way is stale. */
  restart(): void {
    this.#attempt = null;
    if (!this.#isWanted) return;
    if (this.#parts.store.getState().device.status === 'registered') void this.#refresh();
    else void this.#try();
  }

  /** A token for something new, such as a call. Rejects with a `PhoneError`. */
  async token(): Promise<TokenAnswer> {
    const answer = await this.#parts.tokens.get();
    this.#scheduleRefresh();
    return answer;
  }

  /** What the device reported, after the state has it. */
  hear(event: DeviceEvent): void {
    if (event.type === 'registered') this.#settle();
    if (event.type === 'tokenWillExpire' && !this.#parts.tokens.isFresh) void this.#refresh();
    if (event.type === 'error' && tokenErrors.includes(event.error.code)) this.#replaceToken();
  }

  /** The last call is over: what waited for that may happen now. */
  hearCallsEnded(): void {
    if (this.#parts.tokens.refreshInMilliseconds === 0) void this.#refresh();
  }

  async #try(): Promise<void> {
    if (this.#attempt) return;
    const attempt = (this.#attempt = Symbol('attempt'));
    this.#cancelRetry();
    this.#parts.store.setDevice({ retryAt: null });
    try {
      const answer = await this.token();
      if (this.#attempt === attempt) this.#register(answer);
    } catch (error) {
      if (this.#attempt === attempt) this.#fail(error);
    } finally {
      if (this.#attempt === attempt) this.#attempt = null;
    }
  }

  /** Not awaited: the SDK may leave a registration pending for ever. `registered` is the fact. */
  #register(answer: TokenAnswer): void {
    this.#parts.device.register(answer).catch((error: unknown) => this.#fail(error));
  }

  async #refresh(): Promise<void> {
    const { store, tokens, device } = this.#parts;
    const isInCall = activeCalls(store.getState()).length > 0;
    if (isInCall && tokens.remainingInMilliseconds > REFRESH_IN_CALL_BELOW_IN_MILLISECONDS) {
      this.#refreshIn(tokens.remainingInMilliseconds - REFRESH_IN_CALL_BELOW_IN_MILLISECONDS);
      return;
    }
    try {
      const answer = await tokens.renew();
      if (!this.#isWanted) return;
      device.updateToken(answer);
      this.#failures = 0;
      store.setDevice({ error: null, isSignInRequired: false });
      this.#scheduleRefresh();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Twilio does not take the token. Another one is asked for, with patience: it may be no better. */
  #replaceToken(): void {
    if (!this.#isWanted) return;
    this.#parts.tokens.forget();
    this.#retryLater();
  }

  #fail(reason: unknown): void {
    if (!this.#isWanted) return;
    const { store } = this.#parts;
    const error = isPhoneError(reason)
      ? reason
      : new PhoneError('registration-failed', 'The phone could not register.', {
          cause: reason,
          recoverable: true,
        });
    const isSignInRequired = error.code === 'sign-in-required';
    store.setDevice({ error, isSignInRequired, retryAt: null });
    if (!finalErrors.includes(error.code)) this.#retryLater();
    const type = isSignInRequired ? 'device-auth-required' : 'device-error';
    store.tell({ type, device: store.getState().device, error });
  }

  #retryLater(): void {
    const { clock, random, store } = this.#parts;
    const spread = Math.min(
      MAXIMUM_RETRY_SPREAD_IN_MILLISECONDS,
      FIRST_RETRY_SPREAD_IN_MILLISECONDS * 2 ** this.#failures,
    );
    const delay = MINIMUM_RETRY_DELAY_IN_MILLISECONDS + Math.round(random() * spread);
    this.#failures += 1;
    this.#cancelRetry();
    this.#cancelRetry = clock.schedule(delay, () => void this.#retry());
    store.setDevice({ retryAt: clock.now() + delay });
  }

  /** A device that is registered only lacked a fresh token. */
  async #retry(): Promise<void> {
    if (this.#parts.store.getState().device.status !== 'registered') return this.#try();
    this.#parts.store.setDevice({ retryAt: null });
    return this.#refresh();
  }

  #settle(): void {
    this.#failures = 0;
    this.#cancelRetry();
    this.#scheduleRefresh();
  }

  #scheduleRefresh(): void {
    const delay = this.#parts.tokens.refreshInMilliseconds;
    if (delay === null || !this.#isWanted) this.#cancelRefresh();
    else this.#refreshIn(delay);
  }

  #refreshIn(delay: number): void {
    this.#cancelRefresh();
    this.#cancelRefresh = this.#parts.clock.schedule(delay, () => void this.#refresh());
  }

  get #isWanted(): boolean {
    return this.#parts.store.getState().device.isWanted;
  }
}
