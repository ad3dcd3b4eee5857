import { PhoneError } from '../core/phone-error.js';
import type { CallPortEvent, ClockPort, Unsubscribe } from '../core/ports.js';
import { isSeekingFirstPath } from './restart-ice.js';
import { toPhoneError } from './to-phone-error.js';
import type { VoiceSdkCall } from './voice-sdk.js';

/**
 * Sound finds its way within a second or two, or not at all: then a firewall keeps it out. The SDK says so only
 * when the browser gives up, in Chromium 20 seconds after the answer.
 */
export const FIRST_PATH_WITHIN_IN_MILLISECONDS = 8_000;

interface CallConnectionParts {
  readonly clock: ClockPort;
  /** While it does, nobody has to know of its connection. */
  readonly isRingingHere: () => boolean;
  readonly tell: (event: CallPortEvent) => void;
}

/** The connection of one call: lost, or never had, and there again; each told once. */
export class CallConnection {
  readonly #call: VoiceSdkCall;
  readonly #parts: CallConnectionParts;
  #isReconnecting = false;
  #cancel: Unsubscribe = () => undefined;

  constructor(call: VoiceSdkCall, parts: CallConnectionParts) {
    this.#call = call;
    this.#parts = parts;
    call.on('accept', () => this.#expectPath());
    call.on('reconnecting', (error) => this.#lose(error));
    call.on('reconnected', () => this.#find());
    call.on('sample', ({ packetsReceived }) => this.#hearPackets(packetsReceived));
  }

  /** The call is over. */
  stop(): void {
    this.#cancel();
  }

  #expectPath(): void {
    this.#cancel();
    this.#cancel = this.#parts.clock.schedule(FIRST_PATH_WITHIN_IN_MILLISECONDS, () => {
      if (isSeekingFirstPath(this.#call)) this.#lose(noPath());
    });
  }

  /** Said again at each failed attempt; told once. */
  #lose(error: unknown): void {
    if (this.#isReconnecting || this.#parts.isRingingHere()) return;
    this.#isReconnecting = true;
    this.#parts.tell({
      type: 'reconnecting',
      error: error === undefined ? null : toPhoneError(error, 'connection-failed'),
    });
  }

  /** `status()` still says reconnecting while this is told. */
  #find(): void {
    this.#isReconnecting = false;
    this.#parts.tell({ type: 'reconnected' });
  }

  /** The SDK does not say of a path that it did not miss yet that it is found. */
  #hearPackets(packetsReceived: number): void {
    if (this.#isReconnecting && packetsReceived > 0 && this.#call.status() === 'open') this.#find();
  }
}

function noPath(): PhoneError {
  const message = 'The sound of the call has found no way through the network yet.';
  return new PhoneError('media-failed', message, { recoverable: true });
}
