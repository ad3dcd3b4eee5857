import { createRef } from 'lit/directives/ref.js';
import type { AudioDevicesPort } from '../../core/audio-devices.js';
import type { Unsubscribe } from '../../core/ports.js';

/** Told in steps of this: a screen reader that asks need not hear of every breath. */
const STEP_IN_PERCENT = 10;

/**
 * Moves a meter as loud as the microphone hears. It writes to the meter's element itself: twenty renders a second
 * would be for nothing but that.
 */
export class LevelDisplay {
  /** The element of the meter. */
  readonly meter = createRef<HTMLElement>();
  #audio: AudioDevicesPort | null = null;
  #stop: Unsubscribe = () => undefined;

  /** Listens to these devices' microphone, which opens it; null lets go of it. */
  listen(audio: AudioDevicesPort | null): void {
    if (audio === this.#audio) return;
    this.#audio = audio;
    this.#stop();
    this.#stop = audio?.watchMicrophoneLevel(this.#show) ?? (() => undefined);
    if (!audio) this.#show(0);
  }

  #show = (level: number): void => {
    const { value: meter } = this.meter;
    if (!meter) return;
    meter.style.setProperty('--level', level.toFixed(3));
    meter.ariaValueNow = String(Math.round((level * 100) / STEP_IN_PERCENT) * STEP_IN_PERCENT);
  };
}
