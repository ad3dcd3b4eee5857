/** Chromium's: https://developer.mozilla.org/en-US/docs/Web/API/MediaStreamTrackProcessor */
declare const MediaStreamTrackProcessor: new (options: { track: MediaStreamTrack }) => {
  readonly readable: ReadableStream<AudioData>;
};

/** Hears every single sample of a track, as the far end's encoder does: nothing is too short to be noticed. */
export class TrackRecorder {
  readonly track: MediaStreamTrack;
  readonly #reader: ReadableStreamDefaultReader<AudioData>;
  readonly #chunks: Float32Array[] = [];
  #sampleRate = 48_000;
  #heardSamples = 0;
  #waiting: { readonly until: number; readonly resolve: () => void }[] = [];

  constructor(stream: MediaStream) {
    const [track] = stream.getAudioTracks();
    if (!track) throw new Error('There is nothing to record.');
    this.track = track;
    this.#reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    void this.#read();
  }

  get sampleRateInHertz(): number {
    return this.#sampleRate;
  }

  /** Everything heard so far. */
  get samples(): Float32Array {
    const all = new Float32Array(this.#heardSamples);
    let position = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, position);
      position += chunk.length;
    }
    return all;
  }

  /** Waits for so much more sound, silence included, and answers it. */
  async hear(milliseconds: number): Promise<Float32Array> {
    const start = this.#heardSamples;
    const until = start + (milliseconds / 1000) * this.#sampleRate;
    await new Promise<void>((resolve) => this.#waiting.push({ until, resolve }));
    return this.samples.slice(start);
  }

  async stop(): Promise<void> {
    await this.#reader.cancel();
  }

  async #read(): Promise<void> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      const chunk = new Float32Array(value.numberOfFrames);
      value.copyTo(chunk, { planeIndex: 0, format: 'f32-planar' });
      this.#sampleRate = value.sampleRate;
      value.close();
      this.#chunks.push(chunk);
      this.#heardSamples += chunk.length;
      this.#waiting = this.#waiting.filter(({ until, resolve }) => {
        if (this.#heardSamples < until) return true;
        resolve();
        return false;
      });
    }
  }
}
