import { Listeners } from '../core/listeners.js';
import type { ClockPort, Unsubscribe } from '../core/ports.js';
import { createMixedPath, createPlainPath } from './call-audio-path.js';
import type { CallAudioPath } from './call-audio-path.js';
import { HoldMusicPlayer } from './hold-music-player.js';
import type { HoldMusicLoader } from './hold-music.js';
import { occupy, vacate } from './shared-context.js';
import { watchTalking } from './talking-while-muted.js';

/** Told at each change. */
export type CallAudioEvent =
  | { readonly type: 'hold-available'; readonly isHoldAvailable: boolean }
  | { readonly type: 'talking-while-muted'; readonly isTalking: boolean };

/** Twilio's `AudioProcessor`: https://twilio.github.io/twilio-voice.js/interfaces/AudioProcessor.html */
export interface AudioProcessor {
  createProcessedStream(stream: MediaStream): Promise<MediaStream>;
  destroyProcessedStream(stream: MediaStream): Promise<void>;
}

/** What the far end hears: the microphone, hold music, or nothing. */
export interface CallAudio {
  /** Given to the SDK before the first call, and never taken back: what is wished outlives every microphone. */
  readonly processor: AudioProcessor;
  /** False where the browser does not let us mix sound. */
  readonly isHoldAvailable: boolean;
  /** True while the sent track has to be off. On hold it carries music, unless there is no mixing it in. */
  readonly isSentTrackOff: boolean;
  setMuted(isMuted: boolean): void;
  setOnHold(isOnHold: boolean): void;
  /** Gets the hold music ready, so that it sounds at once. */
  prepareHold(): void;
  subscribe(listener: (event: CallAudioEvent) => void): Unsubscribe;
  /** Lets go of everything. It cannot be used again. */
  close(): void;
}

export interface CallAudioOptions {
  readonly clock: ClockPort;
  readonly loadHoldMusic: HoldMusicLoader;
  /**
   * Lends the context to mix in, or null where there is none. It is made to run while a microphone is open, and
   * suspended otherwise; others may use it as well.
   */
  readonly borrowContext: () => Promise<AudioContext | null>;
}

/** Answering must not wait longer for sound to wake up; where it may, it takes some 20 ms. */
const PATIENCE_IN_MILLISECONDS = 400;
const wakingEvents = ['pointerup', 'keydown', 'touchend', 'visibilitychange'] as const;

/** One permanent audio graph, microphone and music into one track: hold and mute are gains in it. */
export function createCallAudio(options: CallAudioOptions): CallAudio {
  return new WebAudioCallAudio(options);
}

