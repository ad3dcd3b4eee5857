const STRIKES_PER_RING = 2;
const RING_PERIOD_IN_MILLISECONDS = 3000;

/** A bell: it rings until it is stopped. Silent until the person has clicked in the page once. */
export class Bell {
  #context = null;
  #timer = null;

  start() {
    this.#context ??= new AudioContext();
    void this.#context.resume().then(() => this.#ring());
    this.#timer = setInterval(() => this.#ring(), RING_PERIOD_IN_MILLISECONDS);
  }

  stop() {
    clearInterval(this.#timer);
    void this.#context?.suspend();
  }

  #ring() {
    // A context that the browser keeps silent has no time to schedule by.
    if (this.#context.state !== 'running') return;
    for (let strike = 0; strike < STRIKES_PER_RING; strike += 1) {
      this.#strike(this.#context.currentTime + strike * 0.45);
    }
  }

  #strike(startTime) {
    const loudness = new GainNode(this.#context, { gain: 0 });
    loudness.gain.setValueAtTime(0, startTime);
    loudness.gain.linearRampToValueAtTime(0.12, startTime + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, startTime + 0.8);
    loudness.connect(this.#context.destination);
    for (const frequency of [1046, 1318]) {
      const tone = new OscillatorNode(this.#context, { frequency });
      tone.connect(loudness);
      tone.start(startTime);
      tone.stop(startTime + 0.8);
    }
  }
}
