import type { Account } from './account.js';
import { checkAccessToken } from './access-token.js';
import type { Log } from './log.js';
import type { Misbehaviour, OrderedError } from './misbehaviour.js';
import type { Registrar } from './registrar.js';
import type { Frame, SignallingConnection } from './signalling-connection.js';
import { TwilioError } from './twilio-error.js';

interface ClientSessionsOptions {
  readonly account: Account;
  readonly registrar: Registrar<SignallingConnection>;
  readonly misbehaviour: Misbehaviour;
  readonly log: Log;
}

/** Who a socket speaks for and whether it wants to be rung: the frames `listen` and `register`. */
export class ClientSessions {
  readonly #account: Account;
  readonly #registrar: Registrar<SignallingConnection>;
  readonly #misbehaviour: Misbehaviour;
  readonly #log: Log;
  readonly #expiredTokens = new Set<string>();
  readonly #expiryTimers = new Map<SignallingConnection, NodeJS.Timeout>();

  constructor({ account, registrar, misbehaviour, log }: ClientSessionsOptions) {
    this.#account = account;
    this.#registrar = registrar;
    this.#misbehaviour = misbehaviour;
    this.#log = log;
  }

  /** `listen` comes on each new socket, and again on the same one with each new token (pstream.js:138-166). */
  listen(connection: SignallingConnection, payload: Frame['payload']): void {
    const ordered = this.#misbehaviour.takeError('listen');
    if (ordered) {
      sendError(connection, ordered);
      return;
    }
    try {
      this.#admit(connection, payload);
    } catch (error) {
      if (!(error instanceof TwilioError)) throw error;
      this.#log({ level: 'error', code: error.code, message: error.message, callSid: null });
      sendError(connection, error);
    }
  }

  /** `register` says whether this client takes calls; it is repeated every 30 s (device.js:1279). */
  register(connection: SignallingConnection, payload: Frame['payload']): void {
    const ordered = this.#misbehaviour.takeError('register');
    const refusal = ordered ?? this.refusalOf(connection);
    if (refusal) {
      sendError(connection, refusal);
      return;
    }
    if (wantsCalls(payload)) this.#takeCalls(connection);
    else this.#takeNoCalls(connection);
  }

  /** Why this connection may do nothing now, or null. */
  refusalOf(connection: SignallingConnection): TwilioError | null {
    const { session } = connection;
    // A register that overtakes its listen earns 31204 (pstream.js, at `register`).
    if (!session) return new TwilioError(31204, 'no token was presented');
    const isOver = session.token.expiresAtInSeconds <= Date.now() / 1000;
    return isOver || this.#expiredTokens.has(session.rawToken) ? new TwilioError(31205) : null;
  }

  /** From now on these connections' tokens count as expired. */
  expireToken(connection: SignallingConnection): void {
    if (!connection.session) return;
    this.#expiredTokens.add(connection.session.rawToken);
    this.#tellExpired(connection);
  }

  leave(connection: SignallingConnection): void {
    clearTimeout(this.#expiryTimers.get(connection));
    this.#expiryTimers.delete(connection);
    this.#registrar.unregister(connection);
  }

  #admit(connection: SignallingConnection, { token: rawToken, reconnectTimeout }: Frame['payload']): void {
    const token = checkAccessToken(rawToken, this.#account, Date.now() / 1000);
    if (this.#expiredTokens.has(String(rawToken))) throw new TwilioError(31205);
    // Another person at the same socket does not inherit the first one's registration.
    if (connection.identity !== null && connection.identity !== token.identity) {
      this.#registrar.unregister(connection);
    }
    connection.session = { token, rawToken: String(rawToken) };
    connection.reconnectTimeoutInMilliseconds = Number(reconnectTimeout ?? 0) * 1000;
    this.#watchExpiry(connection);
    connection.send('connected', {
      region: 'us1',
      // The edge named here is where the SDK looks first when it reconnects (device.js:299-306): with the one
      // it came from, a dropped call is back soonest.
      edge: 'roaming',
      home: 'us1',
      gateway: 'local-twilio',
      token: {
        accountSid: this.#account.accountSid,
        identity: token.identity,
        ttl:
          this.#misbehaviour.claimedLifetimeInSeconds ??
          Math.floor(token.expiresAtInSeconds - Date.now() / 1000),
      },
    });
  }

  #takeCalls(connection: SignallingConnection): void {
    const token = connection.session?.token;
    if (!token?.mayTakeCalls) {
      sendError(connection, new TwilioError(31201, 'the token grants no incoming calls'));
      return;
    }
    this.#registrar.register(token.identity, connection);
    connection.send('ready', {});
  }

  #takeNoCalls(connection: SignallingConnection): void {
    this.#registrar.unregister(connection);
    connection.send('offline', {});
  }

  #watchExpiry(connection: SignallingConnection): void {
    clearTimeout(this.#expiryTimers.get(connection));
    const lifetime = (connection.session?.token.expiresAtInSeconds ?? 0) * 1000 - Date.now();
    const timer = setTimeout(() => this.#tellExpired(connection), lifetime);
    // Nobody waits for a token to run out.
    timer.unref();
    this.#expiryTimers.set(connection, timer);
  }

  /** Calls go on; only the registration is over. */
  #tellExpired(connection: SignallingConnection): void {
    this.#registrar.unregister(connection);
    sendError(connection, new TwilioError(31205));
  }
}

/** An error about the connection; the SDK's Device emits it. */
export function sendError(connection: SignallingConnection, error: OrderedError): void {
  const { code, message, retryAfterInSeconds } = error;
  const retryAfter = retryAfterInSeconds === undefined ? {} : { retryAfter: retryAfterInSeconds };
  connection.send('error', { error: { code, message, ...retryAfter } });
}

function wantsCalls(payload: Frame['payload']): boolean {
  const { media } = payload as { media?: { audio?: unknown } };
  return media?.audio === true;
}
