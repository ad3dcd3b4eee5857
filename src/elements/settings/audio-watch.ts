import type { ReactiveControllerHost } from 'lit';
import type { AudioDevicesPort, AudioState } from '../../core/audio-devices.js';
import type { Unsubscribe } from '../../core/ports.js';

/** Follows the devices of the phone that its host is attached to, and updates the host when they change. */
export class AudioWatch {
  readonly #host: ReactiveControllerHost;
  #audio: AudioDevicesPort | null = null;
  #state: AudioState | null = null;
  #unsubscribe: Unsubscribe = () => undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Null while there is no phone. */
  get state(): AudioState | null {
    return this.#state;
  }

  /** Called before each render, with null when there is no phone any more. */
  follow(audio: AudioDevicesPort | null): void {
    if (audio === this.#audio) return;
    this.#unsubscribe();
    this.#audio = audio;
    this.#state = null;
    this.#unsubscribe = audio?.subscribe(this.#handleChange) ?? (() => undefined);
  }

  #handleChange = (state: AudioState): void => {
    this.#state = state;
    this.#host.requestUpdate();
  };
}
