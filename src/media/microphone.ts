import { Listeners } from '../core/listeners.js';
import type { PhoneError } from '../core/phone-error.js';
import type { MicrophonePort, Unsubscribe } from '../core/ports.js';
import { toMicrophoneError } from './microphone-error.js';

/** The page's microphone: one prompt and one indicator for each call, whoever asks first. */
export interface Microphone extends MicrophonePort {
  /** Why the microphone did not open when it was last asked for; null when it did. */
  readonly failure: PhoneError | null;
  /** True from the moment that a call was given a microphone until `stop()`, though it may have ended by itself. */
  readonly isInUse: boolean;
  /** What a call hears by now; null without one. */
  readonly stream: MediaStream | null;
  /** False where there is none, or where the system keeps it silent, e.g. for another program. */
  readonly isHeard: boolean;
  /** Told when the system begins to keep the microphone of a call silent, and when it no longer does. */
  subscribe(listener: (isHeard: boolean) => void): Unsubscribe;
  /** Opens the microphone anew for a call that has one. Rejects with a `PhoneError`: then that one stays. */
  reopen(): Promise<void>;
  /** For the SDK: hands over the stream that was opened before, or opens one. Rejects with a `PhoneError`. */
  getUserMedia(): Promise<MediaStream>;
  /** Stops every track that was handed out and still runs. */
  stop(): void;
}

/** Rejects as the browser's `getUserMedia` does. */
type OpenMicrophone = () => Promise<MediaStream>;

/** The browser's microphone. Without `mediaDevices` the page is not secure. */
export function createMicrophone(open: OpenMicrophone = openDefault): Microphone {
  return new BrowserMicrophone(open);
}

async function openDefault(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio: true });
}

class BrowserMicrophone implements Microphone {
  readonly #open: OpenMicrophone;
  readonly #handedOut = new Set<MediaStreamTrack>();
  readonly #listeners = new Listeners<boolean>();
  #failure: PhoneError | null = null;
  /** Whether somebody waits for the stream that is kept, or asked for, ahead of the call. */
  #isAcquired = false;
  #kept: MediaStream | null = null;
  #opening: Promise<MediaStream> | null = null;

  constructor(open: OpenMicrophone) {
    this.#open = open;
  }

  get failure(): PhoneError | null {
    return this.#failure;
  }

  async acquire(): Promise<void> {
    this.#isAcquired = true;
    if (isLive(this.#kept)) return;
    // One prompt, however often it is asked for meanwhile.
    this.#opening ??= this.#openNew().finally(() => (this.#opening = null));
    const stream = await this.#opening;
    if (this.#isAcquired) this.#kept = stream;
    else stopTracks(stream);
  }

  /** Browsers that cannot say so (Firefox before 132) would ask: better a wrong no than a prompt unasked for. */
  async isGranted(): Promise<boolean> {
    if (isLive(this.#kept)) return true;
    try {
      const { state } = await navigator.permissions.query({ name: 'microphone' });
      return state === 'granted';
    } catch {
      return false;
    }
  }

  release(): void {
    this.#isAcquired = false;
    if (this.#kept) stopTracks(this.#kept);
    this.#kept = null;
  }

  get isInUse(): boolean {
    return this.#handedOut.size > 0;
  }

  get stream(): MediaStream | null {
    const live = [...this.#handedOut].filter((track) => track.readyState === 'live');
    return live.length > 0 ? new MediaStream(live) : null;
  }

  get isHeard(): boolean {
    return [...this.#handedOut].some(({ readyState, muted }) => readyState === 'live' && !muted);
  }

  subscribe(listener: (isHeard: boolean) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  async reopen(): Promise<void> {
    this.release();
    await this.acquire();
  }

  async getUserMedia(): Promise<MediaStream> {
    const stream = this.#takeOver() ?? (await this.#openNew());
    for (const track of stream.getAudioTracks()) this.#handOut(track);
    return stream;
  }

  stop(): void {
    for (const track of this.#handedOut) track.stop();
    this.#handedOut.clear();
  }

  #handOut(track: MediaStreamTrack): void {
    this.#handedOut.add(track);
    for (const type of ['mute', 'unmute']) {
      track.addEventListener(type, () => this.#handedOut.has(track) && this.#listeners.emit(this.isHeard));
    }
  }

  #takeOver(): MediaStream | null {
    const stream = isLive(this.#kept) ? this.#kept : null;
    if (!stream) return null;
    this.#kept = null;
    this.#isAcquired = false;
    return stream;
  }

  async #openNew(): Promise<MediaStream> {
    try {
      const stream = await this.#open();
      this.#failure = null;
      return stream;
    } catch (cause) {
      this.#failure = toMicrophoneError(cause);
      throw this.#failure;
    }
  }
}

/** A kept microphone may be unplugged while the phone rings. */
function isLive(stream: MediaStream | null): stream is MediaStream {
  return stream !== null && stream.getAudioTracks().some((track) => track.readyState === 'live');
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