class WebAudioCallAudio implements CallAudio {
  readonly processor: AudioProcessor = {
    createProcessedStream: (stream) => this.#open(stream),
    destroyProcessedStream: (stream) => Promise.resolve(this.#close(stream)),
  };
  readonly #options: CallAudioOptions;
  readonly #listeners = new Listeners<CallAudioEvent>();
  readonly #paths = new Set<CallAudioPath>();
  readonly #pageWatch = new AbortController();
  #context: AudioContext | null = null;
  #music: HoldMusicPlayer | null = null;
  #isMuted = false;
  #isOnHold = false;
  #isHoldAvailable = typeof AudioContext !== 'undefined';
  #stopWatchingTalk: Unsubscribe | null = null;

  constructor(options: CallAudioOptions) {
    this.#options = options;
    const watch = { capture: true, passive: true, signal: this.#pageWatch.signal };
    for (const event of wakingEvents) document.addEventListener(event, () => this.#wake(), watch);
  }

  get isHoldAvailable(): boolean {
    return this.#isHoldAvailable;
  }

  get isSentTrackOff(): boolean {
    return this.#isOnHold ? !this.#isHoldAvailable : this.#isMuted;
  }

  setMuted(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#apply();
  }

  setOnHold(isOnHold: boolean): void {
    this.#isOnHold = isOnHold;
    this.#apply();
  }

  prepareHold(): void {
    this.#music?.prepare();
  }

  subscribe(listener: (event: CallAudioEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  close(): void {
    this.#pageWatch.abort();
    for (const path of this.#paths) path.close();
    this.#paths.clear();
    this.#apply();
    if (this.#context) vacate(this.#context, this);
    this.#context = null;
  }

  async #open(microphone: MediaStream): Promise<MediaStream> {
    const isRunning = await this.#isRunning();
    const path = (isRunning && this.#mix(microphone)) || createPlainPath(microphone);
    this.#paths.add(path);
    this.#apply();
    this.#tellHold(path.canHold);
    return path.stream;
  }

  #close(stream: MediaStream): void {
    for (const path of this.#paths) {
      if (path.stream !== stream) continue;
      path.close();
      this.#paths.delete(path);
    }
    this.#apply();
    // Without a call there is nothing to compute.
    if (this.#paths.size === 0 && this.#context) vacate(this.#context, this);
  }

  /** Null where the browser refuses. */
  #mix(microphone: MediaStream): CallAudioPath | null {
    if (!this.#context || !this.#music) return null;
    try {
      return createMixedPath(this.#context, microphone, this.#music.output);
    } catch {
      return null;
    }
  }

  #apply(): void {
    for (const path of this.#paths) path.apply({ isMuted: this.#isMuted, isOnHold: this.#isOnHold });
    if (this.#isOnHold && this.#paths.size > 0) this.#music?.play();
    else this.#music?.stop();
    this.#watchTalking(this.#isMuted && !this.#isOnHold && this.#paths.size > 0);
  }

  #watchTalking(isWanted: boolean): void {
    if (isWanted === (this.#stopWatchingTalk !== null)) return;
    if (this.#stopWatchingTalk) {
      this.#stopWatchingTalk();
      this.#stopWatchingTalk = null;
      return;
    }
    this.#stopWatchingTalk = watchTalking({
      clock: this.#options.clock,
      measureLevel: () => Math.max(0, ...[...this.#paths].map((path) => path.measureLevel())),
      onChange: (isTalking) => this.#listeners.emit({ type: 'talking-while-muted', isTalking }),
    });
  }

  /** Asked after the microphone was granted: browsers that keep pages silent listen to reason then. */
  async #isRunning(): Promise<boolean> {
    const context = await this.#borrowContext();
    if (!context) return false;
    occupy(context, this);
    if (isRunning(context)) return true;
    const patience = this.#patience();
    await Promise.race([context.resume().catch(() => undefined), patience.over]);
    patience.cancel();
    // Asked anew: TypeScript does not know that time has passed.
    return isRunning(context);
  }

  async #borrowContext(): Promise<AudioContext | null> {
    if (this.#context) return this.#context;
    const context = await this.#options.borrowContext().catch(() => null);
    // Another microphone may have been faster.
    if (this.#context || !context) return this.#context;
    context.addEventListener('statechange', () => this.#wake(), { signal: this.#pageWatch.signal });
    this.#music = new HoldMusicPlayer(context, this.#options.loadHoldMusic);
    return (this.#context = context);
  }

  #patience(): { readonly over: Promise<void>; readonly cancel: Unsubscribe } {
    let cancel: Unsubscribe = () => undefined;
    const over = new Promise<void>((resolve) => {
      cancel = this.#options.clock.schedule(PATIENCE_IN_MILLISECONDS, resolve);
    });
    return { over, cancel };
  }

  /** The system may silence a page in the middle of a call, e.g. for a telephone call on the same device. */
  #wake(): void {
    if (this.#paths.size === 0 || !this.#context || isRunning(this.#context)) return;
    this.#context.resume().catch(() => undefined);
  }

  #tellHold(isHoldAvailable: boolean): void {
    if (isHoldAvailable === this.#isHoldAvailable) return;
    this.#isHoldAvailable = isHoldAvailable;
    this.#listeners.emit({ type: 'hold-available', isHoldAvailable });
  }
}

function isRunning(context: AudioContext): boolean {
  return context.state === 'running';
}
