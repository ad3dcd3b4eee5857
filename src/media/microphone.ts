import type { PhoneError } from '../core/phone-error.js';
import type { MicrophonePort } from '../core/ports.js';
import { toMicrophoneError } from './microphone-error.js';

/** The page's microphone: one prompt and one indicator for each call, whoever asks first. */
export interface Microphone extends MicrophonePort {
  /** Why the microphone did not open when it was last asked for; null when it did. */
  readonly failure: PhoneError | null;
  /** True from the moment that a call was given a microphone until `stop()`, though it may have ended by itself. */
  readonly isInUse: boolean;
  /** What a call hears by now; null without one. */
  readonly stream: MediaStream | null;
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

  async reopen(): Promise<void> {
    this.release();
    await this.acquire();
  }

  async getUserMedia(): Promise<MediaStream> {
    const stream = this.#takeOver() ?? (await this.#openNew());
    for (const track of stream.getAudioTracks()) this.#handedOut.add(track);
    return stream;
  }

  stop(): void {
    for (const track of this.#handedOut) track.stop();
    this.#handedOut.clear();
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
