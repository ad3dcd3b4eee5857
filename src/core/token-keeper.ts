/**
 * Keeps a token that is good to use. One request at a time, with a deadline; a token's age is counted from
 * its receipt by the monotonic clock, so that a wrong clock on the client does no harm.
 */
import { PhoneError } from './phone-error.js';
import type { ClockPort, TokenAnswer, TokenSource } from './ports.js';

/** A request that hangs counts as failed after this long. */
export const TOKEN_REQUEST_TIMEOUT_IN_MILLISECONDS = 8_000;
/** The part of its lifetime after which a token is replaced. */
export const REFRESH_AFTER_FRACTION = 0.75;
/** However short its life, and however often Twilio asks, a token is not replaced sooner than this. */
export const MINIMUM_TOKEN_AGE_IN_MILLISECONDS = 30_000;
/** A token with less than this left is not handed out for something new. */
export const MINIMUM_REMAINING_LIFE_IN_MILLISECONDS = 10_000;

interface HeldToken {
  readonly answer: TokenAnswer;
  readonly receivedAt: number;
}

export class TokenKeeper {
  readonly #clock: ClockPort;
  #source: TokenSource | null;
  #held: HeldToken | null = null;
  #request: { readonly answer: Promise<TokenAnswer>; cancel(reason: PhoneError): void } | null = null;

  constructor(clock: ClockPort, source: TokenSource | null) {
    this.#clock = clock;
    this.#source = source;
  }

  /** Tokens come from elsewhere now; those of the old source are forgotten. */
  setSource(source: TokenSource | null): void {
    this.forget();
    this.#source = source;
  }

  /** Drops the token that is held and the request under way. */
  forget(): void {
    this.#held = null;
    this.#request?.cancel(new PhoneError('token-request-failed', 'The token is no longer wanted.'));
  }

  /** The token held now, while it has some life left. */
  get current(): TokenAnswer | null {
    return this.remainingInMilliseconds > MINIMUM_REMAINING_LIFE_IN_MILLISECONDS
      ? (this.#held?.answer ?? null)
      : null;
  }

  /** Milliseconds until the held token expires; zero without one, endless when it does not say. */
  get remainingInMilliseconds(): number {
    if (!this.#held) return 0;
    const lifetime = lifetimeOf(this.#held.answer);
    return Math.max(0, lifetime - this.#age(this.#held));
  }

  /** Milliseconds until the held token should be replaced; null when it does not say how long it lives. */
  get refreshInMilliseconds(): number | null {
    if (!this.#held || this.#held.answer.lifetimeInSeconds === null) return null;
    const replaceAt = Math.max(
      lifetimeOf(this.#held.answer) * REFRESH_AFTER_FRACTION,
      MINIMUM_TOKEN_AGE_IN_MILLISECONDS,
    );
    return Math.max(0, replaceAt - this.#age(this.#held));
  }

  /** True when the held token is so young that asking for another would only make a storm. */
  get isFresh(): boolean {
    return this.#held !== null && this.#age(this.#held) < MINIMUM_TOKEN_AGE_IN_MILLISECONDS;
  }

  /** The held token when it is good, else a new one. Rejects with a `PhoneError`. */
  async get(): Promise<TokenAnswer> {
    return this.current ?? (await this.renew());
  }

  /** A new token; whoever asks while a request is under way shares its answer. */
  renew(): Promise<TokenAnswer> {
    this.#request ??= this.#begin();
    return this.#request.answer;
  }

  #begin() {
    let cancel: (reason: PhoneError) => void = () => undefined;
    const cancelled = new Promise<never>((_resolve, reject) => (cancel = reject));
    const answer = this.#ask(cancelled, (reason) => cancel(reason)).finally(() => {
      if (this.#request === request) this.#request = null;
    });
    const request = { answer, cancel: (reason: PhoneError) => cancel(reason) };
    return request;
  }

  async #ask(cancelled: Promise<never>, cancel: (reason: PhoneError) => void): Promise<TokenAnswer> {
    const source = this.#source;
    if (!source) throw new PhoneError('token-url-missing', 'There is no token-url and no tokenProvider.');
    const { answer, abort } = source.requestToken();
    const stopWaiting = this.#clock.schedule(TOKEN_REQUEST_TIMEOUT_IN_MILLISECONDS, () => {
      cancel(
        new PhoneError('token-request-timeout', 'The token endpoint did not answer in time.', {
          recoverable: true,
        }),
      );
    });
    try {
      return this.#keep(await Promise.race([answer, cancelled]));
    } catch (error) {
      abort();
      throw error;
    } finally {
      stopWaiting();
    }
  }

  /** An answer that was issued before the held one arrives from some cache: the newer one stays. */
  #keep(answer: TokenAnswer): TokenAnswer {
    const held = this.#held?.answer;
    if (held && held.issuedAt !== null && answer.issuedAt !== null && answer.issuedAt < held.issuedAt) {
      return held;
    }
    this.#held = { answer, receivedAt: this.#clock.monotonicNow() };
    return answer;
  }

  #age(held: HeldToken): number {
    return this.#clock.monotonicNow() - held.receivedAt;
  }
}

function lifetimeOf(answer: TokenAnswer): number {
  return answer.lifetimeInSeconds === null ? Infinity : answer.lifetimeInSeconds * 1000;
}
