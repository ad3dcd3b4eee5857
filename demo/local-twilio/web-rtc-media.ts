import type { AudioSource, MediaPeer } from './media/audio.js';
import type { LegMedia } from './leg-media.js';
import { MediaPath } from './media/media-path.js';

/**
 * The sound of a leg whose far end is a browser. It outlives its peer: a call that rings in one page may be
 * answered in another, which takes a new one, and whoever plays or listens goes on without noticing.
 */
export class WebRtcMedia implements LegMedia {
  /** Where packets get lost, when a test wants them to. */
  readonly path: MediaPath;
  readonly #createPeer: (path: MediaPath) => MediaPeer;
  readonly #digitListeners = new Set<(digit: string) => void>();
  #peer: MediaPeer;
  /** A peer that waits for an answer can answer no offer. */
  #awaitsAnswer = false;
  #remoteUfrag: string | null = null;
  #playing: AudioSource | null = null;
  /** The SDK may restart ICE before its last restart was answered; a peer answers one offer after the other. */
  #answered: Promise<unknown> = Promise.resolve();

  constructor(createPeer: (path: MediaPath) => MediaPeer, outerPath: MediaPath | null = null) {
    this.path = new MediaPath(outerPath);
    this.#createPeer = createPeer;
    this.#peer = this.#connectPeer();
  }

  createOffer(): Promise<string> {
    this.#awaitsAnswer = true;
    return this.#peer.createOffer();
  }

  async acceptAnswer(sdp: string): Promise<void> {
    this.#remoteUfrag = readUfrag(sdp);
    await this.#peer.acceptAnswer(sdp);
    this.#awaitsAnswer = false;
  }

  /** Answers a call's first offer, an ICE restart, or another page that takes the call over. */
  answerOffer(sdp: string): Promise<string> {
    this.#remoteUfrag = readUfrag(sdp);
    this.path.restart();
    if (this.#awaitsAnswer) this.#replacePeer();
    const answer = this.#answered.then(() => this.#peer.answerOffer(sdp));
    this.#answered = answer.catch(() => undefined);
    return answer;
  }

  /** Whether this is how the far end described itself last: each ICE session has a name of its own. */
  isDescribedBy(sdp: string): boolean {
    return this.#remoteUfrag !== null && readUfrag(sdp) === this.#remoteUfrag;
  }

  play(source: AudioSource | null): void {
    this.#playing = source;
    this.#peer.play(source);
  }

  listen(): AudioSource {
    let peer = this.#peer;
    let source = peer.listen();
    const ended = source.ended;
    const read = () => {
      if (peer !== this.#peer) {
        peer = this.#peer;
        source = peer.listen();
      }
      return source.read();
    };
    return { read, ended };
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.#digitListeners.add(listener);
    return () => this.#digitListeners.delete(listener);
  }

  /** A key that came by another way than the sound. */
  hearDigit(digit: string): void {
    for (const listener of [...this.#digitListeners]) listener(digit);
  }

  /** The network path breaks: sound stops in both directions until the browser restarts ICE. */
  interrupt(): Promise<void> {
    return this.#peer.interrupt();
  }

  close(): Promise<void> {
    return this.#peer.close();
  }

  #replacePeer(): void {
    const former = this.#peer;
    this.#awaitsAnswer = false;
    this.#peer = this.#connectPeer();
    this.#peer.play(this.#playing);
    void former.close();
  }

  #connectPeer(): MediaPeer {
    const peer = this.#createPeer(this.path);
    // A leg without sound is still a leg: Twilio keeps it too until somebody hangs up.
    peer.connected.catch(() => undefined);
    peer.onDigit((digit) => this.hearDigit(digit));
    return peer;
  }
}

function readUfrag(sdp: string): string | null {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? null;
}
