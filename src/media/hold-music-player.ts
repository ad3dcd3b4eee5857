import { fade } from './fade.js';
import type { HoldMusicLoader } from './hold-music.js';

const FADE_IN_SECONDS = 0.15;
const FADE_OUT_SECONDS = 0.01;

/** Plays hold music into a node that any number of calls' audio may listen to. */
export class HoldMusicPlayer {
  /** Connect this. Silent while nobody is on hold. */
  readonly output: GainNode;
  readonly #context: AudioContext;
  readonly #load: HoldMusicLoader;
  #loading: Promise<AudioBuffer | null> | null = null;
  #source: AudioBufferSourceNode | null = null;
  #isPlaying = false;

  constructor(context: AudioContext, load: HoldMusicLoader) {
    this.#context = context;
    this.#load = load;
    this.output = new GainNode(context, { gain: 0 });
  }

  /** Fetches or makes the music ahead, so that it sounds as soon as it is wanted. */
  prepare(): void {
    this.#loading ??= this.#load(this.#context);
  }

  /** Begins at the first bar. Not yet loaded, it begins when it is. */
  play(): void {
    if (this.#isPlaying) return;
    this.#isPlaying = true;
    this.prepare();
    void this.#loading?.then((music) => this.#begin(music));
  }

  stop(): void {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    // The page may have chosen another one by the next time.
    this.#loading = null;
    fade(this.output.gain, 0, this.#context.currentTime, FADE_OUT_SECONDS);
    this.#source?.stop(this.#context.currentTime + FADE_OUT_SECONDS);
    this.#source = null;
  }

  #begin(music: AudioBuffer | null): void {
    if (!this.#isPlaying || this.#source || !music) return;
    this.#source = new AudioBufferSourceNode(this.#context, { buffer: music, loop: true });
    this.#source.connect(this.output);
    this.#source.start();
    fade(this.output.gain, 1, this.#context.currentTime, FADE_IN_SECONDS);
  }
}
