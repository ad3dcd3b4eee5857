import { MediaPath } from './media/media-path.js';
import type { MediaLoss } from './media/media-path.js';

/** Frames that local Twilio can be told to keep back, be late with, or answer with an error. */
export type RefusableFrame = 'listen' | 'register' | 'invite';

/** What a test may ask for. Each lasts until `behave`, unless it says otherwise. */
export type MisbehaviourRequest =
  /** Closes the sockets of one identity, or all: `clean` with code 1001, `abrupt` without a word. Once. */
  | { readonly do: 'drop-sockets'; readonly how: 'clean' | 'abrupt'; readonly identity?: string }
  /** New sockets are refused. */
  | { readonly do: 'refuse-sockets' }
  /** New sockets are neither opened nor refused: whoever comes meanwhile waits for ever. */
  | { readonly do: 'stall-sockets' }
  /** The sockets of one identity, or all, stay open, and nothing passes them any more. New ones are good. Once. */
  | { readonly do: 'half-open'; readonly identity?: string }
  /** Drops all sockets abruptly, so many times, once in each interval. */
  | { readonly do: 'flap'; readonly times: number; readonly everyMilliseconds: number }
  /** Drops all sockets, refuses new ones for so long, and then answers. */
  | { readonly do: 'be-away'; readonly forMilliseconds: number }
  /** Frames of this type are never sent; `heartbeat` is one too, and `everything` leaves the line dead. */
  | { readonly do: 'stall'; readonly frame: string }
  /** Frames of this type are sent late. */
  | { readonly do: 'delay'; readonly frame: string; readonly byMilliseconds: number }
  /** Frames of this type are sent as another: `hangup` as `cancel` is what crosses an answer on its way. */
  | { readonly do: 'rename'; readonly frame: string; readonly to: string }
  /** The next so many frames of this type (default 1) are answered with this error of Twilio's. */
  | {
      readonly do: 'answer-with-error';
      readonly to: RefusableFrame;
      readonly code: number;
      readonly message?: string;
      readonly retryAfterInSeconds?: number;
      readonly times?: number;
    }
  /** The tokens in use, of one identity or of all, have expired: this moment, and for good. */
  | { readonly do: 'expire-tokens'; readonly identity?: string }
  /** Each `connected` says that the token lives for so long, whatever is in it. */
  | { readonly do: 'claim-lifetime'; readonly inSeconds: number }
  /** A heartbeat out of turn, to one identity or to all. Once. */
  | { readonly do: 'beat'; readonly identity?: string }
  /** The sound of a leg breaks off as when its network path is gone, until the SDK restarts ICE. */
  | { readonly do: 'kill-media'; readonly callSid: string }
  /**
   * Packets of the sound are lost, and nobody is told: of one leg, or of all there are and will be. With a time it
   * answers when that is over; else it lasts until `behave`, or, of one leg, until the SDK restarts ICE.
   */
  | ({
      readonly do: 'lose-media';
      readonly callSid?: string;
      readonly forMilliseconds?: number;
    } & MediaLoss)
  /** Back to good manners. */
  | { readonly do: 'behave' };

/** An error that a test has ordered. */
export interface OrderedError {
  readonly code: number;
  readonly message: string;
  readonly retryAfterInSeconds?: number;
}

/** What local Twilio does wrong at present, as its sockets ask before they act. */
export class Misbehaviour {
  /** The way that the sound of all legs takes. */
  readonly mediaPath = new MediaPath();
  #refusesSockets = false;
  #stallsSockets = false;
  #claimedLifetimeInSeconds: number | null = null;
  readonly #stalled = new Set<string>();
  readonly #delays = new Map<string, number>();
  readonly #names = new Map<string, string>();
  readonly #errors = new Map<RefusableFrame, OrderedError[]>();

  get refusesSockets(): boolean {
    return this.#refusesSockets;
  }

  refuseSockets(isRefusing: boolean): void {
    this.#refusesSockets = isRefusing;
  }

  get stallsSockets(): boolean {
    return this.#stallsSockets;
  }

  stallSockets(): void {
    this.#stallsSockets = true;
  }

  /** What `connected` is to say of a token's life, or null for the truth. */
  get claimedLifetimeInSeconds(): number | null {
    return this.#claimedLifetimeInSeconds;
  }

  claimLifetime(inSeconds: number): void {
    this.#claimedLifetimeInSeconds = inSeconds;
  }

  stall(frame: string): void {
    this.#stalled.add(frame);
  }

  delay(frame: string, milliseconds: number): void {
    this.#delays.set(frame, milliseconds);
  }

  rename(frame: string, to: string): void {
    this.#names.set(frame, to);
  }

  orderError(to: RefusableFrame, error: OrderedError, times: number): void {
    const ordered = this.#errors.get(to) ?? [];
    this.#errors.set(to, [...ordered, ...Array.from({ length: times }, () => error)]);
  }

  behave(): void {
    this.#refusesSockets = false;
    this.#stallsSockets = false;
    this.#claimedLifetimeInSeconds = null;
    this.#stalled.clear();
    this.#delays.clear();
    this.#names.clear();
    this.#errors.clear();
    this.mediaPath.heal();
  }

  isStalled(frame: string): boolean {
    return this.#stalled.has(frame) || this.#stalled.has('everything');
  }

  delayOf(frame: string): number {
    return this.#delays.get(frame) ?? 0;
  }

  nameOf(frame: string): string {
    return this.#names.get(frame) ?? frame;
  }

  /** The error ordered for this frame, if any; each is served once. */
  takeError(frame: RefusableFrame): OrderedError | null {
    return this.#errors.get(frame)?.shift() ?? null;
  }
}
