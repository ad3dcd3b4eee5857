let sharedContext: AudioContext | null = null;

/** One for all: a browser has only so many. */
function openContext(): AudioContext {
  sharedContext ??= new AudioContext();
  return sharedContext;
}

/** A microphone into which somebody hums one note, until it is unplugged. */
export class HummingMicrophone {
  readonly stream: MediaStream;
  readonly #source: OscillatorNode;
  readonly #gain: GainNode;

  constructor(frequencyInHertz: number, level = 0.3) {
    const context = openContext();
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    this.#source = new OscillatorNode(context, { frequency: frequencyInHertz });
    this.#gain = new GainNode(context, { gain: level });
    this.#source.connect(this.#gain).connect(destination);
    this.#source.start();
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

  close(): void {
    this.#source.stop();
    this.#source.disconnect();
    this.#gain.disconnect();
    this.track.stop();
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
