/** Which packets, as seen from the browser. */
export type PacketDirection = 'to-browser' | 'from-browser';

/** What is lost on the way between a leg and its browser. */
export interface MediaLoss {
  /**
   * `everything`: no packet arrives, as where a firewall or a network that is gone swallows them.
   * `sound`: RTP alone is lost, while ICE and DTLS go on as if nothing were.
   */
  readonly what: 'everything' | 'sound';
  /** Default: both. */
  readonly direction?: PacketDirection;
  /** Another path through the network, which the browser finds by restarting ICE, loses nothing. Default: it does. */
  readonly until?: 'ice-restart';
}

/** The first byte of RTP and RTCP; STUN and DTLS begin with others (RFC 7983). */
const FIRST_BYTE_OF_RTP = { from: 128, to: 191 } as const;

/** The way that a leg's packets take. It is a part of another one: what that loses does not arrive either. */
export class MediaPath {
  readonly #outer: MediaPath | null;
  #loss: MediaLoss | null = null;

  constructor(outer: MediaPath | null = null) {
    this.#outer = outer;
  }

  /** From now on, until it is healed. */
  lose(loss: MediaLoss): void {
    this.#loss = loss;
  }

  heal(): void {
    this.#loss = null;
  }

  /** The browser has restarted ICE. */
  restart(): void {
    if (this.#loss?.until === 'ice-restart') this.heal();
  }

  /** Whether a packet arrives. */
  passes(packet: Uint8Array, direction: PacketDirection): boolean {
    const isLost = this.#loss !== null && matches(this.#loss, packet, direction);
    return !isLost && (this.#outer?.passes(packet, direction) ?? true);
  }
}

function matches(loss: MediaLoss, packet: Uint8Array, direction: PacketDirection): boolean {
  if (loss.direction !== undefined && loss.direction !== direction) return false;
  return loss.what === 'everything' || isSound(packet);
}

function isSound([first = 0]: Uint8Array): boolean {
  return first >= FIRST_BYTE_OF_RTP.from && first <= FIRST_BYTE_OF_RTP.to;
}
