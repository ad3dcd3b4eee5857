import { Listeners } from '../core/listeners.js';
import type { ClockPort, RingerPort, Unsubscribe } from '../core/ports.js';
import { createAnnouncementSound, createRingSound } from './ring-sound.js';
import { openOutlet } from './sound-outlet.js';
import type { SoundOutlet } from './sound-outlet.js';

/** How long sound may take to begin before it counts as blocked: an allowed one begins within 50 ms. */
const GRACE_IN_MILLISECONDS = 300;
const FADE_IN_SECONDS = 0.03;
/** What browsers take for a sign that somebody is there. */
const gestures = ['click', 'pointerup', 'touchend', 'keydown'] as const;

export interface RingerOptions {
  readonly clock: ClockPort;
  /** Default: the browser's. */
  readonly createAudioContext?: () => AudioContext;
}

/** The bell, and where and how loud it is. Both take effect while it rings, too. */
export interface Ringer extends RingerPort {
  /** Null is the system's default. Rejects with `speaker-failed`, and rings on the default then. */
  setDevice(deviceId: string | null): Promise<void>;
  /** From 0 (silent) to 1. */
  setVolume(volume: number): void;
  destroy(): void;
}

interface Ringing {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  outlet: SoundOutlet;
}

/**
 * The bell of the phone. Asked to ring while the browser keeps the page silent, it sounds by itself as soon as
 * somebody clicks or presses a key.
 */
export function createRinger(options: RingerOptions): Ringer {
  return new WebAudioRinger(options);
}

class WebAudioRinger implements Ringer {
  readonly #options: RingerOptions;
  readonly #listeners = new Listeners<boolean>();
  readonly #gestureWatch = new AbortController();
  #context: AudioContext | null = null;
  #sound: AudioBuffer | null = null;
  #ringing: Ringing | null = null;
  #deviceId: string | null = null;
  #volume = 1;
  #isBlocked = false;
  #stopWaiting: Unsubscribe = () => undefined;

  constructor(options: RingerOptions) {
    this.#options = options;
    const watch = { capture: true, passive: true, signal: this.#gestureWatch.signal };
    for (const gesture of gestures) addEventListener(gesture, () => this.#wake(this.#open()), watch);
    // After a telephone call on the same device, say, the page comes back but its sound does not.
    document.addEventListener('visibilitychange', () => this.#context && this.#wake(this.#context), watch);
  }

  start(): void {
    if (this.#ringing) return;
    const context = this.#open();
    this.#sound ??= createRingSound(context);
    this.#ringing = this.#play(new AudioBufferSourceNode(context, { buffer: this.#sound, loop: true }));
    this.#wake(context);
  }

  announce(): void {
    const context = this.#open();
    this.#wake(context);
    // Said later, when somebody clicks, it would be about nothing.
    if (context.state !== 'running') return;
    this.#play(new AudioBufferSourceNode(context, { buffer: createAnnouncementSound(context) }));
  }

  stop(): void {
    const ringing = this.#ringing;
    this.#ringing = null;
    if (!ringing || !this.#context) return;
    const { source, gain, outlet } = ringing;
    // In a context that stands still the fade would wait, and be heard when it wakes.
    if (this.#context.state !== 'running') return outlet.close();
    gain.gain.setTargetAtTime(0, this.#context.currentTime, FADE_IN_SECONDS / 4);
    source.stop(this.#context.currentTime + FADE_IN_SECONDS);
  }

  /** Whether sound is blocked is found out then, so that it can be said before somebody calls in vain. */
  subscribe(listener: (isSoundBlocked: boolean) => void): Unsubscribe {
    this.#check(this.#open());
    return this.#listeners.subscribe(listener);
  }

  async setDevice(deviceId: string | null): Promise<void> {
    this.#deviceId = deviceId;
    if (!this.#ringing) return;
    const { gain, outlet } = this.#ringing;
    outlet.close();
    this.#ringing.outlet = openOutlet(gain, deviceId);
    await this.#ringing.outlet.opened;
  }

  setVolume(volume: number): void {
    this.#volume = volume;
    if (this.#ringing) this.#ringing.gain.gain.value = volume;
  }

  /** Lets go of the page. */
  destroy(): void {
    this.stop();
    this.#gestureWatch.abort();
    this.#stopWaiting();
    void this.#context?.close();
    this.#context = null;
  }

  #play(source: AudioBufferSourceNode): Ringing {
    const gain = new GainNode(source.context, { gain: this.#volume });
    source.connect(gain);
    const playing = { source, gain, outlet: openOutlet(gain, this.#deviceId) };
    source.addEventListener('ended', () => playing.outlet.close());
    source.start();
    return playing;
  }

  #open(): AudioContext {
    if (this.#context) return this.#context;
    const context = (this.#options.createAudioContext ?? (() => new AudioContext()))();
    context.addEventListener('statechange', () => this.#wake(context));
    this.#context = context;
    return context;
  }

  /** Waits in Chromium, and rejects in Safari, for as long as nobody has clicked. */
  #wake(context: AudioContext): void {
    if (context.state !== 'running') context.resume().catch(() => undefined);
    this.#check(context);
  }

  #check(context: AudioContext): void {
    this.#stopWaiting();
    if (context.state === 'running') return this.#tell(false);
    this.#stopWaiting = this.#options.clock.schedule(GRACE_IN_MILLISECONDS, () => this.#tell(true));
  }

  #tell(isBlocked: boolean): void {
    if (isBlocked === this.#isBlocked) return;
    this.#isBlocked = isBlocked;
    this.#listeners.emit(isBlocked);
  }
}
