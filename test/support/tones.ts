/** A microphone into which somebody hums one note, until it is unplugged. */
export class HummingMicrophone {
  readonly stream: MediaStream;
  readonly #context = new AudioContext();
  readonly #gain: GainNode;

  constructor(frequencyInHertz: number, level = 0.3) {
    const destination = new MediaStreamAudioDestinationNode(this.#context, { channelCount: 1 });
    const source = new OscillatorNode(this.#context, { frequency: frequencyInHertz });
    this.#gain = new GainNode(this.#context, { gain: level });
    source.connect(this.#gain).connect(destination);
    source.start();
    this.stream = destination.stream;
  }

  /** Hums on, but so loud. */
  set level(level: number) {
    this.#gain.gain.value = level;
  }

  get track(): MediaStreamTrack {
    const [track] = this.stream.getAudioTracks();
    if (!track) throw new Error('A microphone has a track.');
    return track;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** A tenth of a second of one note, to be played in a loop. */
export function toneBuffer(frequencyInHertz: number, level = 0.3): AudioBuffer {
  const sampleRate = 48_000;
  const samples = Float32Array.from({ length: sampleRate / 10 }, (_, index) => {
    return level * Math.sin((2 * Math.PI * frequencyInHertz * index) / sampleRate);
  });
  const buffer = new AudioBuffer({ length: samples.length, sampleRate });
  buffer.copyToChannel(samples, 0);
  return buffer;
}
