/**
 * Keeps a token that is good to use. One request at a time, with a deadline; a token's age is counted from
 * its receipt by the monotonic clock, so that a wrong clock on the client does no harm.
 */
import type { Pending } from './diagnostics.js';
import { Listeners } from './listeners.js';
import { PhoneError } from './phone-error.js';
import type { ClockPort, TokenAnswer, TokenSource } from './ports.js';

/** A request that hangs counts as failed after this long. */
export const TOKEN_REQUEST_TIMEOUT_IN_MILLISECONDS = 8_000;
/** The part of its lifetime after which a token is replaced. */
export const REFRESH_AFTER_FRACTION = 0.75;
/** However short its life, and however often Twilio asks, a token is not replaced sooner than this. */
export const MINIMUM_TOKEN_AGE_IN_MILLISECONDS = 30_000;
/** Twilio's hints that a token will end are followed no more often than this. */
export const MINIMUM_TIME_BETWEEN_HINTS_IN_MILLISECONDS = 60_000;
/** A token with less than this left is not handed out for something new. */
export const MINIMUM_REMAINING_LIFE_IN_MILLISECONDS = 10_000;

interface HeldToken {
  readonly answer: TokenAnswer;
  readonly receivedAt: number;
  /** When the endpoint answered last: later than the receipt when it had nothing newer. */
  readonly checkedAt: number;
  /** Twilio did not take it. */
  readonly isRefused: boolean;
}

interface Request {
  readonly answer: Promise<TokenAnswer>;
  cancel(reason: PhoneError): void;
}

export class TokenKeeper {
  readonly #clock: ClockPort;
  #source: TokenSource | null;
  #held: HeldToken | null = null;
  #request: Request | null = null;

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
    const request = this.#request;
    this.#held = null;
    this.#request = null;
    request?.cancel(forgotten());
  }

  /** Twilio does not take the held token: it is not handed out again, unless Twilio takes it after all. */
  setRefused(isRefused: boolean): void {
    if (this.#held) this.#held = { ...this.#held, isRefused };
  }

  /** The token held now, while it has some life left. */
  get current(): TokenAnswer | null {
    const isGood = this.remainingInMilliseconds > MINIMUM_REMAINING_LIFE_IN_MILLISECONDS;
    return this.#held && isGood ? this.#held.answer : null;
  }

  /** Milliseconds until the held token expires; zero without a good one, endless when it does not say. */
  get remainingInMilliseconds(): number {
    if (!this.#held || this.#held.isRefused) return 0;
    const lifetime = lifetimeOf(this.#held.answer);
    return Math.max(0, lifetime - this.#since(this.#held.receivedAt));
  }

  /** Milliseconds until a token should be asked for: none held, now; endless when the held one does not say. */
  get refreshInMilliseconds(): number {
    if (!this.#held || this.#held.isRefused) return 0;
    const { answer, receivedAt, checkedAt } = this.#held;
    const untilAged = lifetimeOf(answer) * REFRESH_AFTER_FRACTION - this.#since(receivedAt);
    const untilPolite = MINIMUM_TOKEN_AGE_IN_MILLISECONDS - this.#since(checkedAt);
    return Math.max(0, untilAged, untilPolite);
  }

  /** True when the endpoint answered so lately that asking again would only make a storm. */
  get isFresh(): boolean {
    if (this.#held === null) return false;
    return this.#since(this.#held.checkedAt) < MINIMUM_TIME_BETWEEN_HINTS_IN_MILLISECONDS;
  }

  /** The held token when it is good, else a new one. Rejects with a `PhoneError`. */
  async get(): Promise<TokenAnswer> {
    return this.current ?? (await this.renew());
  }

  /** A new token; whoever asks while a request is under way shares its answer. Rejects with a `PhoneError`. */
  renew(): Promise<TokenAnswer> {
    this.#request ??= this.#begin();
    return this.#request.answer;
  }

  /** A token that is neither kept nor shared: to see whether there is one. Rejects with a `PhoneError`. */
  probe(): Pending<TokenAnswer> {
    const failure = new Listeners<PhoneError>();
    return { result: this.#ask(failure), abort: () => failure.emit(forgotten()) };
  }

  #begin(): Request {
    const failure = new Listeners<PhoneError>();
    const answer = this.#ask(failure)
      .then((token) => {
        // Forgotten between its arrival and now, it must not come back.
        if (this.#request !== request) throw forgotten();
        return this.#keep(token);
      })
      .finally(() => {
        if (this.#request === request) this.#request = null;
      });
    const request: Request = { answer, cancel: (reason) => failure.emit(reason) };
    return request;
  }

  async #ask(failure: Listeners<PhoneError>): Promise<TokenAnswer> {
    const source = this.#source;
    if (!source) throw new PhoneError('token-url-missing', 'There is no token-url and no tokenProvider.');
    const failed = new Promise<never>((_resolve, reject) => failure.subscribe(reject));
    const { answer, abort } = source.requestToken();
    const stopWaiting = this.#clock.schedule(TOKEN_REQUEST_TIMEOUT_IN_MILLISECONDS, () =>
      failure.emit(timedOut()),
    );
    try {
      return await Promise.race([answer, failed]);
    } catch (error) {
      abort();
      throw error;
    } finally {
      stopWaiting();
    }
  }

  /** An answer issued before the held one comes from some cache: the held one stays, while it is good. */
  #keep(answer: TokenAnswer): TokenAnswer {
    const now = this.#clock.monotonicNow();
    const { current } = this;
    if (this.#held && current && isOlder(answer, current)) {
      this.#held = { ...this.#held, checkedAt: now };
      return current;
    }
    this.#held = { answer, receivedAt: now, checkedAt: now, isRefused: false };
    return answer;
  }

  #since(moment: number): number {
    return this.#clock.monotonicNow() - moment;
  }
}

function isOlder(answer: TokenAnswer, other: TokenAnswer): boolean {
  return answer.issuedAt !== null && other.issuedAt !== null && answer.issuedAt < other.issuedAt;
}

function lifetimeOf(answer: TokenAnswer): number {
  return answer.lifetimeInSeconds === null ? Infinity : answer.lifetimeInSeconds * 1000;
}

function forgotten(): PhoneError {
  return new PhoneError('token-request-failed', 'The token is no longer wanted.', { recoverable: true });
}

function timedOut(): PhoneError {
  return new PhoneError('token-request-timeout', 'The token endpoint did not answer in time.', {
    recoverable: true,
  });
}
