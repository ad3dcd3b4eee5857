/** Notices that somebody talks into a muted microphone, without crying wolf. */
import type { ClockPort, Unsubscribe } from '../core/ports.js';

/** -34 dBFS: speech at arm's length is well above it, a quiet room with its noise suppressed well below. */
const SPEECH_LEVEL = 0.02;
/** -40 dBFS. Between the two levels nothing changes. */
const QUIET_LEVEL = 0.01;
const LOOK_EVERY_MILLISECONDS = 100;
/** A loud look counts two, a quiet one takes one away: speech has gaps, and a cough or a knock is too short. */
const ENOUGH = 6;
const LOUD_LOOK = 2;
const QUIET_LOOK = -1;
/** Pauses between words are shorter. */
const QUIET_IN_MILLISECONDS = 2000;
/** Told again no sooner than this. */
const PEACE_IN_MILLISECONDS = 5000;

/** Knows nothing of time but what it is told. */
export class TalkingDetector {
  #isTalking = false;
  #signs = 0;
  #lastLoudAt = -Infinity;
  #lastToldAt = -Infinity;

  /**
   * @param level the root mean square around now: 0 to 1.
   * @param at monotonic milliseconds.
   * @returns whether somebody talks.
   */
  hear(level: number, at: number): boolean {
    if (this.#isTalking) this.#listenForTheEnd(level, at);
    else this.#listenForSpeech(level, at);
    return this.#isTalking;
  }

  #listenForTheEnd(level: number, at: number): void {
    if (level >= QUIET_LEVEL) this.#lastLoudAt = at;
    this.#isTalking = at - this.#lastLoudAt < QUIET_IN_MILLISECONDS;
  }

  #listenForSpeech(level: number, at: number): void {
    const change = level >= SPEECH_LEVEL ? LOUD_LOOK : level < QUIET_LEVEL ? QUIET_LOOK : 0;
    this.#signs = Math.min(ENOUGH, Math.max(0, this.#signs + change));
    if (this.#signs < ENOUGH || at - this.#lastToldAt < PEACE_IN_MILLISECONDS) return;
    this.#isTalking = true;
    this.#signs = 0;
    this.#lastLoudAt = at;
    this.#lastToldAt = at;
  }
}

export interface TalkingWatchOptions {
  readonly clock: ClockPort;
  /** The microphone's level now, before it is muted. */
  readonly measureLevel: () => number;
  readonly onChange: (isTalking: boolean) => void;
}

/** Listens until it is called off; then nobody talks any more. */
export function watchTalking({ clock, measureLevel, onChange }: TalkingWatchOptions): Unsubscribe {
  const detector = new TalkingDetector();
  let isTalking = false;
  let cancel: Unsubscribe;
  const tell = (isNowTalking: boolean) => {
    if (isNowTalking === isTalking) return;
    isTalking = isNowTalking;
    onChange(isTalking);
  };
  const look = () => {
    cancel = clock.schedule(LOOK_EVERY_MILLISECONDS, look);
    tell(detector.hear(measureLevel(), clock.monotonicNow()));
  };
  look();
  return () => {
    cancel();
    tell(false);
  };
}
